"""Sheets fill their pages: room to write grows to the foot of the last one, or gives way where that saves a page."""

import json
from typing import Any

from guide.pdf.typeset import End, Typesetter

HEIGHTS = {"a4": 297, "letter": 279}  # millimetres
FOOT = 23  # the margin below the text
LINE = 8.6  # the distance between two ruled lines, as in the template
NEARLY_EMPTY = 0.35  # of a page
MOST_LINES_TAKEN = 8
MOST_LINES_GIVEN = 3
FEWEST_LINES = 2
ROOMS_LENGTHENED = 3


def fit_sheet(typesetter: Typesetter, document: dict[str, Any], sheet: dict[str, Any], paper: str) -> dict[str, Any]:
    """A sheet with its rooms shortened where a last page would stand nearly empty, else lengthened to fill it.

    It is tried out alone, with what `document` says besides; a sheet always begins on a page of its own.
    """
    trial = _Trial(typesetter, {key: value for key, value in document.items() if key != "book"}, paper)
    end = trial.end_of(sheet)
    if end.page > 1 and end.y < NEARLY_EMPTY * trial.height:
        shorter = _shortened(trial, sheet, end)
        if shorter is not None:
            return shorter
    sheet = _raised(trial, sheet, end)
    return _closed(trial, _lengthened(trial, sheet, trial.end_of(sheet)))


class _Trial:
    """Says where a sheet would end if it were typeset alone."""

    def __init__(self, typesetter: Typesetter, document: dict[str, Any], paper: str) -> None:
        self.typesetter = typesetter
        self.document = document
        self.paper = paper
        self.height = HEIGHTS[paper]
        self.ends: dict[str, End] = {}

    def end_of(self, sheet: dict[str, Any]) -> End:
        tried = json.dumps(sheet["parts"])  # all that fitting changes
        if tried not in self.ends:
            self.ends[tried] = self.typesetter.end_of({**self.document, "sheets": [sheet]}, self.paper)
        return self.ends[tried]


def _shortened(trial: _Trial, sheet: dict[str, Any], end: End) -> dict[str, Any] | None:
    """Take lines from the longest rooms, one after the other, until a page is saved; None where that is too much."""
    for _ in range(MOST_LINES_TAKEN):
        longest = max(_rooms(sheet), key=lambda index: sheet["parts"][index]["lines"], default=None)
        if longest is None or sheet["parts"][longest]["lines"] <= FEWEST_LINES:
            return None
        sheet = _with_lines(sheet, longest, -1)
        if trial.end_of(sheet).page < end.page:
            return sheet
    return None


def _raised(trial: _Trial, sheet: dict[str, Any], end: End) -> dict[str, Any]:
    """Give the shortest rooms a line more where that costs no page, or take it from the longest: who types much into
    them needs it, as letters get no smaller than they can be read."""
    for room in _rooms(sheet):
        lines = sheet["parts"][room]["lines"]
        longest = max(_rooms(sheet), key=lambda index: sheet["parts"][index]["lines"])
        longer = _with_lines(sheet, room, 1)
        instead = _with_lines(longer, longest, -1)
        ways = [longer] + [instead] * (sheet["parts"][longest]["lines"] > FEWEST_LINES + 1)
        if lines <= FEWEST_LINES:
            sheet = next((way for way in ways if trial.end_of(way).page == end.page), sheet)
    return sheet


def _lengthened(trial: _Trial, sheet: dict[str, Any], end: End) -> dict[str, Any]:
    """Give the last rooms, in turn, as many lines as there is room for, without moving anything to a further page."""
    rooms = _rooms(sheet)[-ROOMS_LENGTHENED:]
    free = int((trial.height - FOOT - end.y) // LINE) if rooms else 0
    for lines in range(free, 0, -1):
        longer = sheet
        for turn in range(lines):
            longer = _with_lines(longer, rooms[-1 - turn % len(rooms)], 1)
        if trial.end_of(longer).page == end.page:
            return longer
    return sheet


def _closed(trial: _Trial, sheet: dict[str, Any]) -> dict[str, Any]:
    """Gaps at the foot of earlier pages closed: a line more is free wherever it moves nothing on the last page."""
    end = trial.end_of(sheet)
    for room in _rooms(sheet)[:-ROOMS_LENGTHENED]:
        for _ in range(MOST_LINES_GIVEN):
            longer = _with_lines(sheet, room, 1)
            if trial.end_of(longer) != end:
                break
            sheet = longer
    return sheet


def _rooms(sheet: dict[str, Any]) -> list[int]:
    return [index for index, part in enumerate(sheet["parts"]) if part["kind"] == "room"]


def _with_lines(sheet: dict[str, Any], room: int, more: int) -> dict[str, Any]:
    parts = list(sheet["parts"])
    parts[room] = {**parts[room], "lines": parts[room]["lines"] + more}
    return {**sheet, "parts": parts}
