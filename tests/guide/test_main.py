"""The command line: `python -m guide check`."""

import pytest
from guide.__main__ import main

BROKEN = {"a.md": "# A\n\n[x](gone.md)\n", "b.md": "---\ncolour: red\n---\n# B\n"}


@pytest.fixture
def check(tmp_path, capsys, monkeypatch):
    """A function that checks {path: text} and returns (exit status, what was said, with the folder as `docs`)."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(texts: dict[str, str]) -> tuple[int, str]:
        docs = tmp_path / "docs"
        docs.mkdir()
        for path, text in texts.items():
            (docs / path).write_text(text, encoding="utf-8")
        status = main(["check", str(docs)])
        return status, capsys.readouterr().out.replace(docs.as_posix(), "docs")

    return run


def test_nothing_wrong(check):
    """A guide with nothing wrong says nothing, and succeeds."""
    assert check({"a.md": "# A\n"}) == (0, "")


def test_all_at_once(check):
    """Every problem of every page in one run, a count at the end, and failure."""
    status, said = check(BROKEN)

    assert status == 1
    assert [line for line in said.splitlines() if line and line[0] != " "] == [
        "docs/a.md:3: The link to “gone.md” leads nowhere.",
        "docs/b.md:2: Unknown field “colour”.",
        "2 problems in 2 files.",
    ]


def test_notices_do_not_fail(check):
    """A review that is due is said, and fails nothing."""
    status, said = check({"a.md": "---\nnext_review: 2020-01-31\n---\n# A\n"})

    assert (status, said.splitlines()[0]) == (0, "docs/a.md:2: The page was to be reviewed by 2020-01-31.")


def test_our_own_address(check, tmp_path):
    """Where the site stands is read from its configuration: a whole address of ours is a way into the guide."""
    settings = "site_url: https://a.example/\nextra: {exit_url: https://b.example/}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    links = "[b](https://a.example/b/) [c](https://b.example/)"
    _, said = check({"a.md": f"---\nkind: safety\ntab: Notes\n---\n# A\n\n{links}\n"})

    assert said.splitlines()[0] == "docs/a.md:7: A safety page links to “https://a.example/b/”, which is not one."
    assert said.splitlines()[-1] == "1 problem in 1 file."


def test_annotations(check, monkeypatch):
    """Where GitHub runs the check, each problem is an annotation as well."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    _, said = check(BROKEN)

    assert [line.partition("title=")[0] for line in said.splitlines() if line.startswith("::")] == [
        "::error file=docs/a.md,line=3,",
        "::error file=docs/b.md,line=2,",
    ]


SITE = """
exclude_docs: /old/
draft_docs: new.md
markdown_extensions:
  - wikilinks: {base_url: "", end_url: .md}
"""


@pytest.mark.parametrize("named", [[], ["text/pages"]], ids=["as the settings say", "as it is named"])
def test_the_settings_of_the_site(tmp_path, capsys, monkeypatch, named):
    """Pages are read as mkdocs.yml says: by its extensions, and only those that are built."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    texts = {"a.md": "# A\n\n[[Gone]]\n", "new.md": "# New\n\n[x](gone.md)\n", "old/a.md": "# Old\n\n[x](gone.md)\n"}
    for path, text in texts.items():
        (tmp_path / "text/pages" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "text/pages" / path).write_text(text, encoding="utf-8")
    for place in (tmp_path, tmp_path / "text"):
        (place / "mkdocs.yml").write_text(f"docs_dir: text/pages\n{SITE}", encoding="utf-8")
    status = main(["check", *named])

    assert status == 1
    assert [line for line in capsys.readouterr().out.splitlines() if line and line[0] != " "] == [
        "text/pages/a.md:3: The link to “Gone.md” leads nowhere.",
        "1 problem in 1 file.",
    ]


def test_settings_that_cannot_be_read(tmp_path, capsys, monkeypatch):
    """They are all that is said, for no page could be judged."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [no-such-thing]\n", encoding="utf-8")
    status = main(["check"])

    assert status == 1
    assert capsys.readouterr().out.startswith("mkdocs.yml:2: “plugins” in the settings: ")


def test_no_such_folder(tmp_path, capsys):
    """A folder that is not there is told from a guide with problems."""
    assert main(["check", str(tmp_path / "nothing")]) == 2
    assert capsys.readouterr().err == f"There is no folder {tmp_path / 'nothing'}.\n"
