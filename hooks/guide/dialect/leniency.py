"""What GitHub shows as a list or a box, and Python-Markdown would not, written as it wants it. Code stays as it is.

It comes after the marks of lines, which stand in front of an item's text, so no problem loses its line.
"""

import re
from collections.abc import Iterator

from markdown.preprocessors import Preprocessor

from guide.dialect.lines import MARK
from guide.text.code import with_code

M = f"(?:{MARK.pattern})?"
ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?=\S)(?!(?:[-*_] *){2,}$)")
# A box without its space, or with one of another kind. `[](…)` and `[x](…)` are links, and so is `[x]: …`.
BOX = re.compile(
    rf"^(?P<start> *(?:[-*+]|\d{{1,9}}[.)]))(?P<gap> *)(?P<mark>{M})"
    rf"\[(?P<tick>[ \u00a0xX]?)\](?![(\[:])[ \u00a0]*(?={M}\S)"
)
STEP = 4  # spaces by which Python-Markdown nests
# What is no sentence: a quote, a table, a heading, a list of references or terms.
NO_SENTENCE = re.compile(rf"\s*(?:>|\||#|<|:\s|{M}\[\^|{M}\*?\[[^\]]+\]:)")


class Leniency(Preprocessor):
    """Writes boxes in one spelling, nests lists by four spaces, and parts a list from the sentence above it."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines as Python-Markdown wants them."""
        return list(_parted(_nested(_boxed(lines))))


def _boxed(lines: list[str]) -> list[str]:
    return [line if code else BOX.sub(_box, line) for line, code in with_code(lines)]


def _box(found: re.Match) -> str:
    tick = found["tick"] if found["tick"] in ("x", "X") else " "
    return f"{found['start']}{found['gap'] or ' '}{found['mark']}[{tick}] "


def _nested(lines: list[str]) -> list[str]:
    """Lists nested by two or three spaces, by four; one that stands on such steps already is left alone."""
    done: list[str] = []
    whole: list[str] = []
    for line, code in with_code(lines):
        indented = line.startswith(" ") or not line.strip()
        item = bool(ITEM.match(line)) and not code
        if whole and not indented and not item and not whole[-1].strip():
            done += _restepped(whole)
            whole = []
        if whole or (item and not indented):
            whole.append(line)
        else:
            done.append(line)
    return [*done, *_restepped(whole)]


def _restepped(whole: list[str]) -> list[str]:
    """One list, from its first item to its last line."""
    indents = (len(line) - len(line.lstrip(" ")) for line in whole if line.strip())
    if all(indent % STEP == 0 for indent in indents):
        return whole
    offsets: list[int] = []  # where the text of each open item begins
    return [_restep(line, offsets) if line.strip() else line for line in whole]


def _restep(line: str, offsets: list[int]) -> str:
    indent, item = len(line) - len(line.lstrip(" ")), ITEM.match(line)
    if not item:
        depth = sum(indent >= offset for offset in offsets)
        return " " * STEP * depth + line[offsets[depth - 1] if depth else 0 :]
    while offsets and indent < offsets[-1]:
        offsets.pop()
    depth, gap = len(offsets), len(item["gap"])
    offsets.append(indent + len(item["marker"]) + (gap if gap <= STEP else 1))
    return " " * STEP * depth + line.lstrip(" ")


def _parted(lines: list[str]) -> Iterator[str]:
    """With an empty line between a sentence and the list right below it; a number begins one only if it is 1."""
    above, inside = "", False
    for line, code in with_code(lines):
        item = None if code else ITEM.match(line)
        begins = item and not item["indent"] and item["marker"] in ("-", "*", "+", "1.", "1)")
        if begins and not inside and above.strip() and not NO_SENTENCE.match(above):
            yield ""
        inside = bool(item) or (inside and (not line.strip() or line.startswith(" ") or bool(above.strip())))
        yield line
        above = "" if code else line
