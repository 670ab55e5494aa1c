"""Learning from examples: what is learnt, and that it is always the same."""

import json

import pytest
from guide.search import learn as learning
from guide.search.learn import LEAST, MOST, NONE, STEP, Learnt, learn

PLACES = 16
EXAMPLES = [([1, 2], True), ([1, 3], True), ([4, 2], False), ([4, 5], False), ([6], False)]


def test_examples_are_told_apart():
    """What the examples of a kind have in common speaks for it, what others have against it."""
    learnt = learn(EXAMPLES * 10, PLACES)

    assert [learnt.score(marks) > 0 for marks, _ in EXAMPLES] == [kind for _, kind in EXAMPLES]
    assert learnt.score([1]) > learnt.score([]) > learnt.score([4])
    assert learnt.score([]) < 0


def test_weights_are_letters():
    """Each place has a letter that JSON writes as it is; a place that no example has is none."""
    learnt = learn(EXAMPLES * 100, PLACES)

    assert len(learnt.weights) == PLACES
    assert {learnt.weights[place] for place in (0, 7, 15)} == {chr(NONE)}
    assert json.dumps(learnt.weights) == f'"{learnt.weights}"'


@pytest.mark.parametrize(
    ("weight", "units"), [(0, 0), (LEAST * 0.9, 0), (-LEAST, -1), (STEP, 1), (-2 * STEP, -2), (99, MOST), (-99, -MOST)]
)
def test_a_weight_is_written_small(weight, units):
    """In whole units; what is next to nothing is nothing, and nothing is louder than the most."""
    assert ord(learning._letter(weight)) - NONE == units


def test_the_same_examples_give_the_same():
    """Twice learnt is the same to the letter."""
    assert learn(EXAMPLES, PLACES) == learn(EXAMPLES, PLACES)


def test_the_score_is_the_start_and_the_weights():
    """A mark whose weight is two units below none takes two away."""
    assert Learnt("PQN", -0.5).score([1, 2]) == -1.5
