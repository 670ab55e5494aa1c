"""What is kept from one build to the next, by its content: in a folder of whoever builds, and of nobody else.

It is outside the project, so that no change to the project can put a file there for a build to publish unread.
"""

import os
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

FOLDER = "guide-builds"
LASTS = 30 * 24 * 3600  # seconds that a file is kept without being used


class Cache:
    """One folder of files, made when something is put there. What nobody has used for a month is taken out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """What is kept under a name; None where nothing is."""
        path = self.folder / name
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep something under a name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / name, data)

    def prune(self) -> None:
        """Take out what is old; another build may be doing the same."""
        oldest = time.time() - LASTS
        for path in self.folder.glob("*"):
            try:
                if path.stat().st_mtime < oldest:
                    path.unlink()
            except OSError:
                continue


def folder_for(name: str) -> Path:
    """The folder of one sort of things: below GUIDE_CACHE, where that is set, else in the user's own cache."""
    told = os.environ.get("GUIDE_CACHE")
    return (Path(told) if told else _own_folder()) / name


def write_whole(path: Path, data: bytes) -> None:
    """Written aside first: a build that is cut off must leave no half of a file behind, whatever else is writing it."""
    aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    aside.write_bytes(data)
    aside.replace(path)


@cache
def _own_folder() -> Path:
    """Where this system keeps such things; a folder that others may write to, or none, is made do without."""
    folder = _place() / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_ours(folder):
            return folder
    except (OSError, RuntimeError):
        pass
    return Path(tempfile.mkdtemp(prefix=f"{FOLDER}-"))


def is_ours(folder: Path) -> bool:
    """Whether nobody but this user can put a file there, as far as the system tells."""
    if not hasattr(os, "getuid"):
        return True
    about = folder.lstat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022 and not folder.is_symlink()


def _place() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches"
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    return Path(named) if named else Path.home() / ".cache"
