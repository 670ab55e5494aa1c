"""What is shown of each place that was found: a line of it, fetched once for all places alike, and never in danger."""

import json

import pytest
from test_search import INPUT, OPEN, RESULT, START, STATUS, search
from windows import PHONE, window

pytestmark = pytest.mark.browser

FILE = "**/search/lines.*.json"
LINE = ".search .line"


@pytest.fixture
def page(browser, address):
    """A page from which somebody searches; `page.asked` are the addresses that it asks for."""
    with window(browser, address, START) as page:
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url.removeprefix(address)))
        yield page


def lines_of(page) -> list[str]:
    """The line of each place that was found, once they have come."""
    page.locator(f"{LINE}:not(:empty)").first.wait_for()
    return page.locator(LINE).all_inner_texts()


def tops(page) -> list[float]:
    """Where each place stands on the screen."""
    return page.locator(".found li").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")


def test_a_line_says_what_stands_there(page):
    """Below each link stands a part of its text, what was looked for is marked, and its kind is told."""
    search(page, "we fight about money")
    lines = lines_of(page)
    marked = page.locator(f"{LINE} mark").all_inner_texts()

    assert len(lines) == page.locator(RESULT).count()
    assert all(40 < len(line) < 125 for line in lines)
    assert any(line.startswith("Question. ") for line in lines)
    assert "money" in {word.lower() for word in marked}
    assert {word.lower().rstrip("s") for word in marked} <= {"money", "fight", "fighting", "fought", "row", "argue"}


WORDS = """all => all.map((one) => [...one.childNodes].filter(({ tagName }) => tagName !== "I")
    .map(({ textContent }) => textContent).join(""))"""


def test_a_line_is_a_part_of_the_text_as_it_stands(page):
    """From where it begins to where it ends; nothing beside a marked word is left out or told twice."""
    search(page, "trust again after an affair")
    lines_of(page)
    shown = page.locator(LINE).evaluate_all(WORDS)
    [file] = [url for url in page.asked if "search/lines." in url]
    told = page.evaluate("url => fetch(url).then((answer) => answer.text())", f"/{file}")

    assert page.locator(f"{LINE} mark ~ mark").count() > 0
    assert [line for line in shown if line.startswith("…")] != []
    assert [line for line in shown if json.dumps(line.strip("…"), ensure_ascii=False)[1:-1] not in told] == []


def test_the_line_describes_its_link(page):
    """Whoever hears the page hears the link first, and the line with it."""
    search(page, "trust")
    [first, *_] = lines_of(page)
    said = page.locator(RESULT).first.evaluate(
        "link => document.getElementById(link.ariaDescribedBy ?? link.getAttribute('aria-describedby')).innerText"
    )
    order = page.locator(RESULT).first.evaluate("link => link.nextElementSibling.className")

    assert said == first
    assert "line" in order


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_nothing_moves_when_the_lines_come(browser, address, width):
    """The room for them is kept, however late they are."""
    held = []
    with window(browser, address, START, width=width) as page:
        page.route(FILE, lambda route: held.append(route))
        with page.expect_request(FILE):
            search(page, "he cheated on me and i cant stop thinking about it")
        before = tops(page)
        held.pop().continue_()
        lines_of(page)
        after = tops(page)

    assert len(before) > 5
    assert after == before


def test_in_danger_nothing_is_fetched(page):
    """A query that speaks of danger asks the host for nothing, however long somebody looks at what was found."""
    search(page, "im scared of my husband")
    page.wait_for_timeout(1500)

    assert [url for url in page.asked if "lines" in url] == []
    assert page.locator(LINE).count() == 0


def test_the_host_learns_nothing_of_what_was_found(page):
    """They are one file, the same for every query, asked for once, after a pause, and nothing else is."""
    page.locator(OPEN).first.click()
    page.locator("[data-guide=search-results]:not([aria-busy])").wait_for(state="attached")
    page.locator(INPUT).press_sequentially("he cheated on me", delay=30)
    early = [url for url in page.asked if "lines" in url]
    lines_of(page)
    first = list(page.asked)
    search_again(page, "we fight about money")

    assert early == []
    assert len([url for url in first if "lines" in url]) == 1
    assert page.asked == first


def search_again(page, words: str) -> None:
    """Type something else, and wait as long as lines would take."""
    page.locator(INPUT).fill(words)
    page.locator(STATUS).filter(has_text="found.").wait_for()
    page.wait_for_timeout(500)


def test_without_lines_each_place_has_its_name(browser, address):
    """Where they cannot be had nothing is said of it, and what was found stands as it was."""
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(START)
        page.route(FILE, lambda route: route.abort())
        with page.expect_event("requestfailed"):
            found = search(page, "we fight about money")
        page.wait_for_timeout(200)
        now = page.locator(RESULT).all_inner_texts(), page.locator(STATUS).inner_text()
        lines = {*page.locator(LINE).all_inner_texts()}

    assert len(found) > 5
    assert now == (found, f"{len(found)} places found.")
    assert lines == {""}


@pytest.mark.parametrize("words", ["green card interview", "dog training"])
def test_another_subject_is_told_what_the_guide_is_about(page, words):
    """Help alone is no answer to it: what the guide covers is named, with a few of its themes."""
    search(page, words)
    more = page.locator(".search .more")

    assert page.locator(STATUS).inner_text().startswith("Perhaps not covered here.")
    assert more.locator("p").first.inner_text().startswith("This guide is about")
    assert 1 < more.locator("li a").count() < 6


def test_the_nearest_theme_stands_first(page):
    """Of the themes those come first in which something has the words that were typed."""
    search(page, "crypto investing")

    assert page.locator(".search .more li a").first.inner_text() == "Money"
