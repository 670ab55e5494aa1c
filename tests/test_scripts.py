"""What the scripts do for whoever runs them: the last good site stays, and mistakes are told."""

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import brotli
import pytest
from conftest import ROOT


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project with a small guide in it, below a path with spaces; it need not be set up again."""
    folder = tmp_path / "a path" / "our project"
    for name in ("hooks", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    shutil.copytree(ROOT / "tests/sites/bare/docs", folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
    return folder


def is_text(data: bytes) -> bool:
    """Whether some bytes are text, as every page, style, script and list of addresses is."""
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def script(project: Path, name: str, *words: str) -> subprocess.CompletedProcess:
    """Run a script of a project from another folder, as a person may."""
    path = [str(project / "scripts" / name), *words]
    return subprocess.run(path, cwd=project.parent, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("broken", "said"),
    [("[x](gone.md)", "docs/index.md:5: The link to “gone.md” leads nowhere.\n    Why:  "), ("[x](gone/)", "gone/")],
    ids=["seen by the check", "seen by MkDocs alone"],
)
def test_the_last_good_site_stays(project, broken, said):
    """A broken page leaves the site as it was; once mended, the new site takes its place, and old pages are gone."""
    first = script(project, "build")
    good, home = files(project / "site"), project / "docs/index.md"
    words = home.read_text(encoding="utf-8")

    home.write_text(f"{words}\n{broken}\n", encoding="utf-8")
    second = script(project, "build")
    kept = files(project / "site")

    home.write_text("# Mended\n", encoding="utf-8")
    shutil.rmtree(project / "docs/other")
    third = script(project, "build")

    assert (first.returncode, "index.html" in good, "other/page/index.html" in good) == (0, True, True), first.stdout
    assert (second.returncode, said in second.stdout) == (1, True), second.stdout
    assert kept == good
    assert third.returncode == 0, third.stdout
    assert '<h1 id="mended">Mended</h1>' in (project / "site/index.html").read_text(encoding="utf-8")
    assert not (project / "site/other").exists()
    assert sorted(path.name for path in project.glob("site*")) == ["site"]


def test_a_site_built_elsewhere(project):
    """Another folder may be named, and nothing is left beside it."""
    built = script(project, "build", str(project.parent / "out/the site"))

    assert built.returncode == 0, built.stdout
    assert (project.parent / "out/the site/index.html").exists()
    assert sorted(path.name for path in (project.parent / "out").iterdir()) == ["the site"]
    assert not (project / "site").exists()


def test_every_text_of_the_production_site_is_compressed(project):
    """A `.br` and a `.gz` beside each text file hold what it holds, after a second build as well."""
    script(project, "build")
    (project / "docs/index.md").write_text("# Other words\n", encoding="utf-8")
    script(project, "build")
    built = files(project / "site")
    copies = {path for path in built if path.endswith((".br", ".gz"))}
    texts = {path: data for path, data in built.items() if path not in copies and path != "_headers" and is_text(data)}

    assert {path: brotli.decompress(built[f"{path}.br"]) for path in texts} == texts
    assert {path: gzip.decompress(built[f"{path}.gz"]) for path in texts} == texts
    assert b"Other words" in texts["index.html"]


def test_the_check_script_says_what_is_wrong(project):
    """`scripts/check` shows the problems of pages and fails."""
    (project / "docs/index.md").write_text("# A\n\n[x](gone.md)\n", encoding="utf-8")
    said = script(project, "check")

    assert "docs/index.md:3: The link to “gone.md” leads nowhere." in said.stdout
    assert said.returncode == 1
