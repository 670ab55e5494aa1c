"""Leaving in a hurry, and the pages for those who may have to."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from windows import DESK, EXIT, KINDS, PHONE, safety_pages, tap_shift, walk, window

pytestmark = pytest.mark.browser

STEP = "steps/trust/"
SAFETY = "start/read-first/"
REPORT = """() => new MutationObserver(() => console.info(JSON.stringify({
  title: document.title,
  shown: [...document.querySelectorAll("body, body *")].filter((one) => one.checkVisibility()).length,
  paper: getComputedStyle(document.documentElement).backgroundColor,
  said: [...document.querySelectorAll("[role=alert]")]
   .filter((one) => one.checkVisibility()).map((one) => one.textContent),
  modal: document.querySelectorAll(":modal").length,
}))).observe(document.documentElement, {attributes: true})"""


BLANK = {"title": "\u200b", "shown": 0, "paper": "rgb(255, 255, 255)", "said": ["Loading"], "modal": 0}
"""A page that is left: nothing of it is seen, and whoever hears it is told that something loads. Outside an open dialog
nothing would be heard."""


def told_on_leaving(page, leave: Callable[[Page], None]) -> dict:
    """What the page looks like once it was left so and the other one is asked for, which lets it wait."""
    waiting = []
    page.route(EXIT, lambda route: waiting.append(route))  # unanswered for now: that it comes is tested elsewhere
    page.evaluate(REPORT)
    with page.expect_request(EXIT), page.expect_console_message() as said:
        leave(page)
    for route in waiting:
        route.fulfill(status=204)  # stay here after all
    return json.loads(said.value.text)


def press(page, *keys: str) -> None:
    """Press keys, one after another."""
    for key in keys:
        page.keyboard.press(key)


def test_every_page_can_be_left(built):
    """Every page begins with a link to the neutral site, has another in its bar, and tells no site from where."""
    wrong = {}
    for path, html in built.items():
        first, bar = html.css_first("a"), html.css_first(".bar a:last-child")
        ways = [(link.attributes.get("href"), link.attributes.get("data-guide")) for link in (first, bar)]
        quiet = html.css_matches("meta[name=referrer][content=no-referrer]") and not html.css("[referrerpolicy]")
        if ways != [(EXIT, "exit")] * 2 or not quiet:
            wrong[path] = ways

    assert wrong == {}


def test_every_page_can_be_left_by_keyboard(browser, address, paths):
    """On every page the first Tab shows a way out, and three presses of Shift blank it at once and lead away."""
    first, told = {}, {}
    for path, page in walk(browser, address, paths, width=PHONE):
        press(page, "Tab")
        first[path] = page.locator(":focus").inner_text(), page.locator(":focus").bounding_box()["y"] >= 0
        told[path] = told_on_leaving(page, tap_shift)

    assert first == dict.fromkeys(paths, ("Leave this site now", True))
    assert told == dict.fromkeys(paths, BLANK)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_leave_leads_away(browser, address, width):
    """One press on "Leave" shows a page that has nothing to do with this one, and is not told of it."""
    told = {}
    for path, page in walk(browser, address, KINDS.values(), width=width):
        page.locator(".bar [data-guide=exit]").click()
        page.wait_for_url(EXIT)
        told[path] = page.evaluate("document.referrer")

    assert told == dict.fromkeys(KINDS.values(), "")


def test_back_does_not_return(browser, address):
    """Back shows neither the page that was left nor the one before it."""
    with window(browser, address, STEP) as page:
        page.goto(SAFETY)
        page.locator(".bar [data-guide=exit]").click()
        page.wait_for_url(EXIT)
        page.evaluate("history.back()")
        page.wait_for_timeout(1000)

        assert page.url == EXIT


def test_the_first_link_leads_away(browser, address):
    """The first Tab on any page shows a link away, and Enter follows it; the next Tab skips to the text."""
    with window(browser, address, STEP, width=PHONE) as page:
        press(page, "Tab", "Tab")
        skip = page.evaluate("document.activeElement.getAttribute('href')")
        press(page, "Shift+Tab")
        link = page.locator(":focus")
        words, box = link.inner_text(), link.bounding_box()
        press(page, "Enter")
        page.wait_for_url(EXIT)

    assert skip == "#main"
    assert words == "Leave this site now"
    assert box["width"] > 100
    assert min(box["x"], box["y"]) >= 0


def test_shift_three_times_leaves(browser, address):
    """Three presses of Shift lead away; a page that hears one or two says nothing."""
    with window(browser, address, STEP) as page:
        page.evaluate(
            "window.said = []; new MutationObserver((all) => said.push(...all.map(({target}) => target.nodeName)))"
            ".observe(document, {subtree: true, childList: true, characterData: true})"
        )
        tap_shift(page, 2)
        page.wait_for_timeout(300)
        said = page.evaluate("said")
        tap_shift(page)
        page.wait_for_url(EXIT)

    assert said == []


def test_before_the_script_has_come(browser, address):
    """On a slow line “Leave” leads away by itself; taps of Shift break nothing, and count from when it is there."""
    held = []
    with window(browser, address) as page:
        page.route("**/mend.js", lambda route: held.append(route))
        page.goto(STEP, wait_until="commit")
        page.locator("footer").last.wait_for()
        tap_shift(page)
        stays, shown = page.url, page.locator("h1").is_visible()
        page.route(EXIT, lambda route: route.fulfill(status=204), times=1)  # stay here, to see what is left
        with page.expect_request(EXIT):
            page.locator(".bar [data-guide=exit]").click()
        left = page.locator("h1").is_visible()
        page.goto(SAFETY, wait_until="commit")
        page.locator("footer").last.wait_for()
        tap_shift(page, 2)
        with page.expect_event("load"):
            held.pop().continue_()
        page.wait_for_timeout(300)
        waits = page.url
        tap_shift(page)
        page.wait_for_url(EXIT)

    assert (stays, shown, left) == (address + STEP, True, False)
    assert waits == address + SAFETY


def test_another_key_begins_the_count_anew(browser, address):
    """Somebody who types capitals does not leave by accident."""
    with window(browser, address, "worksheets/check-in/") as page:
        page.locator("textarea").first.focus()
        press(page, "Shift+I", "Shift+A", "Shift+M", "Shift", "Shift", "x", "Shift")

        assert page.url == address + "worksheets/check-in/"
        assert page.locator("textarea").first.input_value() == "IAMx"


FIELDS = {
    "worksheets/check-in/": ["textarea", "[type=text]", "[type=radio]", "[type=checkbox]", "[type=file]"],
    "faq/": ["[type=search]"],
    "steps/trust/": ["main [type=checkbox]", "[name=colour]"],
}


@pytest.mark.parametrize(("path", "field"), [(path, field) for path, fields in FIELDS.items() for field in fields])
def test_shift_leaves_from_inside_a_field(browser, address, path, field):
    """Whoever is writing or ticking can leave without leaving the field first."""
    with window(browser, address, path) as page:
        page.locator(field).first.focus()
        page.wait_for_timeout(300)  # a page that comes to its field moves, and whatever moves counts anew
        tap_shift(page)
        page.wait_for_url(EXIT)


def test_the_page_is_blank_at_once(browser, address):
    """While the other page is on its way, nothing of this one can be seen, not even in the tab."""
    with window(browser, address, STEP) as page:
        said = told_on_leaving(page, lambda page: press(page, "Tab", "Enter"))

    assert said == BLANK


def open_contents(page) -> None:
    """The contents of a phone, with the focus in them."""
    page.get_by_role("button", name="Contents").click()
    press(page, "Tab")


def open_search(page) -> None:
    """The search, with something in its field."""
    page.locator("[data-guide=search-open]").click()
    page.locator("[data-guide=search-input]").fill("trust")
    page.locator("[data-guide=search-result]").first.wait_for()


LAYERS = {
    "contents": (open_contents, STEP, PHONE, 800),
    "contents, phone on its side": (open_contents, "about/style/", 844, 390),
    "contents of the first page": (open_contents, "", DESK, 800),
    "search": (open_search, STEP, PHONE, 800),
    "search, phone on its side": (open_search, STEP, 844, 390),
}


@pytest.mark.parametrize(("layer", "path", "width", "height"), LAYERS.values(), ids=LAYERS)
def test_leaving_works_in_every_layer(browser, address, layer, path, width, height):
    """Above open contents and in the search all is blank at once."""
    with window(browser, address, path, width=width, height=height) as page:
        layer(page)
        said = told_on_leaving(page, tap_shift)

    assert said == BLANK


@pytest.mark.parametrize(("width", "height"), [(320, 800), (PHONE, 800), (844, 390), (DESK, 800)])
def test_the_searchs_way_out_stays_in_sight(browser, address, width, height):
    """However far one has scrolled through what is found, its "Leave" is whole, and nothing lies over it."""
    with window(browser, address, STEP, width=width, height=height) as page:
        open_search(page)
        scrolled = page.locator("dialog").evaluate("(one) => { one.scrollTo(0, 1e6); return one.scrollTop; }")
        box = page.locator("dialog .leave").bounding_box()
        hit = page.locator("dialog .leave").evaluate(
            "(link) => { const {x, y, width, height} = link.getBoundingClientRect();"
            " return [2, height / 2, height - 2].every((down) =>"
            " document.elementFromPoint(x + width / 2, y + down) === link); }"
        )

    assert scrolled > 100
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert (box["y"] >= 0, hit) == (True, True)


def test_the_search_has_its_own_way_out(browser, address):
    """Its "Leave" blanks the page and leads away, and Back does not return."""
    with window(browser, address, STEP) as page:
        page.goto(address)
        open_search(page)
        page.locator("dialog [data-guide=exit]").click()
        page.wait_for_url(EXIT)
        page.evaluate("history.back()")
        page.wait_for_timeout(1000)

        assert page.url == EXIT


@pytest.mark.parametrize("path", [STEP, SAFETY])
def test_leaving_needs_no_script(browser, address, path):
    """With scripts off the same links lead away as plain links."""
    with window(browser, address, path, width=PHONE, java_script_enabled=False) as page:
        targets = {link.get_attribute("href") for link in page.locator("[data-guide=exit]").all()}
        page.locator(".bar [data-guide=exit]").click()
        page.wait_for_url(EXIT)

    assert targets == {EXIT}


@pytest.mark.parametrize("path", safety_pages())
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_safety_page_gives_nothing_away(browser, address, path, width):
    """Its tab names neither this site nor fear; no contents, search, sheets or next page; one quiet link home."""
    with window(browser, address, path, width=width) as page:
        title = page.title()
        tools = page.locator(
            "#contents, .open-contents, [data-guide=search-open], .toc, .turn, [rel=next], [rel=prev]"
        ).count()
        bar = page.locator(".bar > :visible").all_inner_texts()
        home = page.locator("a").evaluate_all(
            "(links, home) => links.filter((a) => a.href === home).map((a) => a.closest('footer') ? 'quiet' : 'loud')",
            address,
        )
        sheets = page.locator("header a, nav a, footer a").evaluate_all("(all) => all.map((a) => a.href)")

    assert title in {"Before you begin", "Support"}
    assert tools == 0
    assert bar == ["Help lines", "Leave"]
    assert home == ["quiet"]
    assert [href for href in sheets if "/worksheets/" in href] == []


@pytest.mark.parametrize("width", [1248, DESK, 1760, 1920])
def test_leave_covers_no_text(browser, address, width):
    """On the home page at a desk "Leave" stands beside the text, however far one has scrolled."""
    with window(browser, address, "", width=width) as page:
        leave = page.locator(".bar .leave").bounding_box()
        text = page.evaluate(
            "Math.max(...[...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect().right))"
        )

    assert text <= leave["x"]
    assert leave["x"] + leave["width"] <= width
