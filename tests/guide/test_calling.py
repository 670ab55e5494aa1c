"""Words of calling: those of English, and those that a guide names."""

import pytest
from guide.reading.data_schema import known_data
from guide.text.calling import ENGLISH, FIGURES, calling_of
from guide.text.shown_numbers import is_number_alone, runs_on, told_to_call

SPANISH = {"calling": {"call": ["llama", "llámanos"], "alone": ["ahora"], "between": ["al"], "figures": {"nueve": 9}}}
THAI = {"calling": {"call": ["โทร"]}}


def test_each_list_can_be_named():
    """What the generator looks for, a guide may name, and nothing else."""
    assert {*known_data()["shape"]["calling"]} == {*ENGLISH, FIGURES}


@pytest.mark.parametrize(
    ("shape", "text", "expected"),
    [
        (SPANISH, "Llama al 998.", {"998"}),
        (SPANISH, "LLÁMANOS 998", {"998"}),
        (SPANISH, "Llamanos 998", {"998"}),
        (SPANISH, "Llama nueve nueve", {"99"}),
        (SPANISH, "Ring 998.", {"998"}),
        (SPANISH, "Llama a 998.", set()),
        (THAI, "กรุณาโทร1323", {"1323"}),
        ({}, "Llama al 998.", set()),
        ({}, "Ring 998.", {"998"}),
    ],
)
def test_who_is_called(shape, text, expected):
    """A guide adds to the words of English; accents make no other word."""
    assert told_to_call(text, calling_of(shape)) == expected


def test_one_line_runs_on():
    """A word of calling ends a line, and the number stands in the next one."""
    assert [runs_on("Llama al", "998", calling_of(shape)) for shape in (SPANISH, {})] == [True, False]


def test_a_number_alone():
    """A link that says no more than a number, and a word to call it."""
    assert [is_number_alone("Llama ahora 998", calling_of(shape)) for shape in (SPANISH, {})] == [True, False]
