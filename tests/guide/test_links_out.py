"""Links among the files of a site, and what cannot be read: nothing of the machine is published."""

import os
import socket
from pathlib import Path

import pytest
from files_told import SVG, told
from guide.reading.files import FoundFile, found_files, read_texts
from guide_mkdocs.command import check
from projects import ROOT, build, other_config, run


def test_links_in_a_folder(tmp_path):
    """Those that lead out, round in a circle, or nowhere, are seen; one to a file beside it is a file."""
    docs = tmp_path / "docs"
    (docs / "a/b").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("s")
    (docs / "a/page.md").write_text("p")
    for name, target in {
        "out.md": tmp_path / "secret.md",
        "a/b/circle": docs,
        "gone.md": docs / "nothing",
        "fine.md": docs / "a/page.md",
        "absolute": Path("/etc"),
        "null.png": Path("/dev/null"),
        "itself.md": docs / "itself.md",
        "a/_data": docs / "a",
    }.items():
        (docs / name).symlink_to(target)

    assert {file.path: file.leads_out for file in found_files(docs)} == {
        "out.md": True,
        "a/b/circle": True,
        "gone.md": True,
        "fine.md": False,
        "absolute": True,
        "null.png": True,
        "itself.md": True,
        "a/_data": True,
        "a/page.md": False,
    }
    assert {file.path: file.target for file in found_files(docs) if file.target} == {"fine.md": "a/page.md"}


def test_what_cannot_be_read(tmp_path, monkeypatch):
    """A pipe, a socket, and what is closed to the builder are named at once, and never waited for."""
    (tmp_path / "docs/closed").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    for name in ("index.md", "locked.md", "closed/a.md"):
        (tmp_path / "docs" / name).write_text("# A\n", encoding="utf-8")
    for name in ("pipe.md", "pipe.svg", "_data/words.yml"):
        (tmp_path / "docs" / name).parent.mkdir(exist_ok=True)
        os.mkfifo(tmp_path / "docs" / name)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as heard:
        heard.bind("docs/s.png")
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, how: Path(path).name not in ("closed", "locked.md") and may(path, how)
    )

    assert {problem.path for problem in check(None) if "cannot be read" in problem.what} == {
        f"docs/{name}" for name in ("_data/words.yml", "closed", "locked.md", "pipe.md", "pipe.svg", "s.png")
    }
    assert not read_texts(tmp_path / "docs").get("pipe.md")


@pytest.mark.parametrize(
    ("path", "target", "is_told"),
    [
        ("a.png", "b/a.png", False),
        ("a.JPG", "b/a.jpg", False),
        ("a.md", "b.md", False),
        ("a.png", "_data/help-lines.yml", True),
        ("a.svg", "_data/pictures/a.svg", True),
        ("a.md", "_data/a.md", True),
        ("a.png", "b.md", True),
        ("a.md", "drafts/a.md", True),
        ("a.png", ".hidden/a.png", True),
        ("a.pdf", "_data/a.pdf", True),
    ],
)
def test_a_link_shows_what_is_published_anyway(path, target, is_told):
    """Nothing that is kept back is shown under another name, whatever the site asks for."""
    file = FoundFile(path, text=SVG.format(""), target=target)
    said = told([file], asked=["*.pdf", "*.png"], kept_back=["drafts/a.md"])

    assert (f"docs/{path}:1: It is a link to {target}, which is not published as such a file." in said) == is_told


@pytest.mark.parametrize("place", ["docs/me.md", "docs/me.png", "docs/_data/words.yml", "overrides-like"])
def test_no_file_of_the_machine_is_published(tmp_path, place):
    """A link out stops check and build, before what stands there is read."""
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# A\n")
    (tmp_path / "secret").write_text("tagline: secret\n")
    target = tmp_path / ("docs/folder" if place == "overrides-like" else place)
    target.symlink_to(tmp_path if place == "overrides-like" else tmp_path / "secret")
    config = other_config(tmp_path, tmp_path / "docs")
    built = build(config, tmp_path / "site", strict=False)
    words = ["env", f"PYTHONPATH={ROOT}/hooks", ROOT / ".venv/bin/python", "-m", "guide", "check", tmp_path / "docs"]
    checked = run(words)

    assert (built.returncode, checked.returncode) == (1, 1), built.stdout
    assert not (tmp_path / "site").exists()
    for said in (built.stdout, checked.stdout):
        assert f"{target.relative_to(tmp_path / 'docs')}:1: It is a link" in said


def test_what_is_kept_back_is_not_shown_by_a_link(tmp_path):
    """Data, and a page that the settings leave out, are told and not published, in a whole build."""
    docs = tmp_path / "docs"
    (docs / "_data").mkdir(parents=True)
    for path in ("index.md", "kept.md", "_data/words.yml"):
        (docs / path).write_text("# A\n" if path.endswith(".md") else "tagline: secret\n")
    (docs / "words.png").symlink_to("_data/words.yml")
    (docs / "shown.md").symlink_to("kept.md")
    config = other_config(tmp_path, docs)
    config.write_text(config.read_text().replace("  /_data/\n", "  /_data/\n  /kept.md\n"))
    built = build(config, tmp_path / "site", strict=False)

    assert built.returncode == 0, built.stdout
    for path in ("words.png", "shown.md"):
        assert f"docs/{path}:1: It is a link to " in built.stdout
    assert not (tmp_path / "site/words.png").exists()
    assert not (tmp_path / "site/shown").exists()
