"""What each field of a document is, by its name: the bridge between a sheet's parts and a PDF's form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CHECK, CHOICE, LINE, ROOM = "check", "choice", "line", "room"


@dataclass(frozen=True)
class Widget:
    """One place to fill in."""

    kind: str
    label: str
    """What a screen reader says."""
    group: str = ""
    """For one of several choices: the name of the whole field."""
    group_label: str = ""
    value: str = ""
    """For one of several choices: what the field is when this one is chosen."""


def widgets_of(document: dict[str, Any]) -> dict[str, Widget]:
    """{name as in the template's "field:" links: widget}, in reading order."""
    return {name: widget for sheet in document["sheets"] for part in sheet["parts"] for name, widget in _of_part(part)}


def _of_part(part: dict[str, Any]) -> Iterator[tuple[str, Widget]]:
    kind = part["kind"]
    if kind == "blanks":
        yield from _blanks(part)
    elif kind == "room":
        yield part["field"]["name"], Widget(ROOM, part["field"]["label"])
    elif kind == "ticks":
        yield from ((field["name"], Widget(CHECK, field["label"])) for field in part["fields"])
    elif kind == "choices":
        yield from _choices(part["field"], part["options"], part["field"]["label"])
    elif kind == "scale":
        for row in part["rows"]:
            yield from _choices(row, part["points"], _with_ends(row["label"], part))
    elif kind == "table":
        cells = (cell for row in part["rows"] for cell in row if isinstance(cell, dict))
        yield from ((cell["name"], Widget(LINE, cell["label"])) for cell in cells)


def _blanks(part: dict[str, Any]) -> Iterator[tuple[str, Widget]]:
    """The words after the last blank are read out with it."""
    *others, last = part["fields"]
    yield from ((field["name"], Widget(LINE, field["label"])) for field in others)
    yield last["name"], Widget(LINE, f"{last['label']} {part['after']}".strip())


def _choices(field: dict[str, str], options: list[str], group_label: str) -> Iterator[tuple[str, Widget]]:
    for index, option in enumerate(options):
        label = f"{field['label']} {option}"
        yield f"{field['name']}/{index}", Widget(CHOICE, label, field["name"], group_label, option)


def _with_ends(label: str, part: dict[str, Any]) -> str:
    if part["numbered"] < 2:
        return label
    return f"{label} ({part['points'][0]}, {part['points'][part['numbered'] - 1]})"
