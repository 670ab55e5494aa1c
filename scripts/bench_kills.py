"""Builds that are killed or released at the same instant, and how many sites they damage; what is right is 0."""

import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from guide.site.swap import MARK, built_aside
from swapping import end_between, put, said_by, start

KILLS, BETWEEN, PAIRS = 200, 50, 300
LONGEST = 0.2  # seconds after which a build is killed at the latest; it takes about .15


def compare(folder: Path) -> Iterator[tuple[str, str]]:
    """How often each was done, and what was left."""
    for way in ("at once", "in two moves"):
        (folder / way).mkdir()
        yield f"{KILLS} builds killed, exchanged {way}", _told(_killed(folder / way / "site", way))
    (folder / "between").mkdir()
    yield f"{BETWEEN} killed between the two moves", _told(_killed_between(folder / "between/site"))
    (folder / "pairs").mkdir()
    yield f"{PAIRS} pairs at the same instant", _told(_pairs(folder / "pairs/site"))


def _killed(target: Path, way: str) -> Iterator[str]:
    chance = random.Random(7)
    put(target, "0")
    for number in range(1, KILLS + 1):
        build = start(target, str(number), way)
        time.sleep(chance.uniform(0, LONGEST))
        build.send_signal(signal.SIGKILL)
        build.communicate()
        yield _left_by(target)


def _killed_between(target: Path) -> Iterator[str]:
    put(target, "0")
    for number in range(1, BETWEEN + 1):
        end_between(target, str(number))
        yield _left_by(target)


def _pairs(target: Path) -> Iterator[str]:
    for number in range(PAIRS):
        builds = [start(target, f"{number} {name}") for name in ("one", "other")]
        ends = [build.communicate() and build.returncode for build in builds]
        yield _left_by(target) if ends == [0, 0] else "refused"


def _left_by(target: Path) -> str:
    """What the next build finds, and whether it is whole; nothing of it may stand beside it, or in it."""
    try:
        with built_aside(target):
            raise InterruptedError  # only what was left is put right
    except InterruptedError:
        pass
    if not (target / MARK).exists():
        return "missing"
    if [path.name for path in target.parent.iterdir()] != [target.name] or any(
        path.is_dir() for path in target.iterdir()
    ):
        return "nested"
    return "whole" if len(said_by(target)) == 1 else "damaged"


def _told(left: Iterator[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(Counter(left).items()))
