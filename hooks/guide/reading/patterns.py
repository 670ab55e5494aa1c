"""Patterns that authors write: only those that are looked for quickly, whatever the text.

A pattern in which several things repeat may look at each of a million ways to read one word. How many ways there are
at one place of a text is the product of the repeats that stand behind one another; here that is bounded.
"""

import re
from collections.abc import Iterable
from typing import Any

WAYS = 100_000
"""At one place of a text: one repeat without an end, among a few branches or letters that may be there or not."""
ENDLESS = 10_000  # signs of a paragraph at most, and so of a repeat without an end
LONGEST = 2_000  # signs of a pattern
MOST_AGAIN = 20
"""How often something may come again that can be read in more than one way."""
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
GROUPS = {"SUBPATTERN": -1, "ATOMIC_GROUP": None, "ASSERT": 1, "ASSERT_NOT": 1}
"""Where each keeps what stands in it."""
LOOKING_BACK = {"GROUPREF", "GROUPREF_EXISTS"}


def is_quick(pattern: str) -> bool:
    """Whether it is a pattern, and is found or not found in time that grows as the text does."""
    if len(pattern) > LONGEST:
        return False
    try:
        re.compile(pattern)
        return _ways(re._parser.parse(pattern)) <= WAYS  # type: ignore[attr-defined]
    except (re.error, OverflowError, RecursionError):
        return False


def _ways(parts: Any) -> int:
    """In how many ways a row of parts can be read at one place."""
    ways = 1
    for kind, value in parts:
        ways *= _ways_of(str(kind), value)
    return ways


def _ways_of(kind: str, value: Any) -> int:
    if kind in LOOKING_BACK:
        return WAYS + 1
    if kind == "BRANCH":
        return int(by_letters([(branch, _ways(branch)) for branch in value[1]]))
    if kind in GROUPS:
        return _ways(inside(kind, value))
    if kind in REPEATS:
        least, most, part = value
        choices = ENDLESS if most is re._parser.MAXREPEAT else int(most) - int(least) + 1  # type: ignore[attr-defined]
        again = _ways(part)
        return WAYS + 1 if again > 1 and most > MOST_AGAIN else choices * again ** int(most)
    return 1


def inside(kind: str, value: Any) -> Any:
    """What stands in a group."""
    place = GROUPS[kind]
    return value if place is None else value[place]


def by_letters(branches: Iterable[tuple[Any, float]]) -> float:
    """Of branches and the ways of each: those that begin with different letters shut each other out, others add up."""
    by_letter: dict[Any, float] = {}
    for branch, ways in branches:
        letter = branch[0][1] if len(branch) and str(branch[0][0]) == "LITERAL" else None
        by_letter[letter] = by_letter.get(letter, 0) + ways
    return by_letter.pop(None, 0) + max(by_letter.values(), default=0)
