"""The generator as it is installed by pip: it begins, checks and builds a guide where no clone of ours is."""

import hashlib
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest
from guide.__main__ import main
from guide.authors.generator import TOLD
from projects import ROOT

BARE = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "VIRTUAL_ENV"))}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("wheel")]


def done(words: list, cwd: Path, **told: str) -> str:
    """What a program says, that must succeed, and is told nothing of this project."""
    said = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    ended = subprocess.run(list(map(str, words)), cwd=cwd, env={**BARE, **told}, **said)
    assert ended.returncode == 0, ended.stdout
    return ended.stdout


class Machine:
    """One that has the libraries, and our wheel; it is not told where the project is."""

    def __init__(self, folder: Path) -> None:
        self.bin, self.folder = folder / "env/bin", folder
        venv.create(folder / "env", with_pip=True)
        self.site = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder / "env")}))
        # The libraries of these tests stand in for those that would be downloaded.
        (self.site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        offline = ("--no-index", "--no-deps", "--disable-pip-version-check")
        done([self.bin / "pip", "wheel", "--quiet", *offline, "--wheel-dir", folder, ROOT], folder)
        [self.wheel] = folder.glob("*.whl")
        done([self.bin / "pip", "install", "--quiet", *offline, self.wheel], folder)


@pytest.fixture(scope="module")
def machine(tmp_path_factory) -> Machine:
    """One for all."""
    return Machine(tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="module")
def begun(machine) -> Path:
    """A guide that the installed command has begun."""
    done([machine.bin / "guide", "new", "guide", "our kettles"], machine.folder)
    return machine.folder / "our kettles"


def files(folder: Path) -> dict[str, tuple[bytes, bool]]:
    """What is in each file of a folder, and whether it can be run."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), os.access(path, os.X_OK)) for path in found}


def test_pip_knows_what_it_needs(machine):
    """The libraries of the project, what may be added, the oldest Python, and the rights."""
    [told] = map(PathDistribution, machine.site.glob("mend-*.dist-info"))
    asked = {one.partition(";")[0].strip() for one in told.requires}

    assert isinstance(told, Distribution)
    assert asked == {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]}
    assert (told.version, told.metadata["Requires-Python"]) == (PROJECT["version"], PROJECT["requires-python"])
    assert told.read_text("licenses/LICENSE") == (ROOT / "LICENSE").read_text("utf-8")
    assert done([machine.bin / "python", "-c", "import guide; print(guide.__file__)"], machine.folder).startswith(
        str(machine.site)
    )


def test_its_guide_is_that_of_a_clone(begun, tmp_path):
    """To the file and the byte, and with the same programs."""
    assert main(["new", "guide", str(tmp_path / "our kettles")]) == 0
    assert files(begun) == files(tmp_path / "our kettles")
    assert files(begun)["scripts/build"][1]


def test_a_guide_is_checked_and_built(machine, begun):
    """By the command, and by Python; nothing is wrong with it, and the whole site is there."""
    said = done([machine.bin / "guide", "check"], begun)
    built = done([machine.bin / "python", "-m", "guide", "build"], begun, NO_MKDOCS_2_WARNING="1")

    assert said == ""
    assert built.startswith("Built ")
    assert "Our kettles" in (begun / "site/index.html").read_text("utf-8")
    assert {"guide.json", "index.html.br", "_headers"} <= {path.name for path in (begun / "site").iterdir()}


def test_a_guide_is_made_by_its_own_generator(machine, begun):
    """Another that is installed hands on to it."""
    mark = begun / "hooks/guide_mkdocs/command.py"
    text = mark.read_text("utf-8")
    mark.write_text('def main(words):\n    print("its own", *words)\n', encoding="utf-8")
    said = done([machine.bin / "guide", "check", "a b"], begun)
    mark.write_text(text, encoding="utf-8")

    assert said == "its own check a b\n"


def test_everybody_makes_the_same_bytes(machine, tmp_path):
    """By pip, and by the script: with another mask, order of names, zone and folder."""
    copy = tmp_path / "a path of" / "its own"
    copy.parent.mkdir()
    names = ("hooks", "overrides", "scripts", "docs/about", ".vscode", "README.md", "LICENSE", "pyproject.toml")
    for name in (*names, "requirements.txt", ".gitignore", ".editorconfig"):
        done(
            ["bash", "-c", 'umask 077; mkdir -p "$(dirname "$1/$2")"; cp -R "$0/$2" "$1/$2"', ROOT, copy, name],
            tmp_path,
        )
    words = [sys.executable, copy / "scripts/own_wheel.py", tmp_path]
    told = {"TZ": "Etc/GMT-14", "PYTHONHASHSEED": "2", "PYTHONPATH": str(copy / "hooks")}
    done(words, tmp_path, **told)
    [other] = tmp_path.glob("*.whl")
    one, two = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (machine.wheel, other))

    assert (other.name, two) == (machine.wheel.name, one)


def test_nothing_of_ours_is_in_it(machine):
    """No page but what tells authors how; nothing of the tests, and nothing that a tool has left."""
    with zipfile.ZipFile(machine.wheel) as wheel:
        names = wheel.namelist()

    assert {name.split("/")[0].split("-")[0] for name in names} == {"guide", "guide_mkdocs", "guide_project", "mend"}
    assert {name.split("/")[1] for name in names if name.startswith("guide_project/")} == {
        ".editorconfig",
        ".gitignore",
        ".vscode",
        "hooks",
        "overrides",
        "reference",
        "requirements.txt",
        "scripts",
    }
    assert {Path(name).name for name in names if "/reference/" in name} == set(TOLD)
    assert [name for name in names if "__pycache__" in name or "node_modules" in name] == []
