"""Every PDF of a guide: which there are, made once and kept by their content, on as many cores as there are."""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from guide.cache import Cache
from guide.model.guide import Guide
from guide.pdf.document import book_data, checklist_data, prefixed, worksheet_data
from guide.pdf.fit import fit_sheet
from guide.pdf.form import to_form
from guide.pdf.typeset import PAPERS, Typesetter
from guide.pdf.widgets import widgets_of

TYPING_FONT = "fonts/SourceSerif4-Regular.ttf"
LIBRARIES = ("typst", "pikepdf", "fonttools")


@dataclass(frozen=True)
class Job:
    """One PDF to be made."""

    id: str
    paper: str
    document: dict[str, Any]
    epoch: int
    """Seconds since 1970: the date that the file bears."""
    source: str
    """The page to mend where it cannot be made."""

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.id}-{self.paper}.pdf"


@dataclass(frozen=True)
class Made:
    """One PDF, or what kept it from being made."""

    job: Job
    data: bytes | None
    """The file; None where it could not be made: an older one might say what its page no longer says."""
    fault: str = ""


def jobs_of(guide: Guide, site: dict[str, Any], epoch: int | None = None) -> list[Job]:
    """What there is to make: each worksheet, each checklist, and the workbook of all sheets, on both papers.

    `site` holds what every sheet says alike: `site` (its name), `lang`, `address` ("" for none), `words`. Without an
    epoch (SOURCE_DATE_EPOCH) a file bears the day on which its page was last reviewed, so that it changes with its
    page and with nothing else.
    """
    jobs = []
    notice = (guide.data.get("workbook") or {}).get("notice", "")
    for page_url, name, sheet in _sheets(guide, site["address"]):
        page = guide.page_at(page_url)
        day = epoch if epoch is not None else _seconds(page.reviewed)
        address = f"{site['address']}{page_url}" if site["address"] and page.kind != "safety" else ""
        named = page.fields.get("tab") if page.kind == "worksheet" else ""
        title = named or sheet["title"]
        document = {**site, "title": title, "address": address, "notice": notice, "sheets": [sheet]}
        jobs += [Job(name, paper, document, day, page.source) for paper in PAPERS]
    if jobs and guide.data.get("workbook"):
        jobs += _workbook(guide, site, epoch)
    return jobs


def _workbook(guide: Guide, site: dict[str, Any], epoch: int | None) -> list[Job]:
    """All sheets in the order of the steps, on both papers; the book names those that stand before all others."""
    first = guide.data["workbook"].get("first", [])
    sheets = list(_sheets(guide, site["address"]))
    sheets.sort(key=lambda sheet: first.index(sheet[1]) if sheet[1] in first else len(first))
    newest = max((guide.page_at(url).reviewed for url, _, _ in sheets if guide.page_at(url).reviewed), default=None)
    book = book_data(guide, site["address"])
    document = {
        **site,
        "title": book["title"],
        "address": site["address"],
        "notice": book["notice"],
        "book": book,
        "sheets": [sheet for _, _, sheet in sheets],
    }
    day = epoch if epoch is not None else _seconds(newest)
    return [Job("workbook", paper, document, day, guide.data_file("workbook.yml")) for paper in PAPERS]


def _sheets(guide: Guide, address: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Page address, id and data of each sheet: step by step its checklist and its worksheets, then all others."""
    worksheets = {one.id: one for one in guide.worksheets}
    for checklist in guide.printed_checklists:
        yield checklist.page, checklist.id, checklist_data(guide, checklist)
        for name in guide.page_at(checklist.page).fields.get("worksheets") or []:
            if name in worksheets:
                worksheet = worksheets.pop(name)
                yield worksheet.url, worksheet.id, worksheet_data(guide, worksheet, address)
    for worksheet in worksheets.values():
        yield worksheet.url, worksheet.id, worksheet_data(guide, worksheet, address)


def _seconds(day: date | None) -> int:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(2000, 1, 1, tzinfo=UTC)
    return int(moment.timestamp())


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
        sheets = [self._fit(job, sheet) for sheet in job.document["sheets"]]
        if "book" in job.document:
            sheets = [prefixed(sheet) for sheet in sheets]
        return {**job.document, "sheets": sheets}

    def _fit(self, job: Job, sheet: dict[str, Any]) -> dict[str, Any]:
        key = (sheet["id"], job.paper, json.dumps(sheet, ensure_ascii=False))
        if key not in self.fits:
            self.fits[key] = fit_sheet(self._typesetter, job.document, sheet, job.paper)
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
