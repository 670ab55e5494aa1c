"""Numbers as letters that JSON writes as they are."""

from collections.abc import Iterable, Sequence

FIRST, LAST = 35, 126  # 92, the backslash, is left out


def letters_of(numbers: Iterable[int]) -> str:
    """One letter each; of one that is too large the last letter as often as it fits, and the rest after it."""
    most = LAST - FIRST - 1
    return "".join(_letter(most) * (number // most) + _letter(number % most) for number in numbers)


def gaps_of(marks: Sequence[int]) -> str:
    """Marks in their order, each by how far it is from the one before it."""
    return letters_of(mark - before for before, mark in zip([0, *marks], marks, strict=False))


def _letter(number: int) -> str:
    return chr(FIRST + number + (FIRST + number >= ord("\\")))
