"""What a visit leaves behind: nothing."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from windows import WATCH, stored, window

pytestmark = pytest.mark.browser

OWN = re.compile(r"'none'|'self'|'sha256-[\w+/]{43}='")
"""All that a policy may allow: nothing, this site's own files, and one script by its hash."""


def use(page) -> None:
    """Do on a page what readers do: scroll through it, open the contents, look for something."""
    page.mouse.wheel(0, 100_000)
    if page.locator(".open-contents").is_visible():
        page.locator(".open-contents").click()
        page.keyboard.press("Escape")
    if page.locator("[data-guide=search-open]").is_visible():
        page.locator("[data-guide=search-open]").click()
        page.locator("[data-guide=search-input]").fill("afraid of him")
        page.locator("[data-guide=search-result]").first.wait_for()
        page.keyboard.press("Escape")


def test_a_visit_leaves_no_trace(browser, address, paths):
    """No page stores anything, sets a cookie, asks another host, tells where a reader came from, or breaks its policy.

    A broken policy is an error on the console, which fails every test with a window.
    """
    requests, kept, addresses = [], {}, {}
    with window(browser, address) as page:
        page.context.add_init_script(WATCH)
        page.on("request", lambda request: requests.append(request))
        for path in paths:
            page.goto(address + path)
            use(page)
            kept[path], addresses[path] = stored(page), page.url.removeprefix(address)
        page.wait_for_load_state("networkidle")
        told = [request.url for request in requests if {"referer", "cookie"} & request.all_headers().keys()]

    assert {path: traces for path, traces in kept.items() if traces} == {}
    assert addresses == {path: path for path in paths}
    assert {request.url.split("/")[2] for request in requests} == {address.split("/")[2]}
    assert told == []


def test_every_page_has_a_strict_policy(site):
    """Every file a browser could open, redirects among them, allows only what is our own, and starts from nothing."""
    loose = {}
    for path in site.rglob("*.html"):
        meta = LexborHTMLParser(path.read_text("utf-8")).css_first("meta[http-equiv=Content-Security-Policy]")
        rules = dict(rule.split(" ", 1) for rule in meta.attributes["content"].split(";")) if meta else {}
        allowed = " ".join(rules.values()).split()
        if rules.get("default-src") != "'none'" or not all(map(OWN.fullmatch, allowed)):
            loose[path.relative_to(site).as_posix()] = rules

    assert loose == {}


def test_colours_are_remembered_only_if_asked(browser, address):
    """Choosing dark stores nothing; ticking "Remember" does; choosing the device's own colours forgets."""
    with window(browser, address, "start/tonight/", color_scheme="light") as page:
        colour = "getComputedStyle(document.documentElement).colorScheme"
        page.get_by_label("Dark").check()
        dark, before = page.evaluate(colour), stored(page)
        page.get_by_label("Remember this").check()
        page.reload()
        after_reload = page.evaluate(colour)
        page.get_by_label("As my device").check()
        after = stored(page)

    assert (dark, before) == ("dark", {})
    assert after_reload == "dark"
    assert after == {}


def test_guides_on_one_host_have_their_own_settings(browser, line, site):
    """What is remembered is named after the guide's own place on its host: nothing is set in a neighbour of it."""
    _, address = line(site, "/our/guide/")
    with window(browser, address, "start/tonight/", color_scheme="light") as page:
        page.evaluate("localStorage['guide:/theirs/:colour'] = 'dark'")
        page.reload()
        theirs = page.evaluate("document.documentElement.dataset.colour")
        page.get_by_label("Dark").check()
        page.get_by_label("Remember this").check()
        page.goto(f"{address}steps/trust/")
        ours = page.evaluate("document.documentElement.dataset.colour")
        page.locator("[data-guide=search-open]").first.click()
        page.locator("dialog .slash input").check()
        kept = set(stored(page)["local"]) - {"guide:/theirs/:colour"}
        page.goto(address)
        page.keyboard.press("/")
        page.locator("dialog[open]").wait_for()

    assert (theirs, ours) == ("", "dark")
    assert kept == {"guide:/our/guide/:colour", "guide:/our/guide/:slash"}


def test_colours_need_no_script(browser, address):
    """With scripts off the switch works, and does not offer to remember."""
    with window(browser, address, "start/tonight/", color_scheme="light", java_script_enabled=False) as page:
        page.get_by_label("Dark").check()

        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
        assert page.get_by_label("Remember this").is_visible() is False


def test_what_is_written_on_a_sheet_is_not_kept(browser, address):
    """Words and ticks on a sheet are gone with the page, and were never stored."""
    with window(browser, address, "worksheets/check-in/") as page:
        page.locator("textarea").first.fill("I was afraid")
        page.get_by_role("radio").first.check()
        page.get_by_role("checkbox").first.check()
        kept = stored(page)
        page.reload()

        assert kept == {}
        assert page.locator("textarea").first.input_value() == ""
        assert page.locator("main :checked").count() == 0
