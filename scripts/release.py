"""A release: the changelog is cut, committed and tagged; then its files are made from the tag alone, and their hashes.

The files take their days from the commit, so whoever makes them again from the tag, by the locked versions, gets the
same bytes, on whatever day and in whatever folder.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from changelog import NothingNewError, cut
from guide.editions.archive import ending_of, zipped
from guide.reading.data_names import PUBLISHED
from guide.site.swap import MARK

ROOT = Path(__file__).parent.parent
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
HOSTS = ("SITE_URL", "REPO_URL", "EXIT_URL", "FOR_FOLDER", "FOLDER_EDITION")
"""What a host says of its own copy: a release is nobody's."""
SUMS = "SHA256SUMS"
READY = {".br", ".gz", ".zip", ".epub", ".pdf", ".png"}
"""Endings of what is compressed already."""


class RefusedError(Exception):
    """Nothing is released; the words are for people."""


def main(asked: str, target: Path) -> int:
    """Release a version, or make the files of one that is released again."""
    version = asked.removeprefix("v")
    try:
        if not VERSION.fullmatch(version):
            raise RefusedError(f"“{asked}” is no version. Write three numbers:  scripts/release 1.2.0")
        if target.exists() and any(target.iterdir()):
            raise RefusedError(f"{target} holds something already. Name another folder, or empty that one first.")
        if not git("tag", "--list", f"v{version}"):
            tag_it(version)
        files = make(version, target)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Made of v{version}:\n" + "\n".join(files))
    return 0


def tag_it(version: str) -> None:
    """Cut the changelog, add what is new to the list of addresses, set the version; commit all that, and tag it."""
    if git("status", "--porcelain"):
        raise RefusedError("There are changes that are not committed. Commit or remove them first.")
    newest = max(map(numbers, git("tag", "--list", "v*").split()), default=())
    if numbers(version) <= newest:
        raise RefusedError(f"{version} is not newer than {'.'.join(map(str, newest))}.")
    changelog, project = ROOT / "CHANGELOG.md", ROOT / "pyproject.toml"
    day = datetime.fromtimestamp(moment_of("HEAD"), UTC).date().isoformat()
    try:
        text = cut(changelog.read_text(encoding="utf-8"), version, day)
    except NothingNewError:
        raise RefusedError("CHANGELOG.md says of nothing that is new.") from None
    if subprocess.run([ROOT / "scripts/check"], cwd=ROOT).returncode:
        raise RefusedError("The check must find nothing first.")
    changelog.write_text(text, encoding="utf-8")
    words = re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', project.read_text(encoding="utf-8"), count=1)
    project.write_text(words, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "guide", "addresses"], cwd=ROOT, check=True)
    git("add", "CHANGELOG.md", "pyproject.toml", *_lists())
    git("commit", "--quiet", "-m", f"Version {version}")
    git("tag", "--annotate", "-m", f"Version {version}", f"v{version}")
    print(f"Tagged v{version}. To publish it:  git push --follow-tags")


def _lists() -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in ROOT.glob(f"*/_data/{PUBLISHED}")]


def make(version: str, target: Path) -> list[str]:
    """Build the site of a tag, and write the files of the release; their names."""
    moment = moment_of(f"v{version}^{{commit}}")
    with checked_out(f"v{version}") as project:
        env = {name: value for name, value in os.environ.items() if name not in HOSTS and name != "PYTHONPATH"}
        env |= {"SOURCE_DATE_EPOCH": str(moment)}
        if subprocess.run([project / "scripts/build", project / "site"], env=env).returncode:
            raise RefusedError("The site could not be built.")
        (project / "wheel").mkdir()
        words = [project / ".venv/bin/python", project / "scripts/own_wheel.py", project / "wheel"]
        if subprocess.run(words, env={**env, "PYTHONPATH": str(project / "hooks")}).returncode:
            raise RefusedError("The wheel could not be made.")
        write(project, f"{name_of(project)}-{version}", datetime.fromtimestamp(moment, UTC), target)
    return sorted(path.name for path in target.iterdir())


def write(project: Path, name: str, moment: datetime, target: Path) -> None:
    """The files of a release, and their hashes: the site, its e-book, workbook and addresses, and the wheel."""
    site = project / "site"
    files = {f"{name}-site.zip": zipped(_of_site(site, f"{name}-site"), moment)}
    files |= {f"{name}.epub": path.read_bytes() for path in site.glob("print/*.epub")}
    files |= {f"{name}-{path.name}": path.read_bytes() for path in site.glob("pdf/workbook-*.pdf")}
    files |= {f"{name}-{PUBLISHED}": path.read_bytes() for path in project.glob(f"*/_data/{PUBLISHED}")}
    files |= {path.name: path.read_bytes() for path in project.glob("wheel/*.whl")}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {one}\n" for one, data in sorted(files.items()))
    target.mkdir(parents=True, exist_ok=True)
    for one, data in {**files, SUMS: sums.encode()}.items():
        (target / one).write_bytes(data)


def _of_site(site: Path, folder: str) -> Iterator[tuple[str, bytes, bool]]:
    for path in sorted(path for path in site.rglob("*") if path.is_file() and path.name != MARK):
        yield f"{folder}/{path.relative_to(site).as_posix()}", path.read_bytes(), ending_of(path) not in READY


@contextmanager
def checked_out(tag: str) -> Iterator[Path]:
    """The project as it is at a tag, in a folder of its own; with this environment where it asks for the same."""
    aside = Path(tempfile.mkdtemp(prefix="release-"))
    project = aside / "project"
    try:
        git("worktree", "add", "--quiet", "--detach", str(project), tag)
        if (project / "requirements.txt").read_bytes() == (ROOT / "requirements.txt").read_bytes():
            (project / ".venv").symlink_to((ROOT / ".venv").resolve())
        yield project
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        git("worktree", "prune")


def name_of(project: Path) -> str:
    """What the project calls itself in pyproject.toml."""
    return re.search(r'(?m)^name = "(.*)"$', (project / "pyproject.toml").read_text(encoding="utf-8"))[1]


def numbers(version: str) -> tuple[int, ...]:
    """A version as it is compared: (1, 2, 0) for `v1.2.0`; () for a tag that is none."""
    bare = version.removeprefix("v")
    return tuple(map(int, bare.split("."))) if VERSION.fullmatch(bare) else ()


def moment_of(commit: str) -> int:
    """When a commit was made, in seconds since 1970."""
    return int(git("log", "-1", "--format=%ct", commit))


def git(*words: str) -> str:
    """What git says. Raises RefusedError where it refuses."""
    done = subprocess.run(["git", *words], cwd=ROOT, text=True, capture_output=True)
    if done.returncode:
        raise RefusedError(done.stderr.strip())
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
