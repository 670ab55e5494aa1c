"""A release: what it asks for first, what it writes, and that its files are the same bytes for whoever makes them."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import changelog
import pytest
from projects import ROOT
from served import copy_code

CLOCK = '''\
# ruff: noqa
"""Another day, for all that Python does in this project."""

import datetime
import os
import time

AHEAD, now = float(os.environ.get("AHEAD", 0)), time.time
time.time = lambda: now() + AHEAD


class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)


class Day(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Moment, Day
'''
HERE = {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {
    "TZ": "Etc/GMT-14",
    "PYTHONHASHSEED": "2",
    "AHEAD": str(400 * 24 * 3600),
    "SITE_URL": "https://elsewhere.example/",
}
"""Another host on another day. Its umask is another, too."""
LOG = "# Changes\n\n## Unreleased\n\n### Added\n\n- A bicycle.\n"


class Project:
    """A small guide with the project's scripts, under git."""

    def __init__(self, folder: Path, env: dict[str, str], umask: str) -> None:
        self.folder, self.umask = folder, umask
        told = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
        who = {f"GIT_{who}_{what}": "a@a.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.env = {**told, **who, **env}

    def run(self, line: str) -> subprocess.CompletedProcess:
        """What a line says and does there."""
        words = ["bash", "-c", f"umask {self.umask}; {line}"]
        return subprocess.run(
            words, cwd=self.folder, env=self.env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def done(self, line: str) -> str:
        """The same, of what must succeed."""
        done = self.run(line)
        assert done.returncode == 0, done.stdout
        return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """One that has released nothing yet."""
    folder = tmp_path_factory.mktemp("release") / "one"
    for name in ("hooks", "overrides", "scripts"):
        copy_code(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests/sites/bicycle/docs", folder / "docs")
    for name in ("pyproject.toml", "requirements.txt", ".gitignore", ".editorconfig", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / ".vscode", folder / ".vscode")
    shutil.copytree(ROOT / "docs/about", folder / "reference")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    (folder / "hooks/sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    (folder / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "tests").mkdir()
    made = Project(folder, HERE, "022")
    made.done("git init -q -b main && git add --all && git commit -q -m Begun")
    return with_environment(made)


def with_environment(project: Project) -> Project:
    """That of these tests stands in for one that would have to be downloaded."""
    (project.folder / ".venv").symlink_to(sys.prefix)
    (project.folder / ".git/info/exclude").write_text("/.venv\n/dist*/\n", encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def released(project) -> Path:
    """The files of its first release."""
    project.done("scripts/release 1.0.0")
    return project.folder / "dist"


@pytest.fixture(scope="module")
def built(project, tmp_path_factory) -> Path:
    """Its site, as this project builds it here."""
    site = tmp_path_factory.mktemp("built") / "site"
    project.done(f"scripts/build '{site}'")
    return site


def files(folder: Path) -> dict[str, str]:
    """The hash of every file of a folder."""
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()}


def test_what_a_release_is(project, released):
    """The site, the e-book, the workbook, the addresses and the wheel, with their hashes; a commit, and its tag."""
    made = files(released)
    sums = dict(reversed(line.split("  ")) for line in (released / "SHA256SUMS").read_text("utf-8").splitlines())

    assert list(made) == [
        "SHA256SUMS",
        "mend-1.0.0-addresses.txt",
        "mend-1.0.0-py3-none-any.whl",
        "mend-1.0.0-site.zip",
        "mend-1.0.0.epub",
    ]
    assert sums == {name: hashed for name, hashed in made.items() if name != "SHA256SUMS"}
    assert project.done("git show --name-only --format= v1.0.0^{commit}").split() == [
        "CHANGELOG.md",
        "docs/_data/addresses.txt",
        "pyproject.toml",
    ]
    assert "/ride/\n" in (project.folder / "docs/_data/addresses.txt").read_text(encoding="utf-8")
    assert 'version = "1.0.0"' in (project.folder / "pyproject.toml").read_text(encoding="utf-8")
    with zipfile.ZipFile(released / "mend-1.0.0-site.zip") as site:
        assert {"mend-1.0.0-site/index.html", "mend-1.0.0-site/_headers"} <= set(site.namelist())


def test_the_clocks_differ(project):
    """What the two tests below build by is not the same day."""
    asked = "PYTHONPATH=hooks .venv/bin/python -c 'import datetime; print(datetime.date.today())'"
    days = {Project(project.folder, env, "022").done(asked) for env in (HERE, ELSEWHERE)}

    assert len(days) == 2


def test_the_same_bytes_for_everybody(project, released, tmp_path):
    """On another day, by another clock, mask and order, in another folder and for another host."""
    folder = tmp_path / "a path of" / "its own"
    subprocess.run(["git", "clone", "--quiet", project.folder, folder], check=True)
    other = with_environment(Project(folder, ELSEWHERE, "077"))
    other.done("scripts/release v1.0.0")

    assert files(folder / "dist") == files(released)


def test_each_build_makes_the_same_site(project, built, tmp_path):
    """Without any release: the day on which it is built stands in no file."""
    later = {name: value for name, value in ELSEWHERE.items() if name != "SITE_URL"}
    Project(project.folder, later, "077").done(f"scripts/build '{tmp_path / 'other'}'")

    one, other = files(built), files(tmp_path / "other")
    assert [name for name in {**one, **other} if one.get(name) != other.get(name)] == []
    assert len(one) > 50


def test_a_new_site_holds_the_scripts_of_the_last(project, built, tmp_path):
    """With another script all stand at another address, and the old ones beside them; built again, nothing is added."""
    site, mark, script = tmp_path / "site", "\nname;\n", project.folder / "overrides/assets/scripts/copy.js"
    shutil.copytree(built, site)
    before, text = set(files(site)), script.read_text(encoding="utf-8")
    project.done(f"scripts/build '{site}'")
    again = set(files(site))
    script.write_text(text + mark, encoding="utf-8")
    project.done(f"scripts/build '{site}'")
    script.write_text(text, encoding="utf-8")
    after = set(files(site))
    old = {name for name in before if name.startswith(("_/", "search/"))}

    assert again == before
    assert before - after == set()
    assert {name.split("/")[0] for name in after - before} == {"_", "search", ".guide-earlier"}
    assert {f"{name}{copy}" for name in old for copy in ("", ".br", ".gz") if name.endswith((".js", ".json"))} <= after


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("scripts/release", "Which version?"),
        ("scripts/release one", "“one” is no version."),
        ("scripts/release １.２.３", "“１.２.３” is no version."),
        ("scripts/release 0.9.0 dist-2", "0.9.0 is not newer than 1.0.0."),
        ("scripts/release 1.0.1 dist-2", "CHANGELOG.md says of nothing that is new."),
        ("scripts/release 1.0.0", "dist holds something already."),
        ("echo >>mkdocs.yml; scripts/release 1.1.0 dist-2; s=$?; git checkout -q .; exit $s", "not committed"),
    ],
)
def test_what_is_refused(project, released, line, said):
    """In one sentence, and with nothing changed."""
    before = project.done("git rev-parse HEAD")
    done = project.run(line)

    assert (done.returncode != 0, said in done.stdout) == (True, True), done.stdout
    assert project.done("git rev-parse HEAD; git status --porcelain") == before


def test_the_changelog_is_cut():
    """What was not released yet gets its version and day; the heading for what comes stays above it."""
    text = changelog.cut(LOG + "\n## 0.1.0 - 2026-01-01\n\n- Begun.\n", "0.2.0", "2026-11-29")

    assert text.startswith("# Changes\n\n## Unreleased\n\n## 0.2.0 - 2026-11-29\n\n### Added\n\n- A bicycle.\n")
    assert changelog.section_of(text, "0.2.0") == "### Added\n\n- A bicycle."
    assert changelog.section_of(text, "0.1.0") == "- Begun."
    assert (changelog.section_of(text, "Unreleased"), changelog.section_of(text, "0.2")) == ("", "")
    with pytest.raises(changelog.NothingNewError):
        changelog.cut(text, "0.3.0", "2026-11-30")


pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("release")]
