"""Whom a guide tells to call, in words: on its pages, in what stands beside them, and in its data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any

from guide.checks.boxes import boxes_of
from guide.checks.directory_numbers import TO_DIRECTORY, Numbers, is_among, sure_names, unknown
from guide.checks.html_said import said_on
from guide.model.guide import Guide
from guide.model.page import Page, Text
from guide.model.problems import Problem
from guide.text.as_seen import plain, words_as_seen
from guide.text.calling import Calling, calling_of
from guide.text.figures import LEAST, figures_alone
from guide.text.shown_numbers import calls_in, numbers_standing_out, runs_on, told_to_call, whole_numbers_in

LONGEST = 7
"""Pieces in which a number stands."""
BEGINS, BEGINS_WHOLE = re.compile(r"\W*[0+]"), re.compile(r"\W*(?:0\d{2}|\+\d)")
SHOWN_DATA = ("audiences", "countries", "examples", "references", "vocabulary", "workbook", "words")
"""Data whose words are shown."""
NO_WORDS = {"doi", "url", "key", "pmid"}
"""What data names by addresses and figures of its own."""
Said = tuple[str, int]


def check_called(guide: Guide, numbers: Numbers, source: str) -> Iterator[Problem]:
    """Each number that is none of the directory's, once for each line."""
    calling = calling_of(guide.shape)
    found = [
        (place, line, number)
        for place, said, strict in _texts(guide, numbers, calling)
        for text, line in said
        for number in _called(text, numbers[""], strict, calling)
    ]
    for place, line, number in dict.fromkeys(found):
        yield unknown(place, line, number, TO_DIRECTORY.format(source))


def strings_in(value: Any) -> Iterator[str]:
    """Every text of a piece of data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from () if name in NO_WORDS else strings_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings_in(one)


def beside(page: Page) -> Iterator[Said]:
    """What the front matter says of a page."""
    for name, value in page.fields.items():
        yield from ((text, page.lines.get(name, 1)) for text in strings_in(value))


def _texts(guide: Guide, numbers: Numbers, calling: Calling) -> Iterator[tuple[str, Iterable[Said], bool]]:
    """Each source with its texts, and whether somebody in danger reads them."""
    names = [f" {name} " for name in sure_names(numbers)]
    for page in guide.pages:
        said = [*said_on(page.html), *beside(page)]
        is_safety = page.kind == "safety"
        yield page.source, said, is_safety
        yield page.source, _parted(said, calling), is_safety
        yield page.source, _in_pieces(said, calling), is_safety
        if is_safety:
            yield page.source, _run_on(said, calling), True
        else:
            yield page.source, [(box.says, box.line) for box in boxes_of(page.html) if box.is_care], True
            yield (
                page.source,
                (one for one in said if any(name in f" {words_as_seen(one[0])} " for name in names)),
                True,
            )
    for name in SHOWN_DATA:
        for place, data in files_of(guide, name):
            yield place, ((text, text.line) for text in strings_in(data) if isinstance(text, Text)), False
    for name, drawing in (guide.data.get("pictures") or {}).items():
        yield guide.data_file(f"pictures/{name}.svg"), said_on(drawing), True


def files_of(guide: Guide, name: str) -> Iterator[tuple[str, Any]]:
    """(where, what stands there) of one kind of data, which may be many files."""
    data = guide.data.get(name) or {}
    if name == "examples":
        yield from ((guide.data_file(f"examples/{one}.yml"), said) for one, said in data.items())
    else:
        yield guide.data_file(f"{name}.yml"), data


def _parted(said: list[Said], calling: Calling) -> Iterator[Said]:
    """A word of calling at the end of a line or a cell, with the number in the next one."""
    for (text, line), (following, _) in pairwise(said):
        if runs_on(text, following, calling):
            yield f"{text} {following}", line


def _runs(said: list[Said], calling: Calling) -> Iterator[tuple[str, list[Said]]]:
    """Lines and cells of figures alone that follow on each other, and the one before them; empty ones part rows."""
    before = ""
    for is_figures, some in groupby(((figures_alone(text, calling), line, text) for text, line in said), key=_is_one):
        found = [*some]
        if is_figures:
            yield before, [(figures or "", line) for figures, line, _ in found]
        before = found[-1][2]


def _is_one(piece: tuple[str | None, int, str]) -> bool:
    return piece[0] is not None


def _in_pieces(said: list[Said], calling: Calling) -> Iterator[Said]:
    """A number whose figures stand in cells, items or lines: behind a word of calling, or begun as whole ones are.

    Pieces of one length, as those of years, hours and marks have, are none.
    """
    for before, run in _runs(said, calling):
        for row in _rows(run):
            is_called = row[0] == run[0] and runs_on(before, "".join(text for text, _ in row), calling)
            start = 0 if is_called else _first(row, BEGINS_WHOLE)
            pieces = [text for text, _ in row[start : start + LONGEST]]
            if len(pieces) > 1 and (is_called or len({*map(len, pieces)}) > 1):
                yield " ".join([before, *pieces] if is_called else pieces), row[start][1]


def _rows(run: list[Said]) -> Iterator[list[Said]]:
    """Those of a table; such as have one cell are one. What is a whole number by itself parts what is in pieces."""
    rows = [[*some] for is_row, some in groupby(run, key=lambda one: bool(one[0])) if is_row]
    for has_one, some in groupby(rows, key=lambda row: len(row) == 1):
        for row in [[one for only in some for one in only]] if has_one else some:
            parts = groupby(row, key=lambda one: sum(map(str.isnumeric, one[0])) < LEAST)
            yield from ([*part] for is_piece, part in parts if is_piece)


def _first(pieces: list[Said], begins: re.Pattern[str]) -> int:
    return next((place for place, (text, _) in enumerate(pieces) if begins.match(plain(text))), len(pieces))


def _run_on(said: list[Said], calling: Calling) -> Iterator[Said]:
    """The same where somebody in danger reads: from wherever a number might begin."""
    for _, whole in _runs(said, calling):
        run = [one for one in whole if sum(map(str.isnumeric, one[0])) < LEAST]
        start = _first(run, BEGINS)
        pieces = [text for text, _ in run[start : start + LONGEST]]
        if len(pieces) > 1 and (len(pieces[0]) > 1 or all(len(piece) == 1 for piece in pieces)):
            yield " ".join(pieces), run[start][1]


def _called(text: str, known: set[str], strict: bool, calling: Calling) -> list[str]:
    if not any(sign.isnumeric() for sign in text) and not text.isupper() and " " not in text:
        return []
    found = told_to_call(text, calling) | whole_numbers_in(text, calling)
    if strict:
        found = found | calls_in(text, known, calling) | numbers_standing_out(text, calling)
    return sorted(number for number in found if not is_among(number, known))
