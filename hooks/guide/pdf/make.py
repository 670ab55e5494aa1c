"""Every PDF of a guide: made once and kept by its content, on as many cores as there are."""

import hashlib
import json
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from guide.cache import Cache
from guide.pdf.document import prefixed
from guide.pdf.fit import fit_sheet
from guide.pdf.form import to_form
from guide.pdf.jobs import Job
from guide.pdf.typeset import Typesetter
from guide.pdf.widgets import widgets_of

TYPING_FONT = "fonts/SourceSerif4-Regular.ttf"
LIBRARIES = ("typst", "pikepdf", "fonttools")


@dataclass(frozen=True)
class Made:
    """One PDF, or what kept it from being made."""

    job: Job
    data: bytes | None
    """The file; None where it could not be made: an older one might say what its page no longer says."""
    fault: str = ""


class Press:
    """Makes PDFs by one template, and keeps what it has made by its content."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """`folder` holds the template and its fonts; `cache` is made where it is missing."""
        self.folder = folder
        self.cache = Cache(cache)
        self.local = threading.local()
        self.fits: dict[tuple[str, str, str], dict[str, Any]] = {}

    def make(
        self, jobs: list[Job], progress: Callable[[int, int], None] = lambda done, of: None, workers: int | None = None
    ) -> list[Made]:
        """Make them all, in the order given, by as many workers as suit the machine; `progress` is told how far it is.

        Threads are enough: Typst leaves Python to the others while it works.
        """
        made = []
        with ThreadPoolExecutor(workers or os.cpu_count()) as pool:
            for one in pool.map(self._make, jobs):
                made.append(one)
                progress(len(made), len(jobs))
        self.cache.prune()
        return made

    def _make(self, job: Job) -> Made:
        name = f"{self._key(job)}.pdf"
        kept = self.cache.get(name)
        if kept is not None:
            return Made(job, kept)
        try:
            document = self._fitted(job)
            typeset = self._typesetter.to_pdf(document, job.paper, job.epoch)
            data = to_form(typeset, widgets_of(document), self.folder / TYPING_FONT)
        except (RuntimeError, ValueError) as error:
            return Made(job, None, str(error))
        self.cache.put(name, data)
        return Made(job, data)

    def _fitted(self, job: Job) -> dict[str, Any]:
        """The job's document with every sheet fitted to its pages; in a book, fields carry their sheet's name."""
        if "filled" in job.document:  # an answer takes the room that it needs
            return job.document
        sheets = [self._fit(job, sheet) for sheet in job.document["sheets"]]
        if "book" in job.document:
            sheets = [prefixed(sheet) for sheet in sheets]
        return {**job.document, "sheets": sheets}

    def _fit(self, job: Job, sheet: dict[str, Any]) -> dict[str, Any]:
        key = (sheet["id"], job.paper, json.dumps(sheet, ensure_ascii=False))
        if key not in self.fits:
            self.fits[key] = fit_sheet(self._typesetter, job.document, sheet, job.paper)
            self._typesetter.forget()  # some 20 MB a sheet, and no other sheet is like it
        return self.fits[key]

    @property
    def _typesetter(self) -> Typesetter:
        """One for each thread: it is not made to be shared."""
        if not hasattr(self.local, "typesetter"):
            self.local.typesetter = Typesetter(self.folder)
        return self.local.typesetter

    def _key(self, job: Job) -> str:
        content = json.dumps([job.document, job.paper, job.epoch], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(self._tools + content.encode()).hexdigest()

    @cached_property
    def _tools(self) -> bytes:
        """What else a PDF depends on: the template, the fonts, our code and the libraries."""
        files = [*sorted(self.folder.rglob("*.t*")), *sorted(Path(__file__).parent.glob("*.py"))]
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
        digest.update(str([version(library) for library in LIBRARIES]).encode())
        return digest.digest()
