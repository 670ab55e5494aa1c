"""What was learnt from what people type says of nearly all of it what was taught."""

import pytest
from guide.search.learn import Learnt
from guide.search.typed import learnt_of, marks_of


@pytest.fixture(scope="module")
def shares(guide):
    """A function that tells of which part of the lists something holds."""
    learnt, marks = learnt_of(guide), marks_of(guide)

    def share(what: str, name: str) -> float:
        weights, start, places = learnt[what]
        lines = [line for lines in guide.data["typed"][name].values() for line in lines]
        return sum(
            Learnt(weights, start).score([*marks.of(line, places), marks.whole(line, places)]) > 0 for line in lines
        ) / len(lines)

    return share


@pytest.mark.parametrize(
    ("what", "name", "least", "most"),
    [
        ("danger", "in-danger", 0.99, 1),
        ("danger", "in-no-danger", 0, 0.002),
        ("danger", "elsewhere", 0, 0.002),
        ("elsewhere", "elsewhere", 0.995, 1),
        ("elsewhere", "in-danger", 0, 0.005),
        ("elsewhere", "in-no-danger", 0, 0.002),
    ],
)
def test_what_was_taught_is_known(shares, what, name, least, most):
    """Few lines are left that the search reads otherwise than people do."""
    assert least <= shares(what, name) <= most
