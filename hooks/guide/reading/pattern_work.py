"""How long it takes to look for all patterns of a guide on all its pages: a few of them are quick, many may not be.

At each place of a text each branch of a pattern is tried, and a repeat in it is tried with each of its lengths. How far
a repeat goes, and how often what stands before it is found, the pages themselves tell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Text
from guide.model.problems import Problem
from guide.reading.data_schema import known_data
from guide.reading.patterns import GROUPS, MOST_AGAIN, REPEATS, by_letters, inside

PARAGRAPHS = re.compile(r"\n[ \t]*\n")
ANYTHING = r"[^\n]"
CATEGORIES = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}
NO_WORD = re.compile(r"\W")
NO_LETTER = {"AT", "ASSERT", "ASSERT_NOT"}


STEPS = 1_000
"""At each letter, of all patterns together; ours take about 380, and a step some 15 billionths of a second."""
MEASURED = 10
"""Steps that it takes to see how far some letters go."""
FEW = 4
"""Of so few lengths of one letter, each is counted, wherever it goes."""
FILES = ("shape", "wording")
"""Those that hold patterns: what readers in danger rest on first."""


def with_quick_patterns(guide: Guide) -> tuple[Guide, list[Problem]]:
    """A guide without those patterns that would take too long with all before them, and what is wrong with these."""
    letters, data, problems, spent = Letters(page.text for page in guide.pages), dict(guide.data), [], 0
    for name in FILES:
        for number, entry in enumerate(_entries(data.get(name))):
            spent, slow = _first_too_slow(entry, _shape_of(name), letters, spent)
            if slow is not None:
                data[name] = data[name][:number] if isinstance(data[name], list) else None
                problems.append(_too_slow(guide.data_file(f"{name}.yml"), getattr(slow, "line", 1)))
                break
    return (replace(guide, data=data), problems) if problems else (guide, [])


def _entries(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _shape_of(name: str) -> Any:
    shape = known_data()[name]
    return shape[0] if isinstance(shape, list) else shape


def _first_too_slow(entry: Any, shape: Any, letters: "Letters", spent: int) -> tuple[int, Text | None]:
    """The steps so far, and the pattern with which they are too many."""
    for pattern in _patterns_in(entry, shape):
        spent += letters.work_of(pattern)
        if spent > STEPS * letters.count:
            return spent, pattern
    return spent, None


def _patterns_in(value: Any, shape: Any) -> Iterator[Text]:
    if shape == "pattern" and isinstance(value, str):
        yield value
    elif isinstance(shape, dict) and isinstance(value, dict):
        shapes = {name.removesuffix("!"): inner for name, inner in shape.items()}
        for name, inner in value.items():
            yield from _patterns_in(inner, shapes.get(name, shapes.get("*")))
    elif isinstance(shape, list) and isinstance(value, list):
        for one in value:
            yield from _patterns_in(one, shape[0])


class Letters:
    """The words that patterns are looked for in."""

    def __init__(self, texts: Iterable[str]) -> None:
        # Page by page: while a pattern is replaced, a text takes many times its room.
        pages = [_in_lines(text) for text in texts]
        self.text = "\n".join(pages)
        self.edges = " ".join(["", *(NO_WORD.sub(" ", page) for page in pages)])
        self.count, self.sets = len(self.text) or 1, 0
        self.share, self.reach = cache(self._share), cache(self._reach)

    def work_of(self, pattern: str) -> int:
        """How many steps it takes to look for a pattern everywhere."""
        parts = re._parser.parse(pattern)  # type: ignore[attr-defined]
        before = self.sets
        steps = _branches(parts) + _tries(list(parts), self)
        return int(self.count * (steps + MEASURED * (self.sets - before)))

    def _share(self, words: str, is_edge: bool) -> float:
        """How often some letters stand there, of all places; `is_edge` where a word or a space begins with them."""
        words = words.lower()
        return (self.edges.count(" " + NO_WORD.sub(" ", words)) if is_edge else self.text.count(words)) / self.count

    def _reach(self, letters: str) -> float:
        """How far a repeat of such letters goes, at a place by chance."""
        self.sets += 1
        runs = re.finditer(f"{letters}+", self.text, re.IGNORECASE)
        return sum((run.end() - run.start()) ** 2 for run in runs) / self.count


def _in_lines(text: str) -> str:
    """A text in small letters, each paragraph of it in one line."""
    return "\n".join(" ".join(part.split("\n")) for part in PARAGRAPHS.split(text)).lower()


def _branches(parts: Any) -> int:
    """How many ways there are to begin, each of which is tried at each place."""
    begun = 0
    for kind, value in parts:
        name = str(kind)
        if name == "BRANCH":
            return begun + sum(map(_branches, value[1]))
        if name in ("SUBPATTERN", "ATOMIC_GROUP"):
            return begun + _branches(inside(name, value))
        begun += 1
        if name not in NO_LETTER and not (name in REPEATS and value[0] == 0):
            break
    return begun


def _tries(parts: list[Any], letters: Letters, is_edge: bool = False) -> float:
    """How many ways through a row of parts are tried, at a place by chance; `is_edge` where a word begins or ends."""
    looked = 0.0
    while parts and str(parts[0][0]) in NO_LETTER:
        is_edge = is_edge or str(parts[0][1]) == "AT_BOUNDARY"
        looked, parts = looked + _ways(parts[:1], letters) - 1, parts[1:]
    begin = ""
    while parts and str(parts[0][0]) == "LITERAL":
        begin, parts = begin + chr(parts[0][1]), parts[1:]
    if begin:
        share = letters.share(begin, is_edge)
        return looked + share * _ways(parts, letters) if share else looked
    name = str(parts[0][0]) if parts else ""
    if name == "BRANCH":
        first = sum(_tries(list(branch), letters, is_edge) for branch in parts[0][1][1])
    elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
        first = _tries(list(inside(name, parts[0][1])), letters, is_edge)
    else:
        return looked + _ways(parts, letters)
    return looked + first * _ways(parts[1:], letters)


def _ways(parts: Iterable[Any], letters: Letters) -> float:
    """The same, wherever it is tried."""
    ways = 1.0
    for kind, value in parts:
        name = str(kind)
        if name == "BRANCH":
            ways *= max(1.0, by_letters([(branch, _ways(branch, letters)) for branch in value[1]]))
        elif name in GROUPS:
            ways *= _ways(inside(name, value), letters)
        elif name in REPEATS:
            least, most, part = value
            choices = float(most) - float(least) + 1
            if choices > FEW or not _is_letter(part):
                choices = min(choices, max(1.0, letters.reach(_set_of(part))))
            ways *= choices * _ways(part, letters) ** min(int(most), MOST_AGAIN)
    return ways


def _is_letter(parts: Any) -> bool:
    return len(parts) == 1 and str(parts[0][0]) == "LITERAL"


def _set_of(parts: Any) -> str:
    """The letters that may come again, as a pattern; any, where that is more than one letter at a time."""
    if len(parts) != 1:
        return ANYTHING
    kind, value = parts[0]
    if str(kind) == "LITERAL":
        return re.escape(chr(value))
    if str(kind) == "NOT_LITERAL":
        return f"[^{re.escape(chr(value))}]"
    return f"[{''.join(_written(*one) for one in value)}]" if str(kind) == "IN" else ANYTHING


def _written(kind: Any, value: Any) -> str:
    if str(kind) == "RANGE":
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    if str(kind) == "CATEGORY":
        return CATEGORIES[str(value).removeprefix("CATEGORY_")]
    return "^" if str(kind) == "NEGATE" else re.escape(chr(value))


def _too_slow(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "With this pattern, all of them together take too long to look for.",
        "A build would be busy with them for minutes; this one is not looked for, nor those after it.",
        "Begin each branch with letters, and write how often something may come again:  [a-z]{1,20}",
    )
