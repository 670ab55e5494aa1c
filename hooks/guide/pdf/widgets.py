"""What each field of a document is, by its name: the bridge between a sheet's parts and a PDF's form."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

CHECK, CHOICE, LINE, ROOM, CELL = "check", "choice", "line", "room", "cell"
"""A box, one of several, a blank on a line, ruled lines, and a cell of a table, which has lines of its own making."""


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
    ticked: bool = False
    """For a box, or one of several choices: whether it is chosen to begin with."""
    fixed: bool = False
    """Whether it can only be read: on a sheet that is filled in."""


def widgets_of(document: dict[str, Any]) -> dict[str, Widget]:
    """{name as in the template's "field:" links: widget}, in reading order.

    On a sheet that is filled in, what was written is text; its boxes and choices can be read and not changed.
    """
    found = {name: widget for sheet in document["sheets"] for part in sheet["parts"] for name, widget in _of_part(part)}
    if "filled" not in document:
        return found
    return {name: replace(widget, fixed=True) for name, widget in found.items() if widget.kind in (CHECK, CHOICE)}


def _of_part(part: dict[str, Any]) -> Iterator[tuple[str, Widget]]:
    kind = part["kind"]
    if kind == "blanks":
        yield from _blanks(part)
    elif kind == "room":
        yield part["field"]["name"], Widget(ROOM, part["field"]["label"])
    elif kind == "items":
        yield from (found for item in part["items"] for found in _of_item(item))
    elif kind == "choices":
        yield from _of_choices(part)
    elif kind == "scale":
        for row in part["rows"]:
            yield from _choices(row, part["points"], _with_ends(row["label"], part))
    elif kind == "table":
        cells = (cell for row in part["rows"] for cell in row if isinstance(cell, dict))
        yield from ((cell["name"], Widget(CELL, cell["label"])) for cell in cells)


def _blanks(part: dict[str, Any]) -> Iterator[tuple[str, Widget]]:
    """The words after the last blank are read out with it."""
    *others, last = part["fields"]
    yield from ((field["name"], Widget(LINE, field["label"])) for field in others)
    yield last["name"], Widget(LINE, f"{last['label']} {part['after']}".strip())


def _of_item(item: dict[str, Any]) -> Iterator[tuple[str, Widget]]:
    if item["field"]:
        yield item["field"]["name"], Widget(CHECK, item["field"]["label"], ticked=item["ticked"])
    yield from (found for part in item["below"] for found in _of_part(part))


def _of_choices(part: dict[str, Any]) -> Iterator[tuple[str, Widget]]:
    words = ["".join(run["text"] or " " for run in option["text"]) for option in part["options"]]
    for option, found in zip(part["options"], _choices(part["field"], words, part["field"]["label"]), strict=True):
        yield found
        yield from (inner for below in option["below"] for inner in _of_part(below))


def _choices(field: dict[str, str], options: list[str], group_label: str) -> Iterator[tuple[str, Widget]]:
    for index, option in enumerate(options):
        label = f"{field['label']} {option}"
        chosen = field["answer"] == option != ""
        yield f"{field['name']}/{index}", Widget(CHOICE, label, field["name"], group_label, option, chosen)


def _with_ends(label: str, part: dict[str, Any]) -> str:
    if part["numbered"] < 2:
        return label
    return f"{label} ({part['points'][0]}, {part['points'][part['numbered'] - 1]})"
