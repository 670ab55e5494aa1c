"""What the search fetches, and when: nothing before it is used, help with the first piece, and a slow line is told."""

import pytest
from projects import asset, index_of
from test_search import INPUT, OPEN, RESULT, SAFETY, START, STATUS, search
from windows import window

pytestmark = pytest.mark.browser


def test_a_later_piece_joins(browser, address, site):
    """What stands in a later piece of the index is found once it has come, though nothing more is typed."""
    with browser.new_context(base_url=address) as context:
        texts = {"heading": ["Zebra crossing"], "fragment": ["crossing"], "line": [""], "also": [""], "kind": "p"}
        later = {"pages": [["Zebras", "zebras/"]], "page": [0], **texts}
        context.route("**/search/later.json", lambda route: route.fulfill(json=later))
        context.route(f"**/{index_of(site)}", lambda route: route.fulfill(json=_with_later(route)))
        page = context.new_page()
        page.goto(START)
        page.locator(OPEN).first.click()
        page.locator(INPUT).fill("zebra crossing for a couple")
        page.locator(RESULT).filter(has_text="Zebras › Zebra crossing").wait_for()


def _with_later(route) -> dict:
    index = route.fetch().json()
    return {**index, "more": [*index["more"], "search/later.json"]}


def test_help_waits_for_nothing_but_the_first_piece(browser, address):
    """While the rest has not come danger is told; anything else waits, and is not said to be missing."""
    with browser.new_context(base_url=address) as context:
        held = []
        context.route("**/search/index-2.*", lambda route: held.append(route))
        page = context.new_page()
        page.goto(START)
        page.locator(OPEN).first.click()
        page.locator(INPUT).fill("he hits me and i am scared of him")
        page.locator(".search .care").wait_for()
        early = page.locator(RESULT).evaluate_all("links => links.map(link => new URL(link.href).pathname)")
        page.locator(INPUT).fill("we argue about money")
        page.locator(STATUS).filter(has_text="Searching…").wait_for()
        waiting = page.locator(RESULT).count(), page.locator(".search .more a").count()
        for route in held:
            route.continue_()
        page.locator(STATUS).filter(has_text="places found").wait_for()
        late = page.locator(RESULT).first.inner_text()

    assert len(early) > 1
    assert all(path.startswith(SAFETY) for path in early)
    assert waiting == (0, 0)
    assert "money" in late.lower()


def test_nothing_is_fetched_before_it_is_used(browser, address, site):
    """A page that is only read fetches neither the search's code nor its index."""
    asked: list[str] = []
    with window(browser, address, START) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        page.wait_for_load_state("networkidle")
        before = [url for url in asked if "search" in url]
        with page.expect_request("**/search/lines.*"):
            search(page, "trust")
        after = [url.removeprefix(address) for url in asked if "search" in url]

    assert before == []
    others = [
        next((site / "search").glob(f"{name}.*.json")).relative_to(site).as_posix() for name in ("index-2", "lines")
    ]
    assert sorted(after) == sorted([asset(site, "search.css"), asset(site, "search.js"), index_of(site), *others])


def test_an_index_that_fails_says_so(browser, address, site):
    """Where the index cannot be had, the dialog leads to all questions."""
    with browser.new_context(base_url=address) as context:
        context.route(f"**/{index_of(site)}", lambda route: route.fulfill(status=500))
        page = context.new_page()
        page.goto(START)
        page.locator(OPEN).first.click()
        page.get_by_role("link", name="Here are all questions").click()
        page.wait_for_url("**/faq/")


@pytest.mark.parametrize("words", ["Loading…", "Searching…"], ids=["its code", "its index"])
def test_a_slow_line_is_told(browser, address, site, words):
    """What takes longer than half a second is told where the reader looks, and no longer than it takes."""
    file = f"**/{asset(site, 'search.js') if words == 'Loading…' else index_of(site)}"
    held = []
    with window(browser, address, START) as page:
        page.route(file, lambda route: held.append(route))
        with page.expect_request(file):
            page.locator(OPEN).first.click()
        told = page.get_by_text(words)
        early = told.count()
        told.filter(visible=True).wait_for(timeout=3000)
        held.pop().continue_()
        page.locator(INPUT).fill("trust")
        page.locator(STATUS).filter(has_text="found.").wait_for()
        late = told.count(), page.locator(OPEN).first.inner_text()

    assert (early, late) == (0, (0, "Search"))
