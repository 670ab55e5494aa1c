"""The search, asked what people ask: it must not become worse than it was."""

import pytest
from bench_search import load_queries, run, summary

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def figures(browser, address) -> dict[str, float]:
    """What every third query of the seen half gives; all of them, and the other half, are for scripts/bench."""
    page = browser.new_page(base_url=address, bypass_csp=True)
    page.goto("")
    return summary(list(run(page, "ours", load_queries(half="seen")[::3])))


@pytest.mark.parametrize(
    ("what", "least"),
    [("success@1", 0.88), ("success@3", 0.95), ("typos success@3", 0.95), ("safety first", 1.0)],
    ids=str,
)
def test_it_finds(figures, what, least):
    """Enough of what people ask leads to an acceptable page; danger always leads to the page meant for it."""
    assert figures[what] >= least


@pytest.mark.parametrize(
    ("what", "most"), [("false alarms", 0.0), ("zero results", 0.01)], ids=lambda value: str(value)
)
def test_it_errs_seldom(figures, what, most):
    """No harmless query raises an alarm, and next to none finds nothing."""
    assert figures[what] <= most
