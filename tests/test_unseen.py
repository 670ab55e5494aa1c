"""What would keep words of a guide from whoever reads a change of it is told: hidden files, orders to git, code."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from guide.changes.code_files import MOST
from guide.changes.quoting import from_to, plain
from guide.model.problems import ERROR, NOTICE
from guide.site.unseen import check_attributes, check_hidden
from guide_mkdocs.command import check, main

PATHS = ["docs/index.md", "docs/_data/vouched.txt", "docs/photo.png", "mkdocs.yml", "package-lock.json"]
PATHS += ["hooks/guide/checks/safety.py", "overrides/assets/a.css", "scripts/changes", ".github/workflows/test.yml"]
HIDDEN = {
    ".gitattributes": ".gitattributes",
    "_data/.gitattributes": "_data/.gitattributes",
    "a/.git/config": "a/.git/",
    ".obsidian/a.json": ".obsidian/",
    "a/.page.md": "a/.page.md",
    ".nojekyll/a": ".nojekyll/",
    ".gitignore": ".gitignore",
    ".DS_Store.md": ".DS_Store.md",
    "a/node_modules/b.md": "a/node_modules/",
    "__generated__/b.md": "__generated__/",
}


@pytest.mark.parametrize(("path", "part"), HIDDEN.items(), ids=HIDDEN)
def test_what_is_hidden(path, part):
    """It is told once, as far as it is hidden."""
    assert [one.path for one in check_hidden([path, path, "a/b.md"], "docs", [])] == [f"docs/{part}"]
    assert [one.severity for one in check_hidden([path], "docs", [part])] == [NOTICE]
    assert [one.severity for one in check_hidden([path], "docs", ["*", "b.md"])] == [ERROR]


@pytest.mark.parametrize(
    "path", ["a.md", "a/.gitkeep", ".DS_Store", ".nojekyll", "a/.index.md.swp", ".#a.md", "_data/words.yml"]
)
def test_what_does_nothing(path):
    """What a system or an editor leaves is passed over."""
    assert list(check_hidden([path], "docs", [])) == []


FOLDED = {
    "docs/** -diff": "-diff",
    "*.txt linguist-generated": "linguist-generated",
    "*.txt text linguist-generated=true eol=lf": "linguist-generated",
    "docs/_data/vouched.txt binary": "binary",
    "/docs/_data/vouched.txt gitlab-generated": "gitlab-generated",
    '"docs/\\137data/vouched.txt" -diff': "-diff",
    "* filter=lfs diff=lfs merge=lfs -text": "filter=lfs",
    "hooks/**/*.py linguist-vendored": "linguist-vendored",
    "hooks/guide/checks/safety.py -diff": "-diff",
    "scripts/changes binary": "binary",
    "*.css linguist-generated": "linguist-generated",
    ".github/** -diff": "-diff",
    "mkdocs.yml -diff": "-diff",
    "[attr]still -diff\n*.md still": "still",
    "[attr]a binary\n[attr]b a\n*.md b": "b",
}


@pytest.mark.parametrize(("text", "attribute"), FOLDED.items(), ids=range(len(FOLDED)))
def test_what_folds_away(text, attribute):
    """It is told with its line."""
    [problem] = check_attributes({".gitattributes": text}, PATHS)

    assert (problem.path, problem.line) == (".gitattributes", text.count("\n") + 1)
    assert problem.what.startswith(f"“{attribute.partition('=')[0]}")


@pytest.mark.parametrize(
    "text",
    [
        "* text=auto eol=lf",
        "*.png binary",
        "# *.md -diff",
        "*.md diff linguist-generated=false -linguist-vendored",
        "*.md linguist-documentation linguist-detectable",
        "package-lock.json -diff linguist-generated",
        "",
        "[attr]still -diff",
        "*.png filter=lfs diff=lfs",
    ],
)
def test_what_folds_nothing(text):
    """Nothing is said of it."""
    assert list(check_attributes({".gitattributes": text}, PATHS)) == []


def test_attributes_between(tmp_path, monkeypatch):
    """Those of a folder above the pages count from there."""
    monkeypatch.chdir(tmp_path)
    files = {"mkdocs.yml": "site_name: A\ndocs_dir: text/pages\n", "text/pages/index.md": "# A\n"}
    files |= {"text/.gitattributes": "\npages/*.md -diff\n", "text/pages/_data/.gitattributes": "* -diff\n"}
    for path, text in files.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")

    assert [(one.path, one.line) for one in check(None)] == [
        ("text/.gitattributes", 2),
        ("text/pages/_data/.gitattributes", 1),
    ]


def test_attributes_beside_the_pages(tmp_path, monkeypatch):
    """Wherever they stand in what git keeps, they count from there; where none keeps it, they count for nothing."""
    monkeypatch.chdir(tmp_path)
    files = {"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n", "hooks/one.py": "", "scripts/two": ""}
    for path, text in (files | {"hooks/.gitattributes": "*.py -diff\n", "scripts/.gitattributes": "a -diff\n"}).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")
    assert check(None) == []
    subprocess.run(["git", "init", "-q"], check=True)

    assert [(one.path, one.line) for one in check(None)] == [("hooks/.gitattributes", 1)]


def test_what_a_host_takes_for_a_recording(tmp_path, monkeypatch):
    """A word near the end of a file of data would fold all of it away."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "docs/_data/words.yml").write_text("tagline: A\n# recorded_with: VCR 6\n#\n", encoding="utf-8")

    assert [(one.path, one.line) for one in check(None)] == [("docs/_data/words.yml", 2)]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A function that writes files of a project, and one that says how its summary begins."""
    monkeypatch.chdir(tmp_path)

    def write(**files: str) -> None:
        for path, text in files.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("with_git", [True, False])
def test_code_stands_first(project, capsys, with_git):
    """Orders to git and to hosts before it; words, data and settings are told by themselves."""
    if with_git:
        subprocess.run(["git", "init", "-q"], check=True)
    project(**{"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n", "hooks/one.py": "", "pyproject.toml": ""})
    main(["snapshot", ".git/a.json" if with_git else "../a.json"])
    project(**{"hooks/one.py": "import os\n", "docs/index.md": "# B\n", ".github/a.yml": "", "docs/_data/x.py": ""})
    project(**{"README.md": "", "requirements.txt": "", "docs/_data/.gitattributes": "", ".gitattributes": ""})
    Path("pyproject.toml").unlink()
    main(["compare", ".git/a.json" if with_git else "../a.json"])
    said = capsys.readouterr().out.split("\n## ")

    assert said[1].splitlines() == [
        "Code that runs, and other files",
        "",
        "**Read these first.** They run on the machine of whoever tries the change, or decide what is shown of it.",
        "",
        "- `.gitattributes` is new",
        "- `.github/a.yml` is new",
        "- `docs/_data/.gitattributes` is new",
        "- `docs/_data/x.py` is new",
        "- `hooks/one.py` is changed",
        "- `pyproject.toml` is gone",
    ]
    assert said[2].splitlines() == ["What people act on", "", "- `README.md` is new", "- `requirements.txt` is new"]


def test_each_sentence_of_a_document(project, capsys):
    """They stand high up; in a command other signs are another command."""
    project(**{"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n", "LICENSE": "MIT\n\nFree.\n"})
    project(**{"README.md": "# A\n\n```sh\n./serve 'a' - b\nls\n```\n", "SECURITY.md": "Write to us. Thanks.\n"})
    main(["snapshot", "../d.json"])
    project(
        **{"README.md": "# A\n\n```sh\n./serve “a” – b ls\n```\n", "SECURITY.md": "Write to x@y.example. Thanks.\n"}
    )
    project(**{"AGENTS.md": "Run this.\n", ".github/issue.md": "Send all.\n", "tests/hands.md": "Press.\n"})
    project(**{"docs/_data/README.md": "Here.\n"})
    Path("LICENSE").unlink()
    main(["compare", "../d.json"])
    said = capsys.readouterr().out.split("\n## ")

    assert said[1].splitlines()[4:] == ["- `docs/_data/README.md` is new", "- `tests/hands.md` is new"]
    assert said[2].splitlines()[2:] == [
        "- `.github/issue.md` is new",
        "    - `.github/issue.md:1` nothing → “Send all.”",
        "- `AGENTS.md` is new",
        "    - `AGENTS.md:1` nothing → “Run this.”",
        "- `LICENSE` is gone",
        "    - `LICENSE:1` “MIT” → nothing",
        "    - `LICENSE:3` “Free.” → nothing",
        "- `README.md` is changed",
        "    - `README.md:4` “./serve 'a' - b” → “./serve “a” – b ls”",
        "    - `README.md:5` “ls” → nothing",
        "- `SECURITY.md` is changed",
        "    - `SECURITY.md:1` “Write to us.” → “`Write to x@y.example.`”",
    ]


@pytest.mark.parametrize("broken", ["site_name: [\n", "site_name: A\nhooks: [gone.py]\nstrict: maybe\n"])
def test_settings_that_cannot_be_used_hide_nothing(project, capsys, broken):
    """Files are named, settings told by the line, and the sentences of documents, before what is wrong."""
    project(**{"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n", "hooks/one.py": "", "README.md": "Hi.\n"})
    main(["snapshot", "../e.json"])
    project(**{"mkdocs.yml": broken, "docs/index.md": "# B\n", "hooks/one.py": "import os\n", "README.md": "Ho.\n"})
    main(["compare", "../e.json"])
    said = capsys.readouterr().out

    assert "There is nothing to compare this guide with." in said
    assert said.index("- `hooks/one.py` is changed") < said.index("## Problems")
    assert "- `docs/index.md` is changed" in said
    assert "    - `README.md:1` “Hi.” → “Ho.”" in said
    assert "- `mkdocs.yml` is changed\n    - `mkdocs.yml:" in said
    assert plain(broken.splitlines()[-1]) in said


def test_settings_that_could_not_be_used_before(project, capsys):
    """Then there is no guide to compare with, and yet there are files."""
    project(**{"mkdocs.yml": "site_name: [\n", "docs/index.md": "# A\n", "hooks/one.py": ""})
    assert main(["snapshot", "../f.json"]) == 1
    project(**{"mkdocs.yml": "site_name: A\n", "hooks/one.py": "import os\n"})
    main(["compare", "../f.json"])
    said = capsys.readouterr().out

    assert "- `hooks/one.py` is changed" in said
    assert f"    - `mkdocs.yml:1` {from_to('site_name: [', 'site_name: A')}" in said


def test_a_name_of_bytes_that_are_no_signs(project, capsys):
    """It is kept, and told in signs that can be seen: else no later change could be compared with anything."""
    project(**{"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n"})
    Path(os.fsdecode(b"odd\xff.py")).write_text("", encoding="utf-8")
    main(["snapshot", "../g.json"])
    Path(os.fsdecode(b"odd\xff.py")).write_text("import os\n", encoding="utf-8")
    main(["compare", "../g.json"])

    assert "- `odd\\udcff.py` is changed" in capsys.readouterr().out


def test_many_files_of_code(project, capsys):
    """The first are named, and the folders of the others."""
    project(**{"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n"})
    main(["snapshot", "../b.json"])
    project(**{f"tests/{number}.py": "" for number in range(MOST + 40)})
    main(["compare", "../b.json"])

    assert "- and 40 more: tests\n" in capsys.readouterr().out


def test_an_older_generator(project, capsys):
    """What it did not keep is not told as new."""
    project(**{"mkdocs.yml": "site_name: A\n", "docs/index.md": "# A\n", "hooks/a.py": ""})
    main(["snapshot", "../c.json"])
    kept = json.loads(Path("../c.json").read_text("utf-8"))
    Path("../c.json").write_text(json.dumps({name: kept[name] for name in kept if name != "files"}), encoding="utf-8")
    main(["compare", "../c.json"])

    assert "Code that runs" not in capsys.readouterr().out
