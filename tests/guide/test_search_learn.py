"""Learning from examples: what is learnt, and that it is always the same."""

import json

import pytest
from guide.search import learn as learning
from guide.search.learn import MOST, NONE, PLAIN, STEP, Learnt, learn

PLACES = 16
EXAMPLES = [([1, 2], 20, True), ([1, 3], 21, True), ([4, 2], 22, False), ([4, 5], 23, False), ([6], 24, False)]


def test_examples_are_told_apart():
    """What the examples of a kind have in common speaks for it, what others have against it."""
    learnt = learn(EXAMPLES * 10, PLACES)

    assert [learnt.score(marks) > 0 for marks, _, _ in EXAMPLES] == [kind for *_, kind in EXAMPLES]
    assert learnt.score([1]) > learnt.score([]) > learnt.score([4])
    assert learnt.score([]) < 0


def test_weights_are_letters():
    """Each place has a letter that JSON writes as it is; a place that no example has is none."""
    learnt = learn(EXAMPLES * 100, PLACES)

    assert len(learnt.weights) == PLACES  # the parts tell all of them
    assert {learnt.weights[place] for place in (0, 7, 15)} == {chr(NONE)}
    assert json.dumps(learnt.weights) == f'"{learnt.weights}"'


@pytest.mark.parametrize(
    ("weight", "units"),
    [(0, 0), (STEP * 0.49, 0), (-STEP * 0.51, -1), (STEP, 1), (-2 * STEP, -2), (99, MOST), (-99, -MOST)],
)
def test_a_weight_is_written_small(weight, units):
    """In whole units; what is next to nothing is nothing, and nothing is louder than the most."""
    assert learning._units(weight) == units


def test_the_same_examples_give_the_same():
    """Twice learnt is the same to the letter."""
    assert learn(EXAMPLES, PLACES) == learn(EXAMPLES, PLACES)


def test_what_parts_cannot_tell_the_whole_does():
    """Two queries of the same parts are told apart by the whole of one of them, plainly."""
    examples = [*EXAMPLES * 10, ([1], 25, False), ([6], 26, True)]
    learnt = learn(examples, PLACES)

    assert [learnt.score([*marks, whole]) > 0 for marks, whole, _ in examples] == [kind for *_, kind in examples]
    assert set(learnt.weights[20:25]) == {chr(NONE)}
    assert learnt.score([1, 25]) <= -PLAIN
    assert learnt.score([6, 26]) > PLAIN


def test_the_score_is_the_start_and_the_weights():
    """A mark whose weight is two units below none takes two away; a place that is not written is none."""
    assert Learnt("PQN", -0.5).score([1, 2, 99]) == -1.5
