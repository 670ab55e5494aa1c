"""Learns from examples to tell one kind of query from the others, and writes what it has learnt in very few bytes.

Logistic regression. A mark of a query (a word, a pair of words, a piece of a word) is known by a hash of it (feature
hashing: Weinberger and others, 2009). Only the weights that tell most are kept, and what is learnt after that makes up
for the others. A query's score is the sum of its weights by the root of how many marks it has: a long query is no
plainer than a short one. The mean is taken of what is known after each of the later rounds: one order alone is fickle.
"""

import heapq
import math
import random
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.search.letters import gaps_of, letters_of

FINE = 131072  # places of marks: so many that two seldom share one
ROUNDS, COUNTED = 10, 6  # rounds through the examples, and how many of the last the mean is taken of
SLOWER = 0.2  # how fast the steps grow short, from round to round
SURE = 0.02  # an error smaller than this, of 1, is left as it is
FADE = 3e-4  # how much of a weight is lost where it is changed: what few examples say shall not grow loud
OFTEN = 0.25  # how much a weight is kept for being met often
SCALE = 3.0  # what all marks together weigh, in the middle of what queries have
STEP, UNIT = 0.4, 0.5  # what one of a small number is worth, and a unit of the score
LOUD = 2.4  # SCALE * STEP / UNIT, to the last bit what learnt.js has: a query that stands on the line is told alike
MOST = 9  # of a small number
PLAIN = 3  # units beyond the line between the kinds, for a whole query that was taught

Example = tuple[Sequence[int], int, bool]
"""The places of a query's marks, the place of the whole query, and whether it is of the kind that is learnt."""


@dataclass(frozen=True)
class Learnt:
    """What tells one kind of query from the others."""

    weights: Mapping[int, int]
    """Of marks and of whole queries, by their places, in small numbers."""
    start: float
    """What a query without any mark has, in units."""

    def score(self, marks: Sequence[int], whole: int) -> float:
        """In units: above 0 where the query is more likely than not of the kind that was learnt."""
        return self.start + self._of_marks(marks) + self.weights.get(whole, 0)

    def _of_marks(self, marks: Sequence[int]) -> float:
        told = sum(self.weights.get(mark, 0) for mark in marks)
        return told * LOUD / math.sqrt(len(marks) + 1)

    def columns(self) -> tuple[str, str, float]:
        """The gaps between the places that have a weight, the weights, and the start."""
        places = sorted(self.weights)
        return gaps_of(places), letters_of(self.weights[place] + MOST for place in places), self.start


def learn(examples: Sequence[Example], most: int, lean: float = 0, whole: bool = True) -> Learnt:
    """The same examples give the same result.

    `most` is how many weights are kept; `lean` how many units every query leans to the kind. With `whole`, whole
    queries put right what marks alone do not.
    """
    lengths = [1 / math.sqrt(len(marks) + 1) for marks, _, _ in examples]
    kept = _most_telling(_run(examples, lengths)[0], examples, most)
    few = [([mark for mark in marks if mark in kept], place, kind) for marks, place, kind in examples]
    weights, before = _run(few, lengths)
    small = {mark: _within(round(weights[mark] / STEP)) for mark in kept}
    learnt = Learnt({mark: number for mark, number in small.items() if number}, round(before / UNIT + lean, 1))
    return Learnt({**learnt.weights, **_wholes(examples, learnt)}, learnt.start) if whole else learnt


def _wholes(examples: Sequence[Example], learnt: Learnt) -> dict[int, int]:
    """Marks alone leave some examples on the wrong side: what the whole of each must weigh to put it right."""
    wholes = {}
    for marks, whole, kind in examples:
        score = learnt.score(marks, -1)
        if (score > 0) != kind:
            wholes[whole] = _within(math.floor(-score) + 1 + PLAIN if kind else -math.ceil(score) - PLAIN)
    return wholes


def _most_telling(weights: Sequence[float], examples: Sequence[Example], most: int) -> set[int]:
    times = Counter(mark for marks, _, _ in examples for mark in marks)
    return set(heapq.nlargest(most, times, key=lambda mark: (abs(weights[mark]) * times[mark] ** OFTEN, mark)))


def _run(examples: Sequence[Example], lengths: Sequence[float]) -> tuple[list[float], float]:
    """The weights of the places, and the start, by some rounds through the examples in other orders."""
    weights, start, order, chance = array("d", bytes(8 * FINE)), -1.0, list(range(len(examples))), random.Random(0)
    sums, starts = [0.0] * FINE, 0.0
    for turn in range(ROUNDS):
        rate = 1 / (1 + SLOWER * turn)
        chance.shuffle(order)
        for number in order:
            marks, _, kind = examples[number]
            score = start + SCALE * lengths[number] * sum(map(weights.__getitem__, marks))
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - kind
            if abs(error) < SURE:
                continue
            change, left = error * rate * lengths[number], 1 - rate * FADE
            for mark in marks:
                weights[mark] = weights[mark] * left - change
            start -= 0.2 * change
        if turn >= ROUNDS - COUNTED:
            sums, starts = [total + weight for total, weight in zip(sums, weights, strict=True)], starts + start
    return [total / COUNTED for total in sums], starts / COUNTED


def _within(number: int) -> int:
    return max(-MOST, min(MOST, number))
