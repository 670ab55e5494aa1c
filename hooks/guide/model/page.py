"""The nouns of one page. All are frozen: what was read does not change while it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guide.model.places import is_old_address
from guide.model.sheet import SheetPart

OUR_ADVICE = "our advice"
"""What a question names in place of a source."""


class Text(str):
    """Text out of a file of data, that knows the line it was written on."""

    line: int = 1


@dataclass(frozen=True)
class Heading:
    """A heading, where it stands, and how it is linked to."""

    level: int
    id: str
    text: str
    line: int
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A link as its author wrote it."""

    target: str
    line: int


@dataclass(frozen=True)
class Mark:
    """A word that asks for something, and where: a citation's key, or the name of a generated part."""

    name: str
    line: int
    argument: str = ""
    """What stands after the name of a part."""


@dataclass(frozen=True)
class CheckItem:
    """One box to tick."""

    id: str
    """Unique in its checklist. Written (`{#id}`), or derived from the text."""
    text: str
    line: int


@dataclass(frozen=True)
class Checklist:
    """A list with boxes to tick."""

    id: str
    """Unique in the guide. The written id of the heading above it, or derived from page and heading."""
    title: str
    kind: str
    """The kind of the page it stands on."""
    page: str
    """The address of that page."""
    source: str
    line: int
    items: tuple[CheckItem, ...]
    parts: tuple[SheetPart, ...] = ()
    """All that stands in it, in reading order: boxes, and what stands below and between them."""


@dataclass(frozen=True)
class Question:
    """A question people ask, and the answer to it."""

    id: str
    question: str
    also: tuple[str, ...]
    """Other ways people ask it."""
    theme: str
    page: str
    source: str
    line: int
    answer: str
    """All of it, as plain text."""
    first: str
    """Its first sentence, which is the answer in short; a mere "No." takes the next one along."""
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The address of the answer."""
        return f"{self.page}#{self.id}"


@dataclass(frozen=True)
class Page:
    """A page of the guide: what its front matter says, and what was read in its text."""

    url: str
    """From the site's root, without a leading slash; "" is the home page."""
    title: str
    kind: str
    source: str
    """From the project's root: `docs/steps/trust.md`."""
    file: str = ""
    """From the folder of pages: `steps/trust.md`."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """Those fields of the front matter that are known and of the right type."""
    written: Mapping[str, Any] = field(default_factory=dict)
    """The whole front matter, as read."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each field of the front matter."""
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    """Every id on it that a link can lead to."""
    links: tuple[Link, ...] = ()
    citations: tuple[Mark, ...] = ()
    requests: tuple[Mark, ...] = ()
    """The generated parts it asks for."""
    checklists: tuple[Checklist, ...] = ()
    questions: tuple[Question, ...] = ()
    sheet: tuple[SheetPart, ...] = ()
    """On a worksheet: what stands on it, in reading order."""
    html: str = field(default="", repr=False)
    """Its text as the parser made it: links as they are written, parts of the build still to be put in, and on each
    element the dialect's notes (its line in the file)."""
    contents: tuple[Mapping[str, Any], ...] = ()
    """Its table of contents as the parser made it: nested entries with `level`, `id`, `name` (HTML) and `children`."""
    prose: tuple[tuple[str, int], ...] = ()
    """Each paragraph, item and cell as plain text, with its line."""
    text: str = ""
    """Its Markdown as it is written, without the front matter."""
    text_line: int = 1
    """The line of the file on which that begins."""
    words: int = 0
    grade: float = 0.0
    """Flesch–Kincaid grade: years of US school. Headings are no sentences, so they stay out."""

    @property
    def description(self) -> str:
        """One or two sentences for lists and for search engines; "" where none is written."""
        return self.fields.get("description") or ""

    @property
    def name(self) -> str:
        """The last part of the address: `trust` for `steps/trust/`."""
        return self.url.strip("/").rpartition("/")[2] or "home"

    @property
    def aliases(self) -> list[str]:
        """Its old addresses, written as addresses are; without those that no page can have had."""
        return [f"{alias.strip('/')}/" for alias in self.fields.get("aliases") or [] if is_old_address(alias)]

    @property
    def reviewed(self) -> date | None:
        """The day it was last reviewed."""
        return self.fields.get("reviewed")
