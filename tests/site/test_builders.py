"""The same pages under MkDocs and under its fork ProperDocs: the site must outlive its builder."""

import re
from pathlib import Path

import pytest
from conftest import ROOT, build, other_config

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


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_nothing_of_a_theme_is_needed(site, folder_edition, tmp_path, builder):
    """Where Material cannot be imported, and no theme is named, the site is the same to the byte."""
    config = other_config(tmp_path)
    text = config.read_text(encoding="utf-8")
    assert text.count("  name: material\n") == 1
    config.write_text(text.replace("  name: material\n", "  name: null\n"), encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['material'] = None\n", encoding="utf-8")
    told = {"FOLDER_EDITION": str(folder_edition), "PYTHONPATH": str(tmp_path)}
    made = build(config, tmp_path / "site", builder=builder, **told)
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
