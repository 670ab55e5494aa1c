"""Moving on: the next page is fetched while a link is pressed, and no other page; then one fades into the other."""

import pytest
from hosts import host
from waiting import until
from windows import DESK, EXIT, KINDS, PHONE, window

pytestmark = pytest.mark.browser

REVEALED = "addEventListener('pagereveal', (event) => window.fades = !!event.viewTransition)"
SLOWLY = """addEventListener("pagereveal", () => {
  const slow = new CSSStyleSheet()
  slow.replaceSync("::view-transition-old(*), ::view-transition-new(*)"
    + "{ animation-duration: 20s }")
  document.adoptedStyleSheets = [slow]
})"""


@pytest.fixture
def hosted(site):
    """The real site on a host that keeps to `_headers`, and what it is asked for ahead of a reader."""
    ahead: list[str] = []
    with host(site, ahead) as address:
        yield address, ahead


def press(page, selector: str) -> None:
    """Hold the mouse down on a link, as somebody about to follow it does."""
    page.locator(selector).first.hover()
    page.mouse.down()
    page.wait_for_timeout(500)


def test_a_pressed_link_is_fetched_and_nothing_before(browser, hosted):
    """Resting on a link fetches nothing; pressing it fetches that page alone."""
    address, ahead = hosted
    with window(browser, address, "steps/own/") as page:
        page.wait_for_load_state("networkidle")
        page.locator("[rel=next]").hover()
        page.wait_for_timeout(500)
        rested = list(ahead)
        press(page, "[rel=next]")

    assert (rested, ahead) == ([], ["/steps/trust/"])


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("steps/own/", ".bar .safe"),
        ("start/read-first/", ".foot .links a"),
        ("", "a[download]"),
        ("", "main a[href='start/read-first/']"),
    ],
)
def test_some_links_are_never_fetched_ahead(browser, hosted, path, selector):
    """A file to keep, and every link to or from a safety page, wait until they are followed."""
    address, ahead = hosted
    with window(browser, address, path) as page:
        page.wait_for_load_state("networkidle")
        press(page, selector)

    assert ahead == []


def test_no_page_asks_for_more_than_eight_files(browser, hosted):
    """The rules are one file more, and still every kind of page keeps to its number."""
    address, _ = hosted
    asked = {}
    for kind, path in KINDS.items():
        with browser.new_context(base_url=address) as context:
            page = context.new_page()
            urls: list[str] = []
            page.on("request", lambda request, urls=urls: urls.append(request.url))
            page.goto(path)
            page.wait_for_load_state("networkidle")
            asked[kind] = len(set(urls))

    assert {kind: count for kind, count in asked.items() if count > 8} == {}


@pytest.mark.parametrize(
    ("width", "motion", "fades"),
    [(DESK, "no-preference", True), (DESK, "reduce", False), (PHONE, "no-preference", False)],
)
def test_one_page_fades_into_the_next(browser, address, width, motion, fades):
    """Unless the reader has asked for less motion, or the text would fade across a phone's bar."""
    with window(browser, address, "steps/own/", width=width, reduced_motion=motion) as page:
        page.add_init_script(REVEALED)
        page.locator("[rel=next]").click()
        page.wait_for_url("**/steps/trust/")
        page.wait_for_function("'fades' in window")

        assert page.evaluate("window.fades") is fades


def test_leaving_never_waits_for_the_fade(browser, address):
    """A press on "Leave" while one page still fades into the next leaves at once."""
    with window(browser, address, "steps/own/") as page:
        page.add_init_script(SLOWLY)
        leave = page.locator(".bar .leave").bounding_box()
        page.locator("[rel=next]").click()
        page.wait_for_url("**/steps/trust/")
        # Asked from here: a page with a policy refuses to look again and again by itself.
        until(lambda: page.evaluate("document.getAnimations().some((one) => one.effect.pseudoElement)"))
        page.mouse.click(leave["x"] + leave["width"] / 2, leave["y"] + leave["height"] / 2)
        page.wait_for_url(EXIT)
