"""What would go wrong on paper, said as Problems: before a PDF is made, and after."""

import io
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from guide.model.guide import Guide
from guide.model.page import Page, Text
from guide.model.problems import Problem
from guide.pdf.make import TYPING_FONT, Made

MOST_PAGES = 2
MOST_LINES = 24
LONGEST_TITLE = 70
NOT_PRINTED = {"picture", "picture-alt"}
"""In a book: a drawing, and what is heard in its place."""


def faults_of(guide: Guide, made: list[Made], folder: Path) -> Iterator[Problem]:
    """All that is wrong with the sheets of a guide and with their workbook, as they were made."""
    pages = {page.source: page for page in guide.pages}
    known = _characters(folder / TYPING_FONT)
    sheets = [one for one in made if "book" not in one.job.document]
    for one in sheets:
        if one.job.source in pages:
            yield from _of_sheet(one, pages[one.job.source], known)
        else:
            yield from _of_example(one, known)
    # A sheet that cannot be made spoils the book as well, and is enough to say.
    spoilt = any(one.fault for one in sheets)
    for one in made:
        if "book" in one.job.document:
            yield from _of_book(one, known, spoilt)


def _of_sheet(one: Made, page: Page, known: frozenset[str]) -> Iterator[Problem]:
    fields = [(str(value), page.lines.get(name, 1)) for name, value in page.fields.items()]
    lines = [*page.prose, *fields]
    gaps = list(_missing_characters("sheet", page.source, _texts(one.job.document["sheets"]), lines, known))
    yield from gaps
    if not one.fault:
        yield from _too_long(one)
    elif not gaps:
        yield _not_made("sheet", one)


def _of_example(one: Made, known: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with the answers of a sheet that is filled in; its own words are told beside the sheet."""
    texts = list(_texts(one.job.document["sheets"]))
    gaps = list(_missing_characters("example", one.job.source, texts, [], known))
    yield from gaps
    if one.fault and not gaps:
        yield _not_made("example", one)


def _of_book(one: Made, known: frozenset[str], spoilt: bool) -> Iterator[Problem]:
    """What is wrong with the book's own texts, or with the book where none of its sheets is to blame."""
    book = one.job.document["book"]
    texts = list(_texts({name: value for name, value in book.items() if name not in NOT_PRINTED}))
    lines = [(text, text.line) for text in texts if isinstance(text, Text)]
    gaps = list(_missing_characters("workbook", one.job.source, texts, lines, known))
    yield from gaps
    if one.fault and not gaps and not spoilt:
        yield _not_made("workbook", one)


def _not_made(noun: str, one: Made) -> Problem:
    reason = " ".join(one.fault.split())
    return Problem(
        one.job.source,
        1,
        f"The {noun} {one.job.name} could not be made: {reason}.",
        "The site would be without it: an older one might say what the page no longer says.",
        "Mend what the sentence names; if it names nothing in the file, tell us.",
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


def _missing_characters(
    noun: str, source: str, texts: Iterable[str], lines: Iterable[tuple[str, int]], known: frozenset[str]
) -> Iterator[Problem]:
    """Each character of some texts that the font lacks; `lines` says where a text is written."""
    missing = {character for text in texts for character in text} - known
    for character in sorted(missing):
        line = next((line for text, line in lines if character in text), 1)
        yield Problem(
            source,
            line,
            f"The printed {noun} cannot show “{character}” (U+{ord(character):04X}).",
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
