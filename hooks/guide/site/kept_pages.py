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
from guide.dialect.parsers import has_own
from guide.model.problems import Problem
from guide.reading.data import parse_data
from guide.reading.pages import Reader, ReadPage, load_page
from guide.site.shared import shared

LIBRARIES = ("markdown", "pymdown-extensions", "pyyaml")
ROOMS = ("model", "text", "dialect", "reading")


class KeptPages(Reader):
    """Reads each page once for each text that it is given, and the data when it has changed.

    It remembers what was asked for since the last `forget_others`, and keeps it in a folder for the next start.
    """

    def __init__(self, folder: Path) -> None:
        self.cache = Cache(folder)
        self.cache.prune()
        self.known: dict[str, ReadPage] = {}
        self.asked: set[str] = set()
        self.last: tuple[Mapping[str, str], Any] = ({}, ({}, []))

    def pages(self, texts: Mapping[str, str], folder: str, extensions: Mapping[str, Any]) -> list[ReadPage]:
        """The pages and what is wrong with them; what nobody has read yet is read on as many cores as there are."""
        # What an extension of the site's own does may change without a word of it here.
        lasting = not has_own(extensions.get("extra"), extensions.get("configs"))
        names = {self._name(path, text, folder, extensions): (path, text) for path, text in texts.items()}
        for name in names.keys() - self.known.keys() if lasting else ():
            page = self._kept(name)
            if page:
                self.known[name] = page
        new = [name for name in names if name not in self.known]
        self.known |= zip(new, shared(lambda name: load_page(*names[name], folder, extensions), new), strict=True)
        for name in new if lasting else ():
            self.cache.put(name, pickle.dumps(self.known[name]))
        self.asked |= names.keys()
        return [self.known[name] for name in names]

    def data(self, texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
        """What was read last, where nothing has changed since."""
        if self.last[0] != texts:
            self.last = dict(texts), parse_data(texts)
        data, problems = self.last[1]
        return dict(data), list(problems)

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
