"""A sheet as plain data for the typesetter: nothing of it is markup."""

import re
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from guide.model.example import Example
from guide.model.guide import Guide, Worksheet
from guide.model.page import Checklist, Page
from guide.model.page import Text as Written
from guide.model.sheet import Blanks, Callout, Choices, Field, Items, Room, Run, Scale, SheetPart, Table, Text, Title

# In millimetres: a row of a table to be filled in by hand.
AGAIN_HEIGHT, AGAIN_ROWS = 13, 6
FILLED = (Blanks, Room, Scale, Choices, Table)
# The drawings name their inks by class, for the page's stylesheet; on paper the inks are these.
INKS = (
    "<style>path,ellipse{fill:none;stroke-linejoin:round;stroke-linecap:round}"
    ".pen{stroke:#111;stroke-width:2}.seam{stroke:#B4862C;stroke-width:2.5}.thin{stroke-width:1.75}</style>"
)
# In the words of a book: what only a site with an address can say; the sign stands for it.
WITH_ADDRESS = re.compile(r"\{([^{}]*)\}")
ADDRESS = "@"
NOTES = (Text((Run("Notes"),)), Room(Field("notes", "Notes"), 3))
NAME_AND_DATE = Blanks((Field("name", "Name"), Field("date", "Date")))


def worksheet_data(guide: Guide, worksheet: Worksheet, address: str = "") -> dict[str, Any]:
    """One worksheet; `address` is the site's, "" where it has none."""
    page = guide.page_at(worksheet.url)
    audiences = guide.data.get("audiences") or {}
    facts = [
        audiences.get(worksheet.audience, worksheet.audience) or "",
        f"{worksheet.minutes} minutes" if worksheet.minutes else "",
        f"Not when: {worksheet.not_when}" if worksheet.not_when else "",
    ]
    return {
        "id": worksheet.id,
        "title": worksheet.title,
        "foot": [*_review_of(guide, page), *help_for(guide, worksheet.audience, address)],
        "facts": "  ·  ".join(filter(None, facts)),
        "parts": _parts(parts_on_paper(guide, worksheet)),
    }


def parts_on_paper(guide: Guide, worksheet: Worksheet) -> tuple[SheetPart, ...]:
    """What stands on its paper: what each reads alone, on the page, stays off one that two share."""
    parts = guide.page_at(worksheet.url).sheet
    return _without(parts, "care") if worksheet.audience in guide.together else parts


def example_data(guide: Guide, worksheet: Worksheet, example: Example, address: str = "") -> dict[str, Any]:
    """One worksheet with the answers of somebody; what is to be written there stands in it, and is no field."""
    sheet = worksheet_data(guide, worksheet, address)
    parts = _without(example.parts)
    facts = " ".join(filter(None, (f"Filled in by {example.who}." if example.who else "", example.says)))
    return {**sheet, "id": example.id, "facts": facts, "parts": _parts(parts)}


def checklist_data(guide: Guide, checklist: Checklist) -> dict[str, Any]:
    """One checklist, with a line for name and date, and room to come back to it."""
    again = (guide.data.get("workbook") or {}).get("again")
    before = (Text((Run(again["text"]),)),) if again else ()
    after = (_again(again["columns"]),) if again else NOTES
    return {
        "id": checklist.id,
        "title": checklist.title,
        "foot": _review_of(guide, guide.page_at(checklist.page)),
        "facts": "",
        "parts": _parts((*before, NAME_AND_DATE, *checklist.parts, *after), alone=True),
    }


def _again(columns: list[str]) -> Table:
    """Rows to fill in whenever the list is looked at again."""
    rows = range(1, AGAIN_ROWS + 1)
    cells = (
        tuple(Field(f"again-{row}-{place}", f"{name}, {row}") for place, name in enumerate(columns)) for row in rows
    )
    return Table(tuple(columns), tuple(cells))


def _review_of(guide: Guide, page: Page) -> list[str]:
    """Who of the trade has reviewed a page, or that nobody has."""
    professional = page.fields.get("professional")
    said = f"Reviewed by {professional}." if professional else (guide.data.get("words") or {}).get("unreviewed")
    return [said] if said else []


def help_for(guide: Guide, audience: str | None, address: str) -> list[str]:
    """Where to find help without the site, on a sheet that one person does alone."""
    way = ((guide.data.get("workbook") or {}).get("help") or {}).get(audience)
    return [_spoken(way, address)] if way else []


def _spoken(words: str, address: str) -> str:
    """Words of the book, with the site's address or without what needs one."""
    return WITH_ADDRESS.sub(lambda found: found[1].replace(ADDRESS, address) if address else "", words)


def book_data(guide: Guide, address: str = "") -> dict[str, Any]:
    """What the workbook says before its sheets: docs/_data/workbook.yml. `address` is the site's, "" for none."""
    book = guide.data["workbook"]
    picture = (guide.data.get("pictures") or {}).get(book.get("picture"), "")
    return {
        "title": book["title"],
        "subtitle": book.get("subtitle", ""),
        "notice": book.get("notice", ""),
        "picture": picture.replace(">", f' xmlns="http://www.w3.org/2000/svg">{INKS}', 1) if picture else "",
        "picture-alt": book.get("picture_alt", ""),
        "contents": book.get("contents", "Contents"),
        "chapters": [_chapter(one, address) for one in book.get("chapters", [])],
    }


def _chapter(chapter: dict[str, Any], address: str) -> dict[str, Any]:
    """One chapter; a paragraph knows its line also when an address stands in it."""
    paragraphs = []
    for words in chapter["paragraphs"]:
        said = Written(_spoken(words, address))
        said.line = getattr(words, "line", 1)
        paragraphs.append(said)
    return {**chapter, "paragraphs": paragraphs}


def prefixed(sheet: dict[str, Any]) -> dict[str, Any]:
    """A sheet whose fields carry its own id, so that many sheets can stand in one form."""
    return {**sheet, "parts": [_renamed(part, sheet["id"]) for part in sheet["parts"]]}


def _renamed(value: Any, prefix: str) -> Any:
    """The same value with every field in it renamed: a field is what has a name and a label."""
    if isinstance(value, dict):
        renamed = {key: _renamed(inner, prefix) for key, inner in value.items()}
        return {**renamed, "name": f"{prefix}:{value['name']}"} if {"name", "label"} <= value.keys() else renamed
    return [_renamed(inner, prefix) for inner in value] if isinstance(value, (list, tuple)) else value


def _without(parts: tuple[SheetPart, ...], name: str = "") -> tuple[SheetPart, ...]:
    """All parts but callouts (of one name, or of any), and the titles that have nothing below them any more."""
    kept = [part for part in parts if not (isinstance(part, Callout) and name in ("", part.name))]
    while len(kept) < len(parts) and kept and isinstance(kept[-1], Title):
        kept.pop()
    return tuple(kept)


def _parts(parts: tuple[SheetPart, ...], alone: bool = False) -> list[dict[str, Any]]:
    kept = False
    written = []
    for part, following in reversed(list(pairwise([*parts, None]))):
        # A prompt stays with what it asks for, and so does the sentence before the prompt.
        kept = isinstance(part, Text) and (_is_filled_in(following) or kept)
        written.append(_part(part, kept, alone))
    return written[::-1]


def _part(part: SheetPart, kept: bool, alone: bool) -> dict[str, Any]:
    data = asdict(part)
    if isinstance(part, Text):
        data["keep"] = kept
    if isinstance(part, Table) and alone:
        data["row-height"] = AGAIN_HEIGHT
    if isinstance(part, Items):
        data["alone"] = alone
    return data


def _is_filled_in(part: SheetPart | None) -> bool:
    boxes = isinstance(part, Items) and any(item.field for item in part.items)
    return boxes or isinstance(part, FILLED)
