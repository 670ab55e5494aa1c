"""Learns which place of the guide a query is about, and writes what it has learnt in few bytes.

Each mark of a query (a word, a pair of words) speaks for some places and against others. Most say nothing of most
places, so only the weights that tell something are kept. A mark is known by a hash of it.
"""

import heapq
import math
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from guide.search.letters import gaps_of, letters_of

# Rounds through the examples; after how many the weights that tell little are left out; how many of the last the mean
# is taken of.
ROUNDS, PRUNED, COUNTED = 14, 7, 5
SLOWER, STEP = 0.3, 0.5  # how fast the steps grow short, and how long the first is
RIVALS = 3  # the likeliest wrong places, from which the right one is told
SHARP = 2.0
OTHERS = 5.0  # what all places together weigh that no mark of the query speaks for, where there are many
OFTEN = 0.25  # how much a weight is kept for being met often
LEAST = 2  # examples that have a mark, before it is kept
MANY = 200  # places, of the examples that have a mark: it tells none of them, and what all of them weigh takes long
UNIT, MOST = 0.45, 9  # a unit of a small number, and the most of them
HASHES = 65536
Weights = dict[int, dict[int, float]]
"""Of a mark, what it says of each place."""
Example = tuple[Sequence[int], int]
"""The marks of a query, and the number of the place that is meant."""


def learn_subjects(examples: Sequence[Example], most: int, others: float = OTHERS) -> list[str]:
    """What was learnt, in columns: the gaps between the marks, how many places each tells, which ones, and how much.

    `most` is how many weights are kept; `others` what all places together weigh that no mark of a query speaks for.
    The same examples give the same result.
    """
    telling = _telling(examples)
    known = [([mark for mark in marks if mark in telling], place) for marks, place in examples]
    return _columns(_in_units(_learn([one for one in known if one[0]], most, others)))


def _telling(examples: Sequence[Example]) -> set[int]:
    """The marks that more than one example has, and that not too many places share."""
    times = Counter(mark for marks, _ in examples for mark in marks)
    places = Counter(mark for mark, _ in {(mark, place) for marks, place in examples for mark in marks})
    return {mark for mark in times if times[mark] >= LEAST and places[mark] <= MANY}


def _learn(examples: Sequence[Example], most: int, others: float) -> Weights:
    weights: Weights = {}
    sums: dict[int, Counter[int]] = {}
    chance, order = random.Random(0), list(range(len(examples)))
    for turn in range(ROUNDS):
        if turn == PRUNED:
            weights = _most_telling(weights, examples, most)
        chance.shuffle(order)
        rate = STEP / (1 + SLOWER * turn)
        for number in order:
            _step(weights, *examples[number], rate, others, grows=turn < PRUNED)
        if turn >= ROUNDS - COUNTED:
            for mark, told in weights.items():
                sums.setdefault(mark, Counter()).update(told)
    return {mark: {place: sum_ / COUNTED for place, sum_ in told.items()} for mark, told in sums.items()}


def _step(weights: Weights, marks: Sequence[int], right: int, rate: float, others: float, grows: bool) -> None:
    """One example: the right place and its likeliest rivals are told apart a little better."""
    part = 1 / math.sqrt(len(marks) + 1)
    scores = defaultdict(float, {right: 0.0})
    for mark in marks:
        for place, weight in weights.get(mark, {}).items():
            scores[place] += weight * part
    rivals = heapq.nsmallest(RIVALS, ((-score, place) for place, score in scores.items() if place != right))
    these = [right, *(place for _, place in rivals)]
    likely = [math.exp(SHARP * scores[place]) for place in these]
    whole = sum(likely) + others
    for place, chance in zip(these, likely, strict=True):
        change = ((place == right) - chance / whole) * rate * 2 * part
        for mark in marks:
            told = weights.setdefault(mark, {}) if grows else weights.get(mark, {})
            if grows or place in told:
                told[place] = told.get(place, 0.0) + change


def _most_telling(weights: Weights, examples: Sequence[Example], most: int) -> Weights:
    """So many weights that tell most. What is learnt after that makes up for the others."""
    times = Counter(mark for marks, _ in examples for mark in marks)
    worth = [
        (abs(weight) * times[mark] ** OFTEN, mark, place)
        for mark, told in weights.items()
        for place, weight in told.items()
    ]
    kept: Weights = {}
    for _, mark, place in sorted(worth, reverse=True)[:most]:
        kept.setdefault(mark, {})[place] = weights[mark][place]
    return kept


def _in_units(weights: Weights) -> dict[int, dict[int, int]]:
    """Only what tells something, as small numbers."""
    small = {
        mark: {place: max(-MOST, min(MOST, round(weight / UNIT))) for place, weight in told.items()}
        for mark, told in weights.items()
    }
    kept = {mark: {place: units for place, units in told.items() if units} for mark, told in small.items()}
    return {mark: told for mark, told in kept.items() if told}


def _columns(weights: Mapping[int, Mapping[int, int]]) -> list[str]:
    marks = sorted(weights)
    told = [(place, units) for mark in marks for place, units in sorted(weights[mark].items())]
    return [
        gaps_of(marks),
        letters_of(len(weights[mark]) for mark in marks),
        letters_of(place for place, _ in told),
        letters_of(units + MOST for _, units in told),
    ]
