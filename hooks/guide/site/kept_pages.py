"""Pages as they were read, kept by their text: what has not changed since is not read again."""

import hashlib
import pickle
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

from guide.cache import Cache
from guide.reading.pages import ReadPage, load_page

LIBRARIES = ("markdown", "pymdown-extensions", "pyyaml")
ROOMS = ("model", "text", "dialect", "reading")
BUILT_IN = {"toc", "tables", "fenced_code"}
"""The extensions that MkDocs names for every site."""


class KeptPages:
    """Reads a page as `load_page` does, and once for each text that it is given.

    It remembers what was asked for since the last `forget_others`, and keeps it in a folder for the next start.
    """

    def __init__(self, folder: Path) -> None:
        self.cache = Cache(folder)
        self.known: dict[str, ReadPage] = {}
        self.asked: set[str] = set()

    def __call__(self, path: str, text: str, folder: str, extensions: Mapping[str, Any]) -> ReadPage:
        """The page and what is wrong with it."""
        name = self._name(path, text, folder, extensions)
        self.asked.add(name)
        if name not in self.known:
            # What an extension of the site's own does may change without a word of it here.
            lasting = set(extensions.get("extra", ())) <= BUILT_IN and not extensions.get("configs")
            self.known[name] = (self._kept(name) if lasting else None) or load_page(path, text, folder, extensions)
            if lasting:
                self.cache.put(name, pickle.dumps(self.known[name]))
        return self.known[name]

    def forget_others(self) -> None:
        """Let go of the pages that nobody has asked for since the last time."""
        self.known = {name: page for name, page in self.known.items() if name in self.asked}
        self.asked = set()

    def _kept(self, name: str) -> ReadPage | None:
        """What an earlier start has read. It may be unpickled, as nobody else can put a file there."""
        data = self.cache.get(name)
        try:
            return pickle.loads(data) if data else None
        except Exception:  # cut off, or of another time: it is read again
            return None

    def _name(self, path: str, text: str, folder: str, extensions: Mapping[str, Any]) -> str:
        content = repr((path, text, folder, extensions))
        return hashlib.sha256(self._tools + content.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _tools(self) -> bytes:
        """What else a read page depends on: our code, and the libraries."""
        guide = Path(__file__).parent.parent
        code = sorted(path for room in ROOMS for path in (guide / room).glob("*.*") if path.is_file())
        digest = hashlib.sha256(repr([python_version(), *map(version, LIBRARIES)]).encode())
        for path in code:
            digest.update(path.name.encode() + path.read_bytes())
        return digest.digest()
