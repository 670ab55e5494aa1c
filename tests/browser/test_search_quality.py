"""The search, asked what people ask: it must not become worse than it was."""

import pytest
from bench_search import load_queries, run, summary
from conftest import DOCS

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


def slips(name: str) -> list[str]:
    """Some of what people type, as the search was taught it, but with two letters of the longest word swapped."""
    lines = [line for line in (DOCS / f"_data/typed/{name}.txt").read_text("utf-8").splitlines() if line[:1].isalpha()]
    found = []
    for line in lines[::5]:
        word = max(line.split(), key=len)
        middle = len(word) // 2
        swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        if len(word) > 5 and len(line.split()) > 1 and swapped != word:
            found.append(line.replace(word, swapped))
    return found


@pytest.mark.parametrize(("name", "least", "most"), [("in-danger", 0.93, 1.0), ("in-no-danger", 0.0, 0.02)])
def test_a_slip_of_the_finger_hides_no_danger(browser, address, name, least, most):
    """With a misspelt word danger is told as well, and what is harmless stays so."""
    queries = slips(name)
    page = browser.new_page(base_url=address, bypass_csp=True)
    page.goto("steps/own/")
    alarms = page.evaluate(
        "async (queries) => { const search = await (await fetchSearch()).load(searchRoot);"
        " return queries.map((query) => search.find(query).alarm).filter((alarm) => alarm !== undefined).length; }",
        queries,
    )

    assert len(queries) > 300
    assert least <= alarms / len(queries) <= most
