"""Projects with a fault in each: written to disk, built by the command, and what it said."""

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

import yaml
from forked import run_forked
from guide.site.swap import MARK
from projects import ROOT, other_config

FAULTS = ROOT / "tests/faults"
NOTICES = {"reviews", "rhythm/telegram", "openings/alike", "data/good"}
"""Folders of cases, and cases, whose problems end no build."""
LONGEST = 60
"""Seconds after which a program that hangs is ended."""
MEMORY = 2 << 30
"""More than any build may take, in bytes."""


@dataclass(frozen=True)
class Told:
    """What a build made of a project."""

    status: int
    said: str
    seconds: float
    old_site: list[str]
    """The files of the site that stood there before."""


def rows() -> dict[str, Path]:
    """Each fault by its name: those of files and machines, and all golden cases that are told of a problem."""
    own = {path.stem: path for path in FAULTS.glob("*.yml")}
    paths = (ROOT / "tests/cases").glob("*/*.yml")
    found = {f"{path.parent.name}/{path.stem}": path for path in paths if path.parent.name not in NOTICES}
    cases = {name: path for name, path in found.items() if name not in NOTICES}
    return own | {name: path for name, path in cases.items() if yaml.safe_load(path.read_text("utf-8")).get("problems")}


def write(row: dict, folder: Path) -> None:
    """The project of a row, with an older site of ours beside it."""
    docs = folder / "docs"
    texts = {path: text.encode() for path, text in row.get("files", {}).items()}
    for path, content in (
        texts | {path: text.encode("latin-1") for path, text in row.get("bytes", {}).items()}
    ).items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(content)
    docs.mkdir(parents=True, exist_ok=True)
    for path, what in row.get("make", {}).items():
        kind, _, target = what.partition(" ")
        if kind == "pipe":
            os.mkfifo(docs / path)
        else:
            os.symlink(target, docs / path)
    settings = {
        "site_url": f"https://{row['address']}" if "address" in row else "",
        "repo_url": "",
        **row.get("settings", {}),
    }
    other_config(folder, Path("docs"), **settings)
    (folder / "site").mkdir()
    (folder / "site" / MARK).write_text("", encoding="utf-8")
    (folder / "site/index.html").write_text("The old site", encoding="utf-8")


def build_row(row: dict, folder: Path) -> Told:
    """What the command says of it, in a program of its own."""
    write(row, folder)
    begun = time.monotonic()
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    ended = run_forked(["guide", "build", folder / "site"], folder, env, LONGEST, MEMORY)
    seconds = time.monotonic() - begun
    old = sorted(path.name for path in (folder / "site").iterdir())
    return Told(ended.returncode, by_setting(ended.stdout, folder), seconds, old)


def by_setting(said: str, folder: Path) -> str:
    """What was said, a line of the settings told by what stands there: mkdocs.yml of ours grows and shrinks."""
    lines = (folder / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    return re.sub(
        r"^mkdocs\.yml:(\d+):", lambda line: f"mkdocs.yml ({lines[int(line[1]) - 1]}):", said, flags=re.MULTILINE
    )
