"""Learns from examples to tell one kind of query from the others, and writes what it has learnt in very few bytes.

Logistic regression. A mark of a query (a word, a pair of words) is not kept but counted into one of a few thousand
places by a hash of it (feature hashing: Weinberger and others, 2009), so all there is to send is a small number for
each place. The mean is taken of what is known after each of the later rounds: one order alone is fickle.
"""

import math
import random
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

ROUNDS, COUNTED = 18, 12  # rounds through the examples, and how many of the last the mean is taken of
SLOWER = 0.35  # how fast the steps grow short, from round to round
SURE = 0.02  # an error smaller than this, of 1, is left as it is
FADE = 3e-4  # how much of a weight is lost where it is changed: what few examples say shall not grow loud
STEP = 0.5  # what one unit of a small number is worth
MOST = 9  # units
PLAIN = 3  # units beyond the line between the kinds, for a whole query that was taught
NONE = ord("P")  # so that MOST units to either side are letters that JSON writes as they are

Example = tuple[Sequence[int], int, bool]
"""The places of a query's marks, the place of the whole query, and whether it is of the kind that is learnt."""


@dataclass(frozen=True)
class Learnt:
    """What tells one kind of query from the others."""

    weights: str
    """A letter for each place, NONE and as many units after it as the weight has; what lies beyond the last is none."""
    start: float
    """What a query without any mark has, in units."""

    def score(self, marks: Sequence[int]) -> float:
        """In units: above 0 where the query is more likely than not of the kind that was learnt."""
        return self.start + sum(ord(self.weights[mark]) - NONE for mark in marks if mark < len(self.weights))


def learn(examples: Sequence[Example], places: int, lean: float = 0, whole: bool = True) -> Learnt:
    """The same examples give the same result.

    `lean` is how many units every query leans to the kind. Whole queries have places of their own, beyond those of
    marks; with `whole` they put right what marks alone do not.
    """
    weights, before = _run(examples, places)
    units, start = [_units(weight) for weight in weights], round(before / STEP + lean, 1)
    wholes = _wholes(examples, units, start) if whole else {}
    units += [wholes.get(place, 0) for place in range(places, max(wholes, default=places - 1) + 1)]
    return Learnt("".join(chr(NONE + unit) for unit in units), start)


def _wholes(examples: Sequence[Example], units: Sequence[int], start: float) -> dict[int, int]:
    """Marks alone leave some examples on the wrong side: what the whole of each must weigh to put it right."""
    wholes = {}
    for marks, whole, kind in examples:
        score = start + sum(units[mark] for mark in marks)
        if (score > 0) != kind:
            wholes[whole] = _within(math.floor(-score) + 1 + PLAIN if kind else -math.ceil(score) - PLAIN)
    return wholes


def _run(examples: Sequence[Example], places: int) -> tuple[list[float], float]:
    """The weights of the places, and the start, by some rounds through the examples in other orders."""
    weights, start, order, chance = array("d", bytes(8 * places)), -1.0, list(range(len(examples))), random.Random(0)
    sums, starts = [0.0] * places, 0.0
    for turn in range(ROUNDS):
        rate = 1 / (1 + SLOWER * turn)
        chance.shuffle(order)
        for number in order:
            marks, _, kind = examples[number]
            score = start
            for mark in marks:
                score += weights[mark]
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - kind
            if abs(error) < SURE:
                continue
            change = error * rate / math.sqrt(len(marks) + 1)
            for mark in marks:
                weights[mark] -= change + rate * FADE * weights[mark]
            start -= 0.2 * change
        if turn >= ROUNDS - COUNTED:
            sums, starts = [total + weight for total, weight in zip(sums, weights, strict=True)], starts + start
    return [total / COUNTED for total in sums], starts / COUNTED


def _units(weight: float) -> int:
    return _within(round(weight / STEP))


def _within(units: int) -> int:
    return max(-MOST, min(MOST, units))
