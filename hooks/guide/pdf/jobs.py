"""Which PDFs there are: each worksheet, each checklist, the examples, and the workbook of all sheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from guide.model.guide import Guide
from guide.model.papers import WORKBOOK
from guide.pdf.document import book_data, checklist_data, example_data, worksheet_data
from guide.pdf.typeset import PAPERS


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


def jobs_of(guide: Guide, site: dict[str, Any], epoch: int | None = None) -> list[Job]:
    """What there is to make, on both papers.

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
    jobs += _examples(guide, site, epoch)
    if jobs and guide.data.get("workbook"):
        jobs += _workbook(guide, site, epoch)
    return jobs


def _examples(guide: Guide, site: dict[str, Any], epoch: int | None) -> list[Job]:
    """The sheets that the data fills in, on both papers."""
    sheets = {sheet.id: sheet for sheet in guide.worksheets}
    notice = (guide.data.get("workbook") or {}).get("notice", "")
    jobs = []
    for example in guide.examples:
        page = guide.page_at(sheets[example.sheet].url)
        data = example_data(guide, sheets[example.sheet], example, site["address"])
        title = page.fields.get("tab") or example.title
        address = f"{site['address']}{example.address}" if site["address"] else ""
        document = {**site, "title": title, "address": address, "notice": notice, "sheets": [data], "filled": True}
        day = epoch if epoch is not None else _seconds(page.reviewed)
        jobs += [
            Job(example.id, paper, document, day, guide.data_file(f"examples/{example.sheet}.yml")) for paper in PAPERS
        ]
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
    return [Job(WORKBOOK, paper, document, day, guide.data_file("workbook.yml")) for paper in PAPERS]


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
