"""The nouns of a whole guide. All are frozen, as those of its pages are."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from guide.model.example import Example, fill
from guide.model.page import Checklist, Page, Question
from guide.model.papers import PAPERS, PDFS, WORKBOOK

VOUCHED = "vouched.txt"
"""The list of what readers in danger rest on, and its name among the data."""
ALARMS = "alarms.txt"
"""The list of queries that must raise the alarm, and its name among the data."""
FOR_MACHINES = ("guide.json", "llms.txt")
"""What the site holds for other programs."""


@dataclass(frozen=True)
class Step:
    """One step of the way."""

    number: int
    title: str
    url: str
    description: str


@dataclass(frozen=True)
class Block:
    """One row of the building-blocks table."""

    element: str
    description: str
    url: str


@dataclass(frozen=True)
class Worksheet:
    """A sheet to print and fill in."""

    id: str
    title: str
    url: str
    description: str
    minutes: int | None
    audience: str | None
    not_when: str


@dataclass(frozen=True)
class Guide:
    """A whole guide: its pages in order of their addresses, and the data that stands beside them."""

    pages: tuple[Page, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    """The files of `docs/_data/`, by name without ending."""
    address: str = ""
    """Where the site stands, as people type it: `mend.example/`; "" where nobody knows."""
    folder: str = "docs"
    """Where its pages and data stand, from the project's root."""
    files: frozenset[str] | None = None
    """Every file that makes the site, by its path from the folder of pages; None where nobody knows."""

    def data_file(self, name: str) -> str:
        """Where a file of data stands, from the project's root: `docs/_data/workbook.yml`."""
        return f"{self.folder}/_data/{name}"

    @property
    def shape(self) -> Mapping[str, Any]:
        """What the guide promises of its own pages (`_data/shape.yml`)."""
        return self.data.get("shape") or {}

    def of_kind(self, kind: str) -> list[Page]:
        """The pages of one kind."""
        return [page for page in self.pages if page.kind == kind]

    def page_at(self, url: str) -> Page | None:
        """The page at an address."""
        return self._by_url.get(url)

    def page_from(self, file: str) -> Page | None:
        """The page that a file below the folder of pages makes, however its way is written: `./steps//talk.md`."""
        return self._by_file.get(file) or self._by_file.get(posixpath.normpath(file))

    @cached_property
    def _by_file(self) -> dict[str, Page]:
        return {page.file: page for page in self.pages}

    @cached_property
    def references(self) -> dict[str, Mapping[str, Any]]:
        """What can be cited, by its key."""
        return {reference["key"]: reference for reference in self.data.get("references") or []}

    @cached_property
    def _by_url(self) -> dict[str, Page]:
        return {page.url: page for page in self.pages}

    @cached_property
    def steps(self) -> list[Step]:
        """The steps, in their order."""
        pages = sorted(self.of_kind("step"), key=lambda page: (page.fields.get("step") or 0, page.url))
        return [Step(page.fields.get("step") or 0, page.title, page.url, page.description) for page in pages]

    @cached_property
    def blocks(self) -> list[Block]:
        """The building blocks, in their order."""
        pages = sorted(self.of_kind("block"), key=_place)
        return [Block(page.fields.get("element") or page.title, page.description, page.url) for page in pages]

    @cached_property
    def worksheets(self) -> list[Worksheet]:
        """The worksheets, in their order."""
        return [
            Worksheet(
                id=page.name,
                title=page.title,
                url=page.url,
                description=page.description,
                minutes=page.fields.get("minutes"),
                audience=page.fields.get("audience"),
                not_when=page.fields.get("not_when") or "",
            )
            for page in sorted(self.of_kind("worksheet"), key=_place)
        ]

    @cached_property
    def examples(self) -> list[Example]:
        """The sheets that the data fills in, in the order of the sheets."""
        data = self.data.get("examples") or {}
        sheets = [(sheet, data.get(sheet.id) or {}) for sheet in self.worksheets]
        return [
            fill(sheet.id, sheet.title, self.page_at(sheet.url).sheet, said)
            for sheet, said in sheets
            if said and not said.get("none")
        ]

    @cached_property
    def made(self) -> Mapping[str, str]:
        """What the build makes beside the pages, as far as an author may link to it.

        {the way there from the folder of pages, as it is written: where it stands in the site}.
        """
        names = [*(one.id for one in (*self.printed_checklists, *self.worksheets, *self.examples)), WORKBOOK]
        papers = [f"{PDFS}{name}-{paper}.pdf" for name in names for paper in PAPERS]
        lists = [f"print/{one.id}" for one in self.checklists if one.kind != "worksheet"]
        pages = [*lists, *(one.address.rstrip("/") for one in self.examples)]
        return {path: path for path in (*papers, *FOR_MACHINES)} | {page: f"{page}/" for page in pages}

    @property
    def together(self) -> list[str]:
        """The audiences whose sheet is one paper that several people share."""
        return (self.shape.get("worksheet") or {}).get("together") or []

    @property
    def printed_checklists(self) -> list[Checklist]:
        """Those with a sheet of their own: a worksheet's boxes are printed on it, and a safety page hands out none."""
        return [one for one in self.checklists if one.kind not in ("worksheet", "safety")]

    @cached_property
    def checklists(self) -> list[Checklist]:
        """Every checklist: those of the steps first, in the steps' order."""
        ranks = {step.url: step.number for step in self.steps}
        everything = [checklist for page in self.pages for checklist in page.checklists]
        return sorted(everything, key=lambda checklist: (ranks.get(checklist.page, len(ranks) + 1), checklist.page))

    @cached_property
    def questions(self) -> list[Question]:
        """Every question, theme by theme."""
        return [question for page in sorted(self.pages, key=_place) for question in page.questions]


def _place(page: Page) -> tuple[int, str]:
    """Where a page stands among its like: by its `order:`, then by its address."""
    order = page.fields.get("order")
    return (order or 1000, page.url)
