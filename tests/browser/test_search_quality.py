"""The search, asked what people ask: it must not become worse than it was.

No query here stands in a line that the search was taught: what it says of those tells nothing of what others will type.
The unseen halves are for scripts/bench, which tells no more of them than sums.
"""

import pytest
from bench_figures import shares
from bench_search import load_queries, load_real, run, taught_nowhere
from bench_taught import held_out_figures, held_out_of, learnt_without, taught_anew

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("taught")]


@pytest.fixture(scope="module")
def learnt(guide):
    """What the search makes of four fifths of the lines that it is taught."""
    return learnt_without(guide)


@pytest.fixture
def page(browser, address):
    """A page of the site whose search may be looked into."""
    page = browser.new_page(base_url=address, bypass_csp=True)
    page.goto("")
    yield page
    page.close()


BOUNDS = {
    "made up": [
        ("success@1", 0.9, 1),
        ("success@3", 0.97, 1),
        ("typos success@3", 0.97, 1),
        ("other words success@1", 0.83, 1),
        ("safety first", 1, 1),
        ("in danger: help among two", 1, 1),
        ("false alarms", 0, 0.003),  # one of 401
        ("zero results", 0, 0.01),
        ("off topic, gracefully", 0.92, 1),
    ],
    # What was reached, less what chance moves (three or four queries, with any line that is taught): no goal.
    "of real people": [
        ("success@1", 0.735, 1),
        ("success@3", 0.87, 1),
        ("safety first", 0.74, 1),
        ("in danger: help among two", 0.98, 1),
        ("false alarms", 0, 0.05),
        ("zero results", 0, 0.01),
    ],
}


@pytest.mark.parametrize("who", ["made up", pytest.param("of real people", marks=pytest.mark.thorough)])
def test_it_finds_what_it_was_never_taught(request, page, guide, who):
    """Queries made for the guide, and those of real people: the right page first, help in danger, and no alarm else.

    Those of real people are taught; here a fifth of them is kept from it.
    """
    queries = taught_nowhere(load_queries(half="seen"))
    if who == "of real people":
        queries = held_out_of(guide, load_real("seen"))
        taught_anew(page, request.getfixturevalue("learnt"))
    counted = shares(list(run(page, "ours", queries)))

    assert [
        (label, str(counted[label])) for label, least, most in BOUNDS[who] if not least <= counted[label].value <= most
    ] == []


@pytest.mark.thorough
def test_it_tells_danger_in_lines_that_it_was_not_taught(page, guide, learnt):
    """A fifth of the lines is kept from it: it tells most of them, and a slip of the finger hides next to none."""
    told = held_out_figures(page, guide, learnt)
    bounds = [
        ("danger told", 0.87, 1),
        ("the page for that reader first", 0.77, 1),
        ("and the very part of it", 0.76, 1),
        ("danger still told with a slip", 0.98, 1),
        ("harmless, told as danger", 0, 0.06),
        ("harmless, told as danger with a slip", 0, 0.065),
        ("other subjects told", 0.73, 1),
    ]

    assert [(label, str(told[label])) for label, least, most in bounds if not least <= told[label].value <= most] == []
