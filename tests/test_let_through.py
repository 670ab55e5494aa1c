"""What may do more than anybody sees is let through where the settings say so, and that is told at each build."""

from pathlib import Path

import pytest
from guide.model.problems import NOTICE
from guide_mkdocs.command import check
from projects import build, other_config
from tiny_sites import PLAIN, SITES

BRINGING = {
    "a file of data": ("pymdownx.snippets: {base_path: [docs/_data]}", "pymdownx.snippets"),
    "a file of the machine": ("pymdownx.snippets: {base_path: [/], check_paths: true}", "pymdownx.snippets"),
    "by its class": (
        "'pymdownx.snippets:SnippetExtension': {base_path: [docs/_data]}",
        "pymdownx.snippets:SnippetExtension",
    ),
    "a picture": ("pymdownx.b64: {base_path: /}", "pymdownx.b64"),
    "drawings": ("pymdownx.emoji: {options: {custom_icons: [/home]}}", "pymdownx.emoji"),
    "what is not installed": ("mdx_include.mdx_include", "mdx_include.mdx_include"),
    "what a project keeps itself": ("docs.mine", "docs.mine"),
}


@pytest.fixture
def told(tmp_path, monkeypatch):
    """A function that checks a site of these settings and files, and says what is told of each."""
    monkeypatch.chdir(tmp_path)

    def run(settings: str, **files: str) -> list[tuple[str, int, str, str]]:
        texts = {"docs/index.md": '# Home\n\n--8<-- "words.txt"\n', "docs/_data/words.yml": "{}\n", **files}
        for path, text in {**texts, "mkdocs.yml": settings}.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
        return [(one.path, one.line, one.what, one.severity) for one in check(None)]

    return run


@pytest.mark.parametrize(("extension", "name"), BRINGING.values(), ids=BRINGING)
def test_an_extension_that_reads_or_runs(told, extension, name):
    """It is refused before it is loaded, by its line."""
    [(path, line, what, severity)] = told(f"site_name: A\nmarkdown_extensions:\n  - toc\n  - {extension}\n")

    assert (path, line, severity) == ("mkdocs.yml", 4, "error")
    assert what == f"The extension “{name}” may do more than turn text into HTML."


@pytest.mark.parametrize("form", ["{{{}: }}", "[{{{}: {{}}}}]", "&a [{}]", "[*b]"])
def test_however_it_is_written(told, form):
    """In a list, by names, behind an anchor, or in a file that is inherited."""
    settings = f"extra: {{b: &b {'pymdownx.b64' if '*' in form else 'c'}}}\n"
    settings += f"markdown_extensions: {form.format('pymdownx.b64')}\n"

    assert [one[2] for one in told(settings + "site_name: A\n")][:1] == [
        "The extension “pymdownx.b64” may do more than turn text into HTML."
    ]
    assert [one[:2] for one in told("INHERIT: base.yml\nsite_name: A\n", **{"base.yml": settings})][:1] == [
        ("base.yml", 1 if "*" in form else 2)
    ]


def test_where_the_site_asks_for_it(told):
    """It is loaded, and told as a notice."""
    settings = "site_name: A\nmarkdown_extensions: [pymdownx.snippets]\nextra: {allow: [pymdownx.snippets]}\n"
    files = {"docs/index.md": "# Home\n"}

    assert told(settings, **files) == [
        ("mkdocs.yml", 2, "“pymdownx.snippets” may bring in words, or change them.", NOTICE)
    ]


def test_a_hook_or_a_plugin_of_the_site_s_own(told):
    """Each is told, too; MkDocs' own search is not."""
    hook = {"own.py": "def on_files(files, *, config):\n    return files\n", "docs/index.md": "# Home\n"}

    assert told("site_name: A\nplugins: [search]\nhooks: [own.py]\n", **hook) == [
        ("mkdocs.yml", 3, "“own.py” may bring in words, or change them.", NOTICE)
    ]


def test_a_hook_that_passes_for_one_of_ours(told):
    """A file that stands beside its like is none."""
    files = {"tea/guide_mkdocs/__init__.py": "", "tea/own.py": "def on_env(env, **_):\n    return env\n"}

    assert told("site_name: A\nhooks: [tea/own.py]\n", **files, **{"docs/index.md": "# Home\n"}) == [
        ("mkdocs.yml", 2, "“tea/own.py” may bring in words, or change them.", NOTICE)
    ]


def test_a_hook_from_outside(told, tmp_path):
    """Nobody who reads the project would see it."""
    (tmp_path.parent / "away.py").write_text("def on_env(env, **_):\n    return env\n", encoding="utf-8")

    assert told("site_name: A\nhooks: [../away.py]\n") == [
        ("mkdocs.yml", 2, "The hook “../away.py” stands outside of the project.", "error")
    ]


@pytest.mark.parametrize("name", ["mkdocs", "properdocs"])
def test_a_build(tmp_path, name):
    """It stops without being asked to be strict; with the word of the site it is made, and says so."""
    settings = {**PLAIN, "markdown_extensions": "[pymdownx.snippets]"}
    stopped = build(other_config(tmp_path, SITES / "bare/docs", **settings), tmp_path / "site", name, strict=False)
    config = other_config(tmp_path, SITES / "bare/docs", **settings)
    config.write_text(
        config.read_text("utf-8").replace("\nextra:\n", "\nextra:\n  allow: pymdownx.snippets\n"), "utf-8"
    )
    made = build(config, tmp_path / "site", name)

    assert stopped.returncode == 1
    assert "“pymdownx.snippets” may do more than turn text into HTML." in stopped.stdout
    assert made.returncode == 0, made.stdout
    assert "“pymdownx.snippets” may bring in words, or change them." in made.stdout
