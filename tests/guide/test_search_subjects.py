"""What tells which place a query is about: learnt from few examples, and written in columns of letters."""

import json

import pytest
from columns import numbers, told
from guide.search.letters import letters_of
from guide.search.subjects import MANY, _step, _telling, learn_subjects

ALL = 1000  # weights, more than are learnt here
EXAMPLES = [([1, 7], 0), ([1, 8], 0), ([2, 7], 1), ([2, 9], 1), ([70000, 8], 120), ([70000, 9], 120)] * 5


@pytest.mark.parametrize(("marks", "place"), [([1], 0), ([2], 1), ([70000], 120), ([1, 9, 99], 0), ([2, 8], 1)])
def test_places_are_told_apart(marks, place):
    """By what their examples have in common, not by what others have as well."""
    assert told(learn_subjects(EXAMPLES, ALL), marks) == place


def test_only_what_tells_most_is_kept():
    """No more weights than asked for; the places are still told by them."""
    few = learn_subjects(EXAMPLES, 3)

    assert len(numbers(few[3])) <= 3 < len(numbers(learn_subjects(EXAMPLES, ALL)[3]))
    assert [told(few, [mark]) for mark in (1, 2, 70000)] == [0, 1, 120]


def test_the_same_examples_give_the_same():
    """However often it is learnt; of none nothing is."""
    assert learn_subjects(EXAMPLES, ALL) == learn_subjects(EXAMPLES, ALL)
    assert learn_subjects([], ALL) == ["", "", "", ""]


def test_numbers_are_letters():
    """Of any size, and JSON writes each letter as it is."""
    some = [0, 1, 56, 57, 58, 89, 90, 91, 180, 65535]

    assert numbers(letters_of(some)) == some
    assert json.dumps(letters_of(range(200))) == f'"{letters_of(range(200))}"'


@pytest.mark.parametrize(("places", "tells"), [(1, False), (2, True), (MANY, True), (MANY + 1, False)])
def test_a_mark_tells_where_some_places_have_it(places, tells):
    """One example alone may be chance; what hundreds of places share tells none, and would be weighed for each pair."""
    assert (0 in _telling([([0], place) for place in range(places)])) == tells


def test_a_place_is_told_from_its_likeliest_rivals():
    """From those that the query was nearest to be taken for, and no others: each of them would cost as much."""
    before = {1: 0.3, 2: 0.9, 3: 0.1, 4: 0.7, 5: 0.5}
    weights = {8: dict(before)}
    _step(weights, [8], right=1, rate=0.5, others=5, grows=True)
    assert weights[8][1] > before[1]
    assert [place for place in before if weights[8][place] < before[place]] == [2, 4, 5]
