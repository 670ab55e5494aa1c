"""Where the lines of a list stand: nested as GitHub nests them, and parted from what is above them."""

import re
from collections.abc import Iterable, Iterator

from guide.dialect.lines import MARK
from guide.text.code import with_code

M = f"(?:{MARK.pattern})?"
ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?=\S)(?!(?:[-*_] *){2,}$)")
NO_WORDS = re.compile(r" *[-*+] *$")
STEP = 4  # spaces by which Python-Markdown nests
# What is no sentence: a quote, a table, a heading, a list of references or terms.
NO_SENTENCE = re.compile(rf"\s*(?:>|\||#|<|:\s|{M}\[\^|{M}\*?\[[^\]]+\]:)")
OF_ITS_OWN = re.compile(r" +(?P<sign>>|#{1,6} )")


def nested(lines: Iterable[str]) -> list[str]:
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


class _Reader:
    """Goes through lines, and knows of each whether something ends above it."""

    def __init__(self) -> None:
        self.above = ""
        self.inside = self.paragraph = False
        self.numbered: dict[int, bool] = {}  # by indent, whether the last item there has a number

    def ends_above(self, line: str, item: re.Match | None) -> bool:
        """Whether an empty line belongs above this one, which has none."""
        if not self.above.strip():
            return False
        if not item:
            own = OF_ITS_OWN.match(line)
            return bool(self.inside and own and not self.above.lstrip().startswith(own["sign"].strip()))
        kind, begins = _is_numbered(item), item["marker"] in ("-", "*", "+", "1.") and not item["indent"]
        if self.inside:
            return self.paragraph or self.numbered.get(len(item["indent"]), kind) != kind
        row = self.above.startswith("|") and "|" not in line
        return begins and (row or not NO_SENTENCE.match(self.above))

    def go_on(self, line: str, item: re.Match | None, *, code: bool) -> None:
        """Remember what the next line is to be held against."""
        if item:
            indent = len(item["indent"])
            before = self.numbered.items() if self.inside else ()
            self.numbered = {**{other: was for other, was in before if other < indent}, indent: _is_numbered(item)}
        stays = not line.strip() or line.startswith(" ") or bool(self.above.strip())
        # A paragraph of an item goes on to the next empty line; an item right below it would be words of it.
        begins = not self.above.strip() and bool(line.strip())
        self.paragraph = not item and not code and self.inside and (begins or self.paragraph) and bool(line.strip())
        self.inside = bool(item) or (self.inside and stays)
        self.above = "" if code else line


def parted(lines: list[str]) -> Iterator[str]:
    """With an empty line between a sentence and the list right below it; a number begins one only if it is 1.

    So it is between bullets and numbers side by side, below a paragraph of an item, and around a quote or a heading in
    one. A bullet without words, which would make a heading of the line above it, is left out.
    """
    reader = _Reader()
    for line, code in with_code(lines):
        if reader.inside and not code and NO_WORDS.fullmatch(line):
            continue
        item = None if code else ITEM.match(line)
        if not code and reader.ends_above(line, item):
            yield ""
        reader.go_on(line, item, code=code)
        yield line


def _is_numbered(item: re.Match) -> bool:
    return item["marker"][0].isdigit()
