"""What stands on a worksheet, in reading order: the nouns that paper and screen have in common."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: str = ""
    """`strong`, `em`, `sup` (a footnote's number), `break` (a new line, without words), or "" for plain."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Field:
    """Something to fill in. Its name is unique on the sheet; its label is what a screen reader says."""

    name: str
    label: str
    answer: str = ""
    """What stands in it on a sheet that somebody has filled in: a text, or the choice that was made."""


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
class Item:
    """One item of a list, with all that stands below its own words."""

    text: Runs
    below: tuple["SheetPart", ...] = ()
    field: Field | None = None
    """Its box to tick, if it has one."""
    ticked: bool = False
    """Whether its author has ticked it."""


@dataclass(frozen=True)
class Items:
    """A list to read, to tick, or both."""

    items: tuple[Item, ...]
    ordered: bool
    first: int = 1
    """The number of its first item, where they are numbered."""
    kind: str = "items"


@dataclass(frozen=True)
class Callout:
    """A boxed word of care, a note, a pause; or the footnotes."""

    name: str
    parts: tuple["SheetPart", ...]
    kind: str = "callout"


@dataclass(frozen=True)
class Rule:
    """A line between two parts, for the eye alone."""

    kind: str = "rule"


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
    options: tuple[Item, ...]
    kind: str = "choices"


@dataclass(frozen=True)
class Table:
    """A table with cells to fill in; a cell is a text, or a field."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Field, ...], ...]
    weights: tuple[int, ...] = ()
    """How wide its author made each column to be; empty where all are alike."""
    kind: str = "table"


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page on paper."""

    kind: str = "page-break"


SheetPart = Title | Text | Items | Callout | Blanks | Room | Scale | Choices | Table | Rule | PageBreak
