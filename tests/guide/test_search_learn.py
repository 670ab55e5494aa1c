"""Learning from examples: what is learnt, and that it is always the same."""

import json

import pytest
from columns import numbers
from guide.search import learn as learning
from guide.search.learn import MOST, PLAIN, Learnt, learn

WHOLE = learning.FINE
EXAMPLES = [
    ([1, 2], WHOLE, True),
    ([1, 3], WHOLE + 1, True),
    ([4, 2], WHOLE + 2, False),
    ([4, 5], WHOLE + 3, False),
    ([6], WHOLE + 4, False),
]
ALL = 1000  # weights, more than are learnt here


def test_examples_are_told_apart():
    """What the examples of a kind have in common speaks for it, what others have against it."""
    learnt = learn(EXAMPLES * 10, ALL)

    assert [learnt.score(marks, -1) > 0 for marks, _, _ in EXAMPLES] == [kind for *_, kind in EXAMPLES]
    assert learnt.score([1], -1) > learnt.score([], -1) > learnt.score([4], -1)
    assert learnt.score([], -1) < 0


def test_only_what_tells_most_is_kept():
    """The mark of all examples of the kind, and of those of the others: what else there is makes up for nothing."""
    assert set(learn(EXAMPLES * 10, 2).weights) <= {1, 4}


def test_weights_are_letters():
    """Two columns that JSON writes as they are: how far a place is from the one before, and its weight."""
    learnt = learn(EXAMPLES * 100, ALL)
    gaps, weights, start = learnt.columns()
    places = [sum(numbers(gaps)[: number + 1]) for number in range(len(learnt.weights))]

    assert {place: number - MOST for place, number in zip(places, numbers(weights), strict=True)} == learnt.weights
    assert start == learnt.start
    assert json.dumps([gaps, weights]) == f'["{gaps}", "{weights}"]'


@pytest.mark.parametrize(("number", "within"), [(0, 0), (MOST, MOST), (MOST + 1, MOST), (-99, -MOST)])
def test_nothing_is_louder_than_the_most(number, within):
    """A weight is a small number."""
    assert learning._within(number) == within


def test_the_same_examples_give_the_same():
    """Twice learnt is the same to the letter."""
    assert learn(EXAMPLES, ALL) == learn(EXAMPLES, ALL)


def test_what_parts_cannot_tell_the_whole_does():
    """Two queries of the same parts are told apart by the whole of one of them, plainly."""
    examples = [*EXAMPLES * 10, ([1], WHOLE + 5, False), ([6], WHOLE + 6, True)]
    learnt = learn(examples, ALL)

    assert [learnt.score(marks, whole) > 0 for marks, whole, _ in examples] == [kind for *_, kind in examples]
    assert not {WHOLE, WHOLE + 1, WHOLE + 2, WHOLE + 3, WHOLE + 4} & {*learnt.weights}
    assert learnt.score([1], WHOLE + 5) <= -PLAIN
    assert learnt.score([6], WHOLE + 6) > PLAIN


def test_the_score_is_the_start_and_the_weights():
    """Each weight counts the less the more marks there are; that of the whole counts as it is."""
    one, more = (Learnt({1: 2, 20: -3}, -0.5).score(marks, whole) for marks, whole in (([1, 2, 3], 0), ([1] * 8, 20)))

    assert one == pytest.approx(-0.5 + 2 * 2.4 / 2)
    assert more == pytest.approx(-0.5 + 16 * 2.4 / 3 - 3)
