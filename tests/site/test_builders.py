"""The same pages under MkDocs and under its fork ProperDocs: the site must outlive its builder."""

import re
from pathlib import Path

from conftest import ROOT, build

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a site, its generator's name taken out; archives, which carry a time, by name alone."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.suffix == ".gz" else GENERATOR.sub(b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_properdocs_makes_the_same_site(site, folder_edition, tmp_path):
    """A strict build under ProperDocs differs from MkDocs's in nothing but the generator's name."""
    made = build(ROOT / "mkdocs.yml", tmp_path / "site", builder="properdocs", FOLDER_EDITION=str(folder_edition))
    ours, theirs = contents(site), contents(tmp_path / "site")

    assert made.returncode == 0, made.stdout
    assert {path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)} == set()


def test_two_builds_are_the_same(site, tmp_path):
    """The same sources give the same bytes, the edition to take along among them."""
    folder = build(ROOT / "mkdocs.yml", tmp_path / "folder", FOR_FOLDER="true")
    assert folder.returncode == 0, folder.stdout
    made = build(ROOT / "mkdocs.yml", tmp_path / "site", FOLDER_EDITION=str(tmp_path / "folder"))

    assert made.returncode == 0, made.stdout
    assert contents(site) == contents(tmp_path / "site")


def test_a_strict_build_warns_of_nothing(tmp_path):
    """The log of a strict build holds no warning."""
    made = build(ROOT / "mkdocs.yml", tmp_path / "site")

    assert [line for line in made.stdout.splitlines() if line.startswith(("WARNING", "ERROR"))] == []
    assert made.returncode == 0
