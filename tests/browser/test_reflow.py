"""Narrow windows, wide spacing, long words, other people's colours, and no motion: nothing is cut off or lost."""

import pytest
from windows import walk, window

pytestmark = pytest.mark.browser

NARROW = 320
"""Also what is left of 1280 pixels at 400 % zoom."""
# A style of the reader's own, as WCAG 1.4.12 has it; put in as a browser's extension would, past the page's policy.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
# In a table of several columns a long word may not break, or narrow columns would shrink to letters.
LONG_WORDS = """() => {
  const stays = (one) => {
    const {display, whiteSpace} = getComputedStyle(one);
    return display === "table-cell" || whiteSpace === "nowrap";
  };
  for (const one of document.querySelectorAll("h1, h2, h3, a, button, p, li, label, legend, th, td, dt, dd, summary"))
    for (const text of stays(one.closest("td, th") ?? one) ? [] : one.childNodes)
      if (text.nodeType === Node.TEXT_NODE && text.data.trim()) {
        text.data += " Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ";
        break;
      }
}"""
# What is wider than the window or than its own box. A region that scrolls must be a labelled one with links in it.
CUT = """() => {
  const cut = [];
  if (document.documentElement.scrollWidth > innerWidth) cut.push(`page: ${document.documentElement.scrollWidth}`);
  for (const one of document.querySelectorAll("body *")) {
    if (!one.checkVisibility({visibilityProperty: true}) || one.closest("svg, .first, thead")) continue;
    const {overflowX, overflowY} = getComputedStyle(one), {right, left} = one.getBoundingClientRect();
    const wide = one.scrollWidth > one.clientWidth + 1, high = one.scrollHeight > one.clientHeight + 1;
    const region = one.matches("nav:is([aria-label], [aria-labelledby]):has(a), dialog, textarea");
    if ((overflowX !== "visible" && wide || overflowY !== "visible" && high) && !region)
      cut.push(`cut off: ${one.outerHTML.slice(0, 100)}`);
    else if (one.matches("button, .button, .bar > *, label") && (wide || high))
      cut.push(`spills: ${one.outerHTML.slice(0, 100)}`);
    else if ((right > innerWidth + 1 || left < -1) && !one.closest("nav.bar"))
      cut.push(`outside: ${one.outerHTML.slice(0, 100)}`);
  }
  return cut;
}"""


def test_nothing_is_cut_off(browser, address, paths):
    """No page scrolls sideways and nothing leaves its box, in any window, with wide spacing, or with long words.

    Between a phone and a desk the columns change. The last of the windows is as narrow as any; there the words grow.
    """
    found = {}
    for path, page in walk(browser, address, paths):
        for width in (360, 640, 768, 1024, 1248, 1920, NARROW):
            page.set_viewport_size({"width": width, "height": 800})
            found[path, width] = page.evaluate(CUT)
        for name, change in (("spaced", SPACED), ("long words", LONG_WORDS)):
            page.evaluate(change)
            found[path, NARROW, name] = page.evaluate(CUT)
            page.evaluate("document.adoptedStyleSheets = []")

    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("width", "height"), [(320, 256), (320, 568), (844, 390)], ids=["400 %", "old phone", "on its side"]
)
@pytest.mark.parametrize("path", ["", "steps/trust/", "worksheets/check-in/", "faq/"])
def test_what_opens_fits_a_small_window(browser, address, width, height, path):
    """The contents and the search are whole in it, or scroll; their first and last link can be brought into view."""
    faults = {}
    with window(browser, address, path, width=width, height=height) as page:
        page.locator(".open-contents").click()
        faults["contents"] = page.evaluate(CUT)
        reached = [reach(page, "#contents a", place) for place in ("first", "last")]
        page.keyboard.press("Escape")
        page.locator("[data-guide=search-open]").click()
        page.locator("[data-guide=search-input]").fill("trust")
        page.locator("[data-guide=search-result]").first.wait_for()
        faults["search"] = page.evaluate(CUT)
        reached += [reach(page, "[data-guide=search-result]", place) for place in ("first", "last")]

    assert faults == {"contents": [], "search": []}
    assert reached == [True] * 4


def reach(page, selector: str, place: str) -> bool:
    """Whether one of some links, brought into view, is on top there."""
    link = getattr(page.locator(selector), place)
    link.scroll_into_view_if_needed()
    return link.evaluate(
        "(one) => { const [{x, y, width, height}] = one.getClientRects();"
        " return one.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"
    )
