"""Lines to write on for a sheet that is printed from its page, where no trial can be made: what stands on it is added
up, in millimetres, as paper-sheet.css and cells.css lay it out, and what is left of its last page is shared out."""

import math
from dataclasses import replace
from itertools import pairwise

from guide.model.sheet import (
    Blanks,
    Callout,
    Choices,
    Items,
    PageBreak,
    Room,
    Runs,
    Scale,
    SheetPart,
    Table,
    Text,
    Title,
)

HEIGHTS = {"letter": 257, "a4": 275}  # of a page, without its margins
RESERVE = 5  # of each page, for letters that are larger than we think
HEAD, FOOT = 32, 25  # title and facts; who has read it, and its address
LINE, TEXT, SMALL = 8.5, 5.3, 4.6
LETTERS, LETTERS_OF_ROW = 95, 27  # in a line
HELD = 26  # below a prompt or a heading, so that it does not stand alone at the foot
MOST_LINES = 8
FEWEST = {"letter": 1, "a4": 3}

Lines = dict[str, dict[str, int]]


def lines_from_browser(parts: tuple[SheetPart, ...]) -> Lines:
    """By its paper and its field, how many lines each room has: never fewer than its author drew, nor on longer paper.

    The shortest room is given a line first, as long as that costs no page.
    """
    given = {}
    drawn = HEAD + sum(map(_tall, parts)) + FOOT
    for paper, height in HEIGHTS.items():
        # So few at the least: if they are more, nothing is given.
        least = tuple(_with_lines(part, FEWEST[paper]) if isinstance(part, Room) else part for part in parts)
        parts = _lengthened(least, height - RESERVE, math.ceil(drawn / (height + 3 * RESERVE)))
        given[paper] = {part.field.name: part.lines for part in parts if isinstance(part, Room)}
    return given


def _lengthened(parts: tuple[SheetPart, ...], height: float, pages: int) -> tuple[SheetPart, ...]:
    full: set[int] = set()
    while True:
        rooms = [index for index, part in enumerate(parts) if isinstance(part, Room) and part.lines < MOST_LINES]
        room = min((index for index in rooms if index not in full), key=lambda index: parts[index].lines, default=None)
        if room is None:
            return parts
        longer = (*parts[:room], _with_lines(parts[room], parts[room].lines + 1), *parts[room + 1 :])
        if _pages(longer, height) > pages:
            full.add(room)
        else:
            parts = longer


def _with_lines(room: Room, least: int) -> Room:
    return replace(room, lines=max(room.lines, least))


def _pages(parts: tuple[SheetPart, ...], height: float) -> int:
    """How many pages they take: what is held together goes on overleaf where it has no room."""
    page, down = 1, float(HEAD)
    for part, following in pairwise([*parts, None]):
        if isinstance(part, PageBreak):
            page, down = page + 1, 0
        held = HELD if isinstance(part, Title) or isinstance(following, Room) else 0
        for tall in _pieces(part):
            if down + tall + held > height and down > 0:
                page, down = page + 1, 0
            down += tall
    return page + (down + FOOT > height)


def _pieces(part: SheetPart) -> list[float]:
    """How tall each piece is that is never parted."""
    if isinstance(part, Table):
        return [11.5] + [10.2] * len(part.rows)
    if isinstance(part, Items):
        return [1.6] + [sum((1.5 + TEXT * _rows(item.text), *map(_tall, item.below))) for item in part.items]
    return [_tall(part)]


def _tall(part: SheetPart) -> float:
    if isinstance(part, Room):
        return 1 + LINE * part.lines
    if isinstance(part, Text):
        return 1.5 + TEXT * _rows(part.text)
    if isinstance(part, Callout):
        return 7 + sum(map(_tall, part.parts))
    if isinstance(part, Blanks):
        return 11.5 + TEXT * (sum(len(field.label) + 18 for field in part.fields) // LETTERS)
    if isinstance(part, Scale):
        return 7.5 + sum(8 + SMALL * (len(field.label) // LETTERS_OF_ROW) for field in part.rows)
    if isinstance(part, Choices):
        return 2.6 + sum(2.2 + TEXT * _rows(option.text) for option in part.options)
    return sum(_pieces(part)) if isinstance(part, (Items, Table)) else 10


def _rows(text: Runs) -> int:
    return 1 + sum(len(run.text) for run in text) // LETTERS
