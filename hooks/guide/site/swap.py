"""A finished site put in the place of the last one, in one move that cannot lose either.

A site is built aside, in a folder beside its target, and the two are exchanged. Whoever is cut off in between leaves
the old site where it was, and something to sweep away for the next one who builds.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

MARK = ".guide-site"
"""The file by which a folder is known as one that was built here."""
ASIDE = ".guide-build-"
EXCHANGE = 2  # RENAME_EXCHANGE and RENAME_SWAP alike
HERE = -100  # AT_FDCWD


class NotOursError(Exception):
    """The target holds something else than a site that was built here. The words are for people."""


@contextmanager
def built_aside(target: Path) -> Iterator[Path]:
    """A folder to build in; what stands in its `site/` at the end takes the target's place.

    Where the block raises, the target stays as it is. A second build of the same target waits for the first. A target
    that is a link stays one: the folder that it leads to is replaced. Raises NotOursError, or an OSError of the system.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target.parent):
        _sweep(target)
        _insist(target)
        aside = Path(tempfile.mkdtemp(prefix=_aside(target), dir=target.parent))
        try:
            yield aside
            _finish(aside / "site")
            _exchange(aside / "site", target)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _insist(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir() or (any(target.iterdir()) and not (target / MARK).is_file()):
        raise NotOursError(f"{target} holds something else than a site that was built here.")


def _finish(site: Path) -> None:
    """Mark it as ours, and let a host read it, whatever mask its builder has."""
    (site / MARK).write_text("This folder is replaced as a whole by each build.\n", encoding="utf-8")
    for path in (site, *site.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _exchange(new: Path, target: Path) -> None:
    """The new one in the target's place, the old one in its own. Where the system knows no such move, in two."""
    if not target.exists():
        new.rename(target)
    elif not _exchanged_at_once(new, target):
        old = new.with_name("old")
        target.rename(old)
        new.rename(target)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    """Whether the system could exchange the two. Source: renameat2(2) of Linux, renamex_np(2) of macOS."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return library.renamex_np(first, second, EXCHANGE) == 0
    if hasattr(library, "renameat2"):
        return library.renameat2(HERE, first, HERE, second, EXCHANGE) == 0
    return False


def _sweep(target: Path) -> None:
    """Put back what a build that was cut off between two moves had taken away; take out the rest it left."""
    for aside in target.parent.glob(f"{escape(_aside(target))}*"):
        if "-" in aside.name.removeprefix(_aside(target)):
            continue  # it is of a target whose name begins as this one's
        if not target.exists() and (aside / "old" / MARK).is_file():
            (aside / "old").rename(target)
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One build at a time in a folder, on systems that can lock one; it is free again however a build ends."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(f"Another build is at work in {folder}; waiting for it.", file=sys.stderr, flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(lock)


def _aside(target: Path) -> str:
    return f"{ASIDE}{target.name}-"
