"""`python -m guide new guide`: a folder that is a guide at once, with a generator of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from guide.__main__ import main
from projects import ROOT
from test_another_guide import OUR_NAMES, OUR_WORDS
from tiny_sites import page, texts

FIRST = ROOT / "hooks/guide/authors/guide"


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> Path:
    """A guide that was just begun."""
    folder = tmp_path_factory.mktemp("own") / "a path" / "joe's-kettles"
    assert main(["new", "guide", str(folder)]) == 0
    return folder


def run_in(folder: Path, *words: str) -> subprocess.CompletedProcess:
    """Run Python in a guide, with the guide's own generator."""
    env = {
        **os.environ,
        "PYTHONPATH": str(folder / "hooks"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.run([sys.executable, "-m", *words], cwd=folder, env=env, **told)


def test_it_builds_at_once(own, tmp_path):
    """Nothing is wrong with it, and its first page has its name, in the look of any guide."""
    checked = run_in(own, "guide", "check")
    built = run_in(own, "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"))

    assert (checked.returncode, checked.stdout) == (0, "")
    assert built.returncode == 0, built.stdout
    assert texts(page(tmp_path / "site", ""), "h1") == ["Joe’s kettles"]
    assert (tmp_path / "site/guide.json").exists()


def test_a_page_is_begun_in_it(own):
    """Its own generator begins its pages, and names where to look things up."""
    begun = run_in(own, "guide", "new", "step", "boil")
    checked = run_in(own, "guide", "check")
    (own / "docs/steps/boil.md").unlink()

    assert begun.stdout.startswith("Begun: docs/steps/boil.md\n")
    assert "reference/content-model.md" in begun.stdout
    assert "nav" not in begun.stdout
    assert {line.split(":")[2].strip() for line in checked.stdout.splitlines() if line.startswith("docs/")} == {
        "Still to be written"
    }


def test_another_generator_can_check_it(own, capsys):
    """Its hooks are known for what they are, wherever the check is called from."""
    assert (main(["check", str(own / "docs")]), capsys.readouterr().out) == (0, "")


def test_nothing_of_ours_is_in_it(own):
    """None of our words, no page of ours, and whatever it needs to run."""
    kept = [path for path in own.rglob("*") if path.is_file() and path.relative_to(own).parts[0] not in ("reference",)]
    told = {path: path.read_text("utf-8") for path in kept if path.suffix in (".md", ".yml")}
    found = {(path.name, word) for path, text in told.items() for word in OUR_WORDS.findall(OUR_NAMES.sub("", text))}

    assert found == set()
    assert sorted(path.name for path in own.iterdir()) == [
        ".editorconfig",
        ".gitignore",
        ".vscode",
        "README.md",
        "docs",
        "hooks",
        "mkdocs.yml",
        "overrides",
        "reference",
        "requirements.txt",
        "scripts",
    ]
    assert os.access(own / "scripts/serve", os.X_OK)
    assert (own / "hooks/LICENSE").read_text("utf-8") == (ROOT / "LICENSE").read_text("utf-8")
    assert [path for path in own.rglob("*") if path.name in ("__pycache__", "node_modules")] == []


def test_its_settings_are_ours_but_for_the_words():
    """What makes the site is the same, so that a hook or a file that joins ours joins every new guide."""

    class Loader(yaml.SafeLoader):
        """Reads what MkDocs takes from the environment as it stands."""

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[0])
    ours, first = (yaml.load(path.read_text("utf-8"), Loader) for path in (ROOT / "mkdocs.yml", FIRST / "mkdocs.yml"))
    own = {"site_name", "site_description", "site_author", "copyright", "nav", "edit_uri"}

    assert {name: value for name, value in first.items() if name not in own} == {
        name: value for name, value in ours.items() if name not in own
    }
    assert "nav" not in first


def test_what_holds_something_is_left_alone(own, tmp_path, capsys):
    """Neither a folder with files nor a file is filled; an empty folder may be; nothing is put among our pages."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear.txt").write_text("Dear you", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    refused = [
        main(["new", "guide", str(folder)])
        for folder in (tmp_path / "letters", tmp_path / "letters/dear.txt", own, ROOT / "docs/mine")
    ]

    assert refused == [2, 2, 2, 2]
    assert re.findall("Name a", capsys.readouterr().err) == ["Name a"] * 4
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]
    assert main(["new", "guide", str(tmp_path / "empty")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "letters"]
