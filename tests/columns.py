"""Reads what was learnt of places, as scripts/search/subjects.js does."""

from collections.abc import Sequence
from itertools import accumulate

from guide.search.learn import Learnt
from guide.search.letters import FIRST, LAST
from guide.search.subjects import MOST


def numbers(letters: str) -> list[int]:
    """The numbers that stand in a column, as the browser reads them."""
    found, sum_ = [], 0
    for letter in letters:
        number = ord(letter) - FIRST - (ord(letter) > ord("\\"))
        sum_ += number
        if number < LAST - FIRST - 1:
            found.append(sum_)
            sum_ = 0
    return found


def told(columns: list[str], marks: Sequence[int]) -> int:
    """The place that a query with these marks is about."""
    gaps, counts, which, units = map(numbers, columns)
    points, mark, start = dict.fromkeys(which, 0), 0, 0
    for gap, count in zip(gaps, counts, strict=True):
        mark += gap
        for place, unit in list(zip(which, units, strict=True))[start : start + count] if mark in marks else []:
            points[place] += unit - MOST
        start += count
    return max(points, key=lambda place: points[place])


def weighed(columns: Sequence) -> Learnt:
    """What was learnt of one kind of query, from its columns."""
    gaps, weights, start = columns
    return Learnt(
        dict(zip(accumulate(numbers(gaps)), (number - MOST for number in numbers(weights)), strict=True)), start
    )
