"""A sheet as plain data for the typesetter: nothing of it is markup."""

from dataclasses import asdict
from itertools import pairwise
from typing import Any

from guide.model import Checklist, Guide, Worksheet
from guide.sheet import Blanks, Choices, Field, Room, Run, Scale, SheetPart, Table, Text, Ticks, Title

# In millimetres: a row of a table to be filled in by hand.
ROW_HEIGHT = 10
FILLED = (Blanks, Room, Scale, Choices, Ticks, Table)
# The drawings name their inks by class, for the page's stylesheet; on paper the inks are these.
INKS = (
    "<style>path,ellipse{fill:none;stroke-linejoin:round;stroke-linecap:round}"
    ".pen{stroke:#111;stroke-width:2}.seam{stroke:#B4862C;stroke-width:2.5}.thin{stroke-width:1.75}</style>"
)
NOTES = (Text((Run("Notes"),)), Room(Field("notes", "Notes"), 3))
NAME_AND_DATE = Blanks((Field("name", "Name"), Field("date", "Date")))


def worksheet_data(guide: Guide, worksheet: Worksheet) -> dict[str, Any]:
    """One worksheet."""
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
        "facts": "  ·  ".join(filter(None, facts)),
        "parts": _parts(page.sheet),
    }


def checklist_data(checklist: Checklist) -> dict[str, Any]:
    """One checklist, with a line for name and date."""
    ticks = Ticks(tuple(Field(item.id, item.text) for item in checklist.items))
    return {
        "id": checklist.id,
        "title": checklist.title,
        "facts": "",
        "parts": _parts((NAME_AND_DATE, ticks, *NOTES), alone=True),
    }


def book_data(guide: Guide) -> dict[str, Any]:
    """What the workbook says before its sheets: docs/_data/workbook.yml."""
    book = guide.data["workbook"]
    picture = (guide.data.get("pictures") or {}).get(book.get("picture"), "")
    return {
        "title": book["title"],
        "subtitle": book.get("subtitle", ""),
        "notice": book.get("notice", ""),
        "picture": picture.replace(">", f' xmlns="http://www.w3.org/2000/svg">{INKS}', 1) if picture else "",
        "picture-alt": book.get("picture_alt", ""),
        "contents": book.get("contents", "Contents"),
        "chapters": book.get("chapters", []),
    }


def prefixed(sheet: dict[str, Any]) -> dict[str, Any]:
    """A sheet whose fields carry its own id, so that many sheets can stand in one form."""
    return {**sheet, "parts": [_renamed(part, sheet["id"]) for part in sheet["parts"]]}


def _renamed(value: Any, prefix: str) -> Any:
    """The same value with every field in it renamed: a field is what has a name and a label."""
    if isinstance(value, dict):
        renamed = {key: _renamed(inner, prefix) for key, inner in value.items()}
        return {**renamed, "name": f"{prefix}:{value['name']}"} if {"name", "label"} <= value.keys() else renamed
    return [_renamed(inner, prefix) for inner in value] if isinstance(value, (list, tuple)) else value


def _parts(parts: tuple[SheetPart, ...], alone: bool = False) -> list[dict[str, Any]]:
    while parts and isinstance(parts[-1], Title):  # its content is for the screen only
        parts = parts[:-1]
    kept = False
    written = []
    for part, following in reversed(list(pairwise([*parts, None]))):
        # A prompt stays with what it asks for, and so does the sentence before the prompt.
        kept = isinstance(part, Text) and (isinstance(following, FILLED) or kept)
        written.append(_part(part, kept, alone))
    return written[::-1]


def _part(part: SheetPart, kept: bool, alone: bool) -> dict[str, Any]:
    data = asdict(part)
    if isinstance(part, Text):
        data["keep"] = kept
    if isinstance(part, Table):
        data["row-height"] = ROW_HEIGHT
    if isinstance(part, Ticks):
        data["alone"] = alone
    return data
