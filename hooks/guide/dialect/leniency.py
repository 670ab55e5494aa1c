"""What GitHub shows as a list or a box, and Python-Markdown would not, written as it wants it. Code stays as it is.

It comes after the marks of lines, which stand in front of an item's text, so no problem loses its line.
"""

import re
from collections.abc import Iterator

from markdown.preprocessors import Preprocessor

from guide.dialect.list_layout import ITEM, M, nested, parted
from guide.text.code import with_code

# A box without its space, or with one of another kind. `[](…)` and `[x](…)` are links, and so is `[x]: …`.
SPACE = "[ \u00a0\\u2000-\\u200a\\u202f\\u3000]"
BOX = re.compile(
    rf"^(?P<start> *(?:[-*+]|\d{{1,9}}[.)]))(?P<gap> *)(?P<mark>{M})"
    rf"\[{SPACE}*(?P<tick>[xX]?){SPACE}*\](?![(\[:])[ \u00a0]*(?={M}\S)"
)
CHOICE = re.compile(rf"^( *[-*+])(?={M}\( ?\)[ ]*{M}\w)")
PARENTHESIS = re.compile(r"( *\d{1,9})\)(?= +\S)")
QUOTED = re.compile(r"> ?")  # further in, it may belong to an item


class Leniency(Preprocessor):
    """Writes boxes in one spelling, nests lists by four spaces, and parts a list from the sentence above it."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines as Python-Markdown wants them."""
        return _lenient(list(_in_quotes(lines)))


def _lenient(lines: list[str]) -> list[str]:
    return list(parted(nested(_dotted(_boxed(lines)))))


def _in_quotes(lines: list[str]) -> Iterator[str]:
    """The lines of a quote are read like those of a page."""
    quote: list[str] = []
    for line, code in with_code(lines):
        found = QUOTED.match(line)
        if found and (not code or quote):
            quote.append(line[found.end() :])
            continue
        yield from _quoted(quote)
        quote = []
        yield line
    yield from _quoted(quote)


def _quoted(inner: list[str]) -> Iterator[str]:
    whole = _lenient(list(_in_quotes(inner))) if inner else []
    yield from (f"> {line}" if line else ">" for line in whole)


def _boxed(lines: list[str]) -> list[str]:
    return [line if code else CHOICE.sub(r"\1 ", BOX.sub(_box, line)) for line, code in with_code(lines)]


def _box(found: re.Match) -> str:
    return f"{found['start']}{found['gap'] or ' '}{found['mark']}[{found['tick'] or ' '}] "


def _dotted(lines: list[str]) -> Iterator[str]:
    """`1)` as `1.`, where it begins an item."""
    above, inside = "", False
    for line, code in with_code(lines):
        found = None if code else PARENTHESIS.match(line)
        begins = found and (inside or not above.strip() or found[1].strip() == "1")
        yield PARENTHESIS.sub(r"\1.", line, count=1) if begins else line
        inside, above = bool(begins or (ITEM.match(line) and not code)), line
