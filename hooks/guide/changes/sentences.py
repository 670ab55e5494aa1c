"""The sentences of pages as they are written, links and boxes with them, and which of them readers in danger may read.

Of a page it is soon passed over that one sentence says the opposite now. So what readers in danger read is known from
the rest: all of a safety page, and elsewhere what names danger, what leads to help, and whatever stands in one part
with that.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page

Said = tuple[str, int, bool]
"""A sentence as it is written, its line in the file, and whether whoever is in danger may read it."""
HEADING = re.compile(r"#{2,6}\s")
END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*(\s+)(?=[^\sa-z])")
# A line that goes on with no line before it, and one that none goes on with.
BEGINS = re.compile(r"$|[#>|<`{~]|[*+:-]\s|\d+[.)]\s|\[[^\]]*\]:|\[!|!!!|[=-]+$")
ENDS = re.compile(r"$|[#|<`{~]|\[[^\]]*\]:|\[!|!!!|[=-]+$")
QUOTE = ">"
NEAR = ("naming", "telling")
"""Patterns of a guide's `safety` by which danger and help are known."""
# What makes nothing of its signs, or something else.
# No sign is looked at twice, however many begin something: what is searched ends where another begins.
LITERAL = re.compile(r"[<`]|\{[^{}]*[=\u2011]|\]\((?:(?!\]\()[^)])*[\s'\"‘’“”…\u2011]|\]\[|^\[[^\]]*\]:")
OTHERWISE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "\u2011": "-"})
DASH = re.compile(r"(?<=\S) [–—-] ")


def said_on_pages(guide: Guide) -> dict[str, list[Said]]:
    """All that a snapshot keeps of words: {source of a page: its sentences}."""
    safety = guide.shape.get("safety") or {}
    files = [re.escape(page.source.rpartition("/")[2]) for page in guide.of_kind("safety")]
    near = [safety[name] for name in NEAR if safety.get(name)] + [rf"\b(?:{'|'.join(files)})"] * bool(files)
    pattern = re.compile("|".join(near), re.IGNORECASE) if near else None
    return {page.source: [*_said(page, pattern)] for page in guide.pages}


def even(sentence: str) -> str:
    """What two sentences have in common that are the same words, with other quotation marks, dashes, dots or blanks."""
    words = " ".join(sentence.split())
    return words if LITERAL.search(words) else DASH.sub(" - ", words.translate(OTHERWISE))


def sentences_in(text: str) -> Iterator[tuple[str, int]]:
    """Each sentence of a text beside the pages, with its line."""
    for lines in _paragraphs([(words, line) for line, words in enumerate(text.splitlines(), 1)]):
        yield from _sentences(lines)


def sentences_of(words: str) -> list[str]:
    """Those of one paragraph."""
    return [one for one, _ in _sentences([(words, 1)])]


def _said(page: Page, near: re.Pattern[str] | None) -> Iterator[Said]:
    for part in _parts(page):
        is_near = page.kind == "safety" or bool(near and any(near.search(text) for text, _ in part))
        for lines in _paragraphs(part):
            yield from ((one, line, is_near) for one, line in _sentences(lines))


def _parts(page: Page) -> Iterator[list[tuple[str, int]]]:
    """The lines below each heading, with that heading."""
    part: list[tuple[str, int]] = []
    for line, text in enumerate(page.text.splitlines(), page.text_line):
        if HEADING.match(text) and part:
            yield part
            part = []
        part.append((text, line))
    yield part


def _paragraphs(part: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Lines that are one to a reader: where a line is broken says nothing."""
    lines: list[tuple[str, int]] = []
    for text, line in part:
        words = text.strip()
        goes_on = words.removeprefix(QUOTE).lstrip() if lines and lines[0][0].startswith(QUOTE) else words
        if lines and not BEGINS.match(goes_on) and not ENDS.match(lines[-1][0].removeprefix(QUOTE).lstrip()):
            lines.append((goes_on, line))
            continue
        if lines:
            yield lines
        lines = [(words, line)]
    if lines:
        yield lines


def _sentences(lines: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Each with its line; no sign of them is lost."""
    text, starts = "", []
    for words, _ in lines:
        text += " " * bool(text)
        starts.append(len(text))
        text += words
    start = 0
    for end, after in [*((found.start(1), found.end()) for found in END.finditer(text)), (len(text), len(text))]:
        if words := " ".join(text[start:end].split()):
            yield words, lines[bisect_right(starts, start) - 1][1]
        start = after
