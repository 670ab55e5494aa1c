"""What would go wrong on paper, said as Problems: before a PDF is made, and after."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from guide.model import Guide, Page
from guide.pdf.make import TYPING_FONT, Made
from guide.problems import Problem

MOST_PAGES = 2
MOST_LINES = 24
LONGEST_TITLE = 70


def faults_of(guide: Guide, made: list[Made], folder: Path) -> Iterator[Problem]:
    """All that is wrong with the sheets of a guide, as they were made."""
    pages = {page.source: page for page in guide.pages}
    known = _characters(folder / TYPING_FONT)
    for one in made:
        if "book" in one.job.document:  # what is wrong with its sheets is said of them
            continue
        gaps = list(_missing_characters(pages[one.job.source], one.job.document, known))
        yield from gaps
        if not one.fault:
            yield from _too_long(one)
        elif not gaps:
            yield _not_made(one)


def _not_made(one: Made) -> Problem:
    reason = " ".join(one.fault.split())
    return Problem(
        one.job.source,
        1,
        f"The sheet {one.job.name} could not be made: {reason}.",
        "The last good one is kept, if there was one.",
        "Mend what the sentence names; if it names nothing on the page, tell us.",
    )


def _too_long(one: Made) -> Iterator[Problem]:
    title = one.job.document["title"]
    if len(title) > LONGEST_TITLE:
        yield Problem(
            one.job.source,
            1,
            f"The title has {len(title)} characters; a sheet has room for {LONGEST_TITLE}.",
            "It would fill the top of the sheet, and the list of sheets.",
            "Say it in fewer words.",
        )
    for sheet in one.job.document["sheets"]:
        for room in [part for part in sheet["parts"] if part["kind"] == "room" and part["lines"] > MOST_LINES]:
            yield Problem(
                one.job.source,
                1,
                f"The room for “{room['field']['label']}” has {room['lines']} lines; a page holds {MOST_LINES}.",
                "It cannot be split over two pages, and would run off the paper.",
                "Take some of its ___ lines out.",
            )
    with pikepdf.open(io.BytesIO(one.data)) as pdf:
        count = len(pdf.pages)
    if count > MOST_PAGES:
        yield Problem(
            one.job.source,
            1,
            f"The sheet takes {count} pages ({one.job.paper}).",
            f"People print, fill in and hand out a sheet of at most {MOST_PAGES}.",
            "Take a prompt or some lines out, or make it two worksheets.",
        )


def _missing_characters(page: Page, document: dict[str, Any], known: frozenset[str]) -> Iterator[Problem]:
    missing = {character for text in _texts(document["sheets"]) for character in text} - known
    for character in sorted(missing):
        line = next((line for text, line in page.prose if character in text), 1)
        yield Problem(
            page.source,
            line,
            f"The printed sheet cannot show “{character}” (U+{ord(character):04X}).",
            "Its font has no such character, and paper would show a gap.",
            "Write it in another way.",
        )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)


@cache
def _characters(font: Path) -> frozenset[str]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(map(chr, opened.getBestCmap())) | {"\n"}
