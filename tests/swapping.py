"""Builds of a small site that can be cut off, and what they leave; for the tests and for the bench."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from guide.site.swap import built_aside
from projects import ROOT

FILES = 40
BUILD = """
import os, signal, sys
from pathlib import Path
from guide.site import swap
if sys.argv[3] != "at once":
    swap._exchanged_at_once = lambda one, other: False
if sys.argv[3] == "killed between":
    rename = Path.rename
    def rename_and_die(path, target):
        rename(path, target)
        os.kill(os.getpid(), signal.SIGKILL)
    Path.rename = rename_and_die
with swap.built_aside(Path(sys.argv[1])) as aside:
    (aside / "site").mkdir()
    for number in range(40):
        (aside / "site" / f"{number}.html").write_text(sys.argv[2])
"""


def put(target: Path, words: str) -> None:
    """Build a site of pages that all say the same."""
    with built_aside(target) as aside:
        (aside / "site").mkdir()
        for number in range(FILES):
            (aside / "site" / f"{number}.html").write_text(words)


def said_by(target: Path) -> set[str]:
    """What the pages of a site say; it is whole where all of them are there and say one thing."""
    pages = list(target.glob("*.html"))
    assert len(pages) == FILES
    return {page.read_text() for page in pages}


def end_between(target: Path, words: str) -> None:
    """A build that is killed when the old site has been taken away, and the new one is not there."""
    build = start(target, words, "killed between")
    build.communicate()
    assert build.returncode == -signal.SIGKILL
    assert not target.exists()


def start(target: Path, words: str, way: str = "at once") -> subprocess.Popen:
    """A build in a process of its own."""
    command = [sys.executable, "-c", BUILD, str(target), words, way]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, stderr=subprocess.PIPE)
