"""The same pages under MkDocs and under its fork ProperDocs: the site must outlive its builder."""

import re
from pathlib import Path

import pytest
from conftest import LOG
from projects import ROOT, build, other_config

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a site, its generator's name taken out; archives, which carry a time, by name alone."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.suffix == ".gz" else GENERATOR.sub(b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def differing(one: Path, other: Path) -> set[str]:
    """The files that only one of two sites holds, or that are not the same in both."""
    ours, theirs = contents(one), contents(other)
    return {path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path)}


@pytest.mark.thorough
def test_properdocs_makes_the_same_site(site, folder_edition, tmp_path):
    """Strict builds of both editions under ProperDocs differ from MkDocs's in nothing but the generator's name.

    So the same sources give the same bytes each time: no two programs order what is in a set alike.
    """
    folder = build(ROOT / "mkdocs.yml", tmp_path / "folder", builder="properdocs", FOR_FOLDER="true")
    made = build(ROOT / "mkdocs.yml", tmp_path / "site", builder="properdocs", FOLDER_EDITION=str(tmp_path / "folder"))

    assert folder.returncode == 0, folder.stdout
    assert made.returncode == 0, made.stdout
    assert differing(folder_edition, tmp_path / "folder") == set()
    assert differing(site, tmp_path / "site") == set()


@pytest.mark.thorough
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

    assert made.returncode == 0, made.stdout
    assert differing(site, tmp_path / "site") == set()


def test_a_strict_build_warns_of_nothing(site):
    """Its log holds no warning."""
    said = site.with_name(LOG).read_text(encoding="utf-8")

    assert "INFO" in said
    assert [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR"))] == []
