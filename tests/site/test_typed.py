"""What was learnt from what people type says of nearly all of it what was taught."""

import pytest
from columns import weighed
from guide.cache import folder_for
from guide.search.learn import FINE
from guide.search.typed import DANGER_LEAN, learnt_of, marks_of
from guide.search.vocabulary import sayings_of

NO_WHOLE = -1
PLAINLY = 2 + DANGER_LEAN
"""Units from which on words speak of danger, even where a saying has taught that they do not."""

# One worker learns.
pytestmark = pytest.mark.xdist_group("typed")


@pytest.fixture(scope="module")
def learnt(guide):
    """All that was learnt; learning takes half a minute, and it is kept as builds keep it for each other."""
    return learnt_of(guide, folder_for("search"))


@pytest.fixture(scope="module")
def shares(guide, learnt):
    """A function that tells of which part of the lists something holds."""
    marks = marks_of(guide)

    def share(what: str, name: str) -> float:
        told = weighed(learnt[what])
        lines = [line for lines in guide.data["typed"][name].values() for line in lines]
        return sum(told.score(marks.finely(line, FINE), marks.whole(line, FINE)) > 0 for line in lines) / len(lines)

    return share


@pytest.mark.parametrize(
    ("what", "name", "least", "most"),
    [
        ("danger", "in-danger", 0.99, 1),
        ("danger", "in-no-danger", 0, 0.002),
        ("danger", "elsewhere", 0, 0.002),
        ("elsewhere", "elsewhere", 0.93, 1),
        ("elsewhere", "in-danger", 0, 0.01),
        ("elsewhere", "in-no-danger", 0, 0.03),
    ],
)
def test_what_was_taught_is_known(shares, what, name, least, most):
    """Few lines are left that the search reads otherwise than people do."""
    assert least <= shares(what, name) <= most


@pytest.fixture(scope="module")
def plainly(guide, learnt):
    """A function that tells which words plainly speak of danger, by their parts: each whole is as it was taught."""
    marks, told = marks_of(guide), weighed(learnt["danger"])
    return lambda said: [one for one in said if told.score(marks.finely(one, FINE), NO_WHOLE) > PLAINLY]


def test_no_saying_leads_away_from_help(guide, plainly):
    """What speaks of danger is not taught as harmless, by leading to another page: the search would believe it."""
    safe = {page.file for page in guide.of_kind("safety")}
    groups = [group for group in sayings_of(guide) if group.get("leads")]

    assert (
        plainly(said for group in groups if group["leads"][0].partition("#")[0] not in safe for said in group["says"])
        == []
    )


def test_such_a_saying_would_be_seen(plainly):
    """What was taught as harmless a few times over would be as well."""
    said = ["raped me", "strangled me again", "threatens to kill us both"]

    assert plainly([*said, "hold hands", "the washing up"]) == said
