"""Which files have changed since the last look."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

CALM = 0.03  # seconds: an editor that saves several files, or one in several moves, has finished by then
NOBODYS = {"__pycache__", "node_modules"}
State = dict[str, tuple[int, int]]
"""When each file was last written, and its size."""


def state_of(paths: Iterable[str | Path]) -> State:
    """All files below these folders, and these files; one that is gone, as while an editor saves it, is not told."""
    found: State = {}
    for path in {str(path) for path in paths}:
        if os.path.isdir(path):
            _look_below(path, found)
        else:
            _look_at(path, found)
    return found


def changed(before: State, after: State) -> list[str]:
    """The files that are new, gone, or another."""
    return sorted(path for path in {*before, *after} if before.get(path) != after.get(path))


def settled(paths: Iterable[str | Path], before: State) -> State:
    """The state as it is; where something has changed, as soon as nothing more does."""
    now = state_of(paths)
    while now != before:
        time.sleep(CALM)
        before, now = now, state_of(paths)
    return now


def _look_below(folder: str, found: State) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        try:
            if not entry.is_dir():
                about = entry.stat()
                found[entry.path] = about.st_mtime_ns, about.st_size
            elif entry.name not in NOBODYS and not entry.name.startswith(".") and not entry.is_symlink():
                _look_below(entry.path, found)
        except OSError:
            continue


def _look_at(path: str, found: State) -> None:
    try:
        about = os.stat(path)
    except OSError:
        return
    found[path] = about.st_mtime_ns, about.st_size
