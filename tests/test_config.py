"""A site's mkdocs.yml, read for the check as MkDocs reads it: what a build would refuse is told by its line."""

from pathlib import Path

import pytest
from guide.model.problems import ERROR
from guide.reading.settings import folder_of
from guide_mkdocs.command import check
from guide_mkdocs.settings.check import read_config
from guide_mkdocs.settings.facts import site_facts
from guide_mkdocs.theme.env import theme_env
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from pymdownx.superfences import fence_code_format


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A function that checks a site of these settings and pages, and returns what is said of its settings."""
    monkeypatch.chdir(tmp_path)

    def run(settings: str, **pages: str) -> list[tuple[int, str]]:
        for name, text in {"index": "# Home\n", **pages}.items():
            path = tmp_path / f"docs/{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return [(problem.line, problem.what) for problem in check(None) if problem.path == "mkdocs.yml"]

    return run


REFUSED = {
    "an extension that ours replaces": ("site_name: A\nmarkdown_extensions: [pymdownx.tasklist]\n", 2, "tasklist"),
    "no YAML": ("site_name: A\nb: c: d\n", 2, "mapping values"),
    "no settings": ("just words\n", 1, "cannot be read"),
    "a name that MkDocs does not know": ("site_name: A\nsite_nam: B\n", 2, "site_nam"),
    "a hook that is not there": ("site_name: A\nhooks: [gone.py]\n", 2, "gone.py"),
    "a theme that is not there": ("site_name: A\ntheme: gone\n", 2, "gone"),
    "a folder that is not there": ("site_name: A\ntheme: {name: mkdocs, custom_dir: gone}\n", 2, "gone"),
    "a plugin that is not there": ("site_name: A\nplugins: [gone]\n", 2, "gone"),
    "an extension that is not there": ("site_name: A\nmarkdown_extensions: [gone]\n", 2, "gone"),
    "an option that is not there": ("site_name: A\nmarkdown_extensions:\n  - toc: {gone: 1}\n", 2, "gone"),
    "a page in the navigation that is not there": ("site_name: A\nnav:\n  - index.md\n  - gone.md\n", 4, "gone.md"),
    "a page twice in the navigation": ("site_name: A\nnav:\n  - index.md\n  - B: index.md\n", 4, "twice"),
    "a setting that is written twice": ("site_name: A\nextra: {a: 1}\nsite_name: B\n", 3, "written twice"),
    "a part of one that is written twice": ("site_name: A\nextra:\n  a: b\n  a: c\n", 4, "written twice"),
    "no navigation": ("site_name: A\nnav: {B: index.md}\n", 2, "nav"),
    "a language that YAML takes for “false”": ("site_name: A\ntheme:\n  name: mkdocs\n  language: no\n", 4, "language"),
    "a language that is none": ("site_name: A\ntheme: {name: mkdocs, language: de_DE}\n", 2, "“de_DE”"),
    "pages that are no folders": ("site_name: A\nuse_directory_urls: false\n", 1, "use_directory_urls"),
    "settings to inherit that are not there": ("INHERIT: gone.yml\n", 1, "gone.yml"),
}


@pytest.mark.parametrize(("settings", "line", "words"), REFUSED.values(), ids=REFUSED)
def test_what_a_build_would_refuse(told, settings, line, words):
    """It is one problem, and stops nothing."""
    ((number, what),) = told(settings)

    assert number == line
    assert words in what
    assert "Traceback" not in what


def test_an_extension_that_fails(told, tmp_path, monkeypatch):
    """Of all that Python says of it, two lines are told: what was done, and what was wrong."""
    (tmp_path / "own_tea.py").write_text("def makeExtension(**_):\n    raise ValueError('no tea')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    ((_, what),) = told("site_name: A\nmarkdown_extensions: [own_tea]\nextra: {allow: own_tea}\n")

    assert what.endswith(": Failed to load extension 'own_tea'. ValueError: no tea.")


def test_nothing_wrong(told):
    """Settings that a build takes are not spoken of; those inherited count."""
    assert told("site_name: A\nnav:\n  - index.md\n") == []
    assert told("site_name: A\ntheme: {name: mkdocs, language: pt-BR}\n") == []


@pytest.mark.parametrize("asked", ["5", "{a: b}", "", "true"])
@pytest.mark.parametrize("name", ["publish", "allow"])
def test_a_site_that_asks_for_nothing_by_name(told, name, asked):
    """What is no word and no list of words asks for nothing, and stops no check."""
    assert told(f"site_name: A\nextra: {{{name}: {asked}}}\n") == []


def test_a_setting_without_effect(told, tmp_path):
    """Templates of a site's own that read no further styles: whoever names some is told."""
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks/base.html").write_text("{{ page.content }}", encoding="utf-8")
    settings = "site_name: A\ntheme: {name: mkdocs, custom_dir: looks}\nextra_css: [a.css]\n"

    assert told(settings) == [(3, "The setting “extra_css” has no effect: looks/ does not read it.")]
    (tmp_path / "looks/base.html").write_text("{{ config.extra_css }}", encoding="utf-8")
    assert told(settings) == []


def test_inherited_settings_count(told, tmp_path):
    """Pages that another file of settings keeps out are not checked."""
    (tmp_path / "base.yml").write_text("site_name: A\nexclude_docs: old.md\n", encoding="utf-8")

    told("INHERIT: base.yml\n", old="# Old\n\n[x](gone.md)\n")

    assert check(None) == []


def test_another_hook_s_page_is_read(told, tmp_path):
    """What a site's own hook adds is checked as its other pages are."""
    hook = (
        "from mkdocs.structure.files import File\n"
        "def on_files(files, *, config):\n"
        "    files.append(File.generated(config, 'made.md', content='# Made\\n\\n[x](gone.md)\\n'))\n"
    )
    (tmp_path / "own.py").write_text(hook, encoding="utf-8")
    told("site_name: A\nhooks: [own.py]\n")

    assert [one.path for one in check(None) if one.severity == ERROR] == ["docs/made.md"]


@pytest.mark.parametrize("end", ["raise ConnectionError('no line')", "raise SystemExit('no line')"])
@pytest.mark.parametrize("event", ["on_config(config)", "on_files(files, *, config)", "on_startup(**what)"])
def test_a_hook_that_stops_is_named(told, tmp_path, event, end):
    """Material's own “info”, for one, asks the net, and falls over where there is none."""
    (tmp_path / "own.py").write_text(f"def {event}:\n    {end}\n", encoding="utf-8")

    assert told("site_name: A\nhooks:\n  - own.py\n") == [(3, "“own.py” stopped: no line.")]


def test_what_a_site_says(tmp_path):
    """Its name, language and address, as every sheet says them; where there is no file, what holds for any."""
    path = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    assert site_facts(read_config(path)[0]) == {
        "site": "",
        "lang": "en",
        "address": "",
        "words": {"page": "Page", "of": "of"},
    }
    path.write_text("site_name: Kettles\nsite_url: https://tea.example/a/\ntheme: {name: mkdocs, locale: de}\n")
    facts = site_facts(read_config(path)[0])

    assert (facts["site"], facts["address"]) == ("Kettles", "tea.example/a/")


def test_python_things_are_what_they_name(tmp_path):
    """An option may name a function, as in any mkdocs.yml."""
    (tmp_path / "docs").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: A\nmarkdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n"
        "        - {name: tea, class: tea, format: !!python/name:pymdownx.superfences.fence_code_format }\n"
    )
    config, problems = read_config(path)

    assert config.mdx_configs["pymdownx.superfences"]["custom_fences"][0]["format"] is fence_code_format
    assert problems == []


@pytest.mark.parametrize(
    ("docs", "root", "folder"),
    [("docs", "", "docs"), ("/a/text/pages", "/a", "text/pages"), ("/b/pages", "/a", "pages")],
)
def test_where_the_pages_stand(docs, root, folder):
    """From the project's root; by its name alone where the folder stands elsewhere."""
    assert folder_of(Path(docs), Path(root)) == folder


def test_a_link_to_what_is_not_published(told, tmp_path):
    """Data, settings and files of unknown kinds are there, and no reader could reach them."""
    for path in ("docs/_data/countries.yml", "docs/notes.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", encoding="utf-8")
    told("site_name: A\n", index="# Home\n\n[a](_data/countries.yml) [b](../mkdocs.yml) [c](notes.txt)\n")
    links = [problem.what for problem in check(None) if "leads nowhere" in problem.what]

    assert links == [
        f"The link to “{path}” leads nowhere." for path in ("../mkdocs.yml", "_data/countries.yml", "notes.txt")
    ]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_what_a_theme_gives_is_found_as_by_mkdocs(tmp_path, theme):
    """Without a look at its hidden folders; those of the theme's own folder in front are left out, too."""
    for name in ("own.css", ".hidden/own.svg", "deep/.hidden/own.svg", "deep/own.js", ".own"):
        (tmp_path / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / name).touch()
    config = MkDocsConfig()
    config.theme = Theme(theme, custom_dir=str(tmp_path / "own"))
    ours, theirs = Files([]), Files([])
    ours.add_files_from_theme(theme_env(config), config)
    theirs.add_files_from_theme(config.theme.get_env(), config)

    assert [(file.src_uri, file.abs_src_path) for file in ours] == [
        (file.src_uri, file.abs_src_path) for file in theirs
    ]
    assert {"own.css", "deep/own.js"} < {file.src_uri for file in ours}
    assert theme_env(config).loader.list_templates() != config.theme.get_env().loader.list_templates()


@pytest.mark.parametrize(
    "setting", ["edit_uri_template: 'javascript:alert(1)//{path}'", "edit_uri: 'data:text/html,x'"]
)
def test_a_way_to_mend_is_an_address_of_the_web(told, setting):
    """It stands on every page; one of the web is not spoken of."""
    settings = f"site_name: A\nrepo_url: https://code.example/a/b\n{setting}\n"

    assert [what for _, what in told(settings) if f"“{setting.partition(':')[0]}” is no address of the web" in what]
    for good in ("edit_uri: edit/main/docs/", "edit_uri_template: 'https://code.example/e?path={path!q}'"):
        assert [what for _, what in told(settings.replace(setting, good)) if "no address" in what] == []
