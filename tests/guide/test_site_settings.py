"""A site's mkdocs.yml, read without MkDocs."""

from pathlib import Path

import pytest
from guide.settings import folder_of, read_settings
from pymdownx.superfences import fence_code_format


@pytest.fixture
def settings(tmp_path):
    """A function that reads settings from a text; their folders are seen from the project's root."""

    def read(text: str):
        path = tmp_path / "mkdocs.yml"
        path.write_text(text, encoding="utf-8")
        return read_settings(path)

    return read


def test_no_settings_at_all(tmp_path):
    """Where there is no file, or nothing in it, the guide stands in docs/ and is read as any is."""
    read, problems = read_settings(tmp_path / "mkdocs.yml")

    assert (read.docs, read.theme, problems) == (tmp_path / "docs", None, [])
    assert read.sheets == {"site": "", "lang": "en", "address": "", "words": {"page": "Page", "of": "of"}}
    assert read.extensions == {"extra": [], "configs": {}}


def test_what_a_site_says(settings, tmp_path):
    """Its folders, and what stands on each of its sheets."""
    read, _ = settings(
        "site_name: Kettles\nsite_url: https://tea.example/a/\ndocs_dir: text/pages\n"
        "theme: {name: material, custom_dir: looks, language: de}\n"
    )

    assert (read.docs, read.theme) == (tmp_path / "text/pages", tmp_path / "looks")
    assert (read.sheets["site"], read.sheets["lang"], read.sheets["address"]) == ("Kettles", "de", "tea.example/a/")


def test_pages_that_are_not_built(settings):
    """What the site keeps out, its drafts, and what MkDocs builds nowhere; data always belongs to the guide."""
    read, _ = settings("exclude_docs: |\n  /_data/\n  old*.md\n  !old-but-good.md\ndraft_docs: /new/\n")
    left_out = ["old.md", "b/old-2.md", "new/a.md", ".a.md", "templates/a.md"]
    built = ["a.md", "old-but-good.md", "_data/words.yml"]

    assert list(read.built(dict.fromkeys([*left_out, *built], ""))) == built


@pytest.mark.parametrize(
    "written",
    ["[wikilinks, {pymdownx.mark: {smart_mark: false}}]", "{wikilinks: , pymdownx.mark: {smart_mark: false}}"],
    ids=["as a list", "by name"],
)
def test_markdown_extensions(settings, written):
    """They are written in either of two ways; those without options have none."""
    read, problems = settings(f"markdown_extensions: {written}\n")

    assert read.extensions == {
        "extra": ["wikilinks", "pymdownx.mark"],
        "configs": {"pymdownx.mark": {"smart_mark": False}},
    }
    assert problems == []


def test_python_things_are_what_they_name(settings):
    """An option may name a function, as in any mkdocs.yml; what only MkDocs knows is passed over."""
    read, problems = settings(
        "docs_dir: !relative docs\nmarkdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n"
        "        - {name: tea, class: tea, format: !!python/name:pymdownx.superfences.fence_code_format }\n"
    )

    assert read.extensions["configs"]["pymdownx.superfences"]["custom_fences"][0]["format"] is fence_code_format
    assert problems == []


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("!ENV TEA", "Green"),
        ("!ENV [TEA]", "Green"),
        ("!ENV [NONE, TEA, Black]", "Green"),
        ("!ENV [NONE, Black]", "Black"),
        ("!ENV NONE", ""),
    ],
)
def test_the_environment(settings, monkeypatch, told, name):
    """The first name that is there, else the last word; without one, nothing."""
    monkeypatch.setenv("TEA", "Green")
    monkeypatch.delenv("NONE", raising=False)
    read, _ = settings(f"site_name: {told}\n")

    assert read.sheets["site"] == name


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: c: d\n", 2, "mapping values"),
        ("just words\n", 1, "The settings cannot be read"),
        ("markdown_extensions: [no_such_thing]\n", 1, "no_such_thing"),
    ],
    ids=["no YAML", "no settings", "an extension that is not there"],
)
def test_what_cannot_be_read(settings, text, line, words):
    """It is said in one sentence, and stops nothing."""
    read, problems = settings(text)

    assert [(Path(problem.path).name, problem.line) for problem in problems] == [("mkdocs.yml", line)]
    assert words in problems[0].what
    assert read.extensions == {"extra": [], "configs": {}}


def test_pages_that_are_no_folders(settings):
    """A guide whose pages were files could not be built, and the check says so as well."""
    _, problems = settings("use_directory_urls: false\n")

    assert [problem.what for problem in problems] == ["The setting “use_directory_urls” is false."]


@pytest.mark.parametrize(
    ("docs", "root", "folder"),
    [("docs", "", "docs"), ("/a/text/pages", "/a", "text/pages"), ("/b/pages", "/a", "pages")],
)
def test_where_the_pages_stand(docs, root, folder):
    """From the project's root; by its name alone where the folder stands elsewhere."""
    assert folder_of(Path(docs), Path(root)) == folder
