"""What stands on a worksheet, in reading order: the nouns that paper and screen have in common."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: str = ""
    """`strong`, `em`, or "" for plain."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Field:
    """Something to fill in. Its name is unique on the sheet; its label is what a screen reader says."""

    name: str
    label: str


@dataclass(frozen=True)
class Title:
    """A heading inside the sheet; level 2 or below."""

    level: int
    text: Runs
    kind: str = "title"


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: Runs
    kind: str = "text"


@dataclass(frozen=True)
class Items:
    """A list to read."""

    items: tuple[Runs, ...]
    ordered: bool
    kind: str = "items"


@dataclass(frozen=True)
class Callout:
    """A boxed word of care, a note, or a pause."""

    name: str
    paragraphs: tuple[Runs, ...]
    kind: str = "callout"


@dataclass(frozen=True)
class Blanks:
    """Short blanks side by side: name, date."""

    fields: tuple[Field, ...]
    after: str = ""
    """The words after the last one: a unit, or the end of a sentence."""
    kind: str = "blanks"


@dataclass(frozen=True)
class Room:
    """Ruled lines to write on."""

    field: Field
    lines: int
    kind: str = "room"


@dataclass(frozen=True)
class Scale:
    """Statements to be rated. Where the points are numbers, the first and the last have words."""

    rows: tuple[Field, ...]
    points: tuple[str, ...]
    """What stands over each column; a numbered one begins with its number."""
    numbered: int
    """How many of the points, from the first, are numbers."""
    head: str = ""
    kind: str = "scale"


@dataclass(frozen=True)
class Choices:
    """One of several."""

    field: Field
    options: tuple[str, ...]
    kind: str = "choices"


@dataclass(frozen=True)
class Ticks:
    """Boxes to tick."""

    fields: tuple[Field, ...]
    kind: str = "ticks"


@dataclass(frozen=True)
class Table:
    """A table with cells to fill in; a cell is a text, or a field."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Field, ...], ...]
    kind: str = "table"


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page on paper."""

    kind: str = "page-break"


SheetPart = Title | Text | Items | Callout | Blanks | Room | Scale | Choices | Ticks | Table | PageBreak
