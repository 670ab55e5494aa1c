"""Small windows, and fingers."""

import pytest
from windows import DESK, KINDS, PHONE, window

pytestmark = pytest.mark.browser

LONG = {
    "help lines": "support/",
    "evidence": "about/evidence/",
    "wide table": "about/writing/",
    "empty table": "worksheets/choosing-a-therapist/",
}
PATHS = {**KINDS, **LONG}
BOXES = """(all) => all.map((one) => {
  const {x, y, right, bottom} = one.getBoundingClientRect();
  return [x, y, right, bottom];
})"""


def test_nothing_scrolls_sideways(browser, address):
    """At 320 pixels, which is also 400 % zoom on a desk, no page is wider than its window."""
    widths = {}
    with window(browser, address, width=320) as page:
        for kind, path in PATHS.items():
            page.goto(path)
            widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(PATHS, 320)


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_the_way_out_is_inside_the_window(browser, address, width):
    """A fixed bar can run out of the window unseen; "Leave" is whole, at the top of each page and at its end."""
    outside, seen = [], 0
    with window(browser, address, width=width) as page:
        for path in KINDS.values():
            page.goto(path)
            for place in (0, 10**6):
                page.evaluate("(y) => scrollTo(0, y)", place)
                for left, top, right, bottom in page.locator(".bar [data-guide=exit]").evaluate_all(BOXES):
                    seen += 1
                    if left < 0 or top < 0 or right > width or bottom > 800:
                        outside.append((path, place, left, top, right, bottom))

    assert seen == 2 * len(KINDS)
    assert outside == []


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_the_bar_is_made_for_fingers(browser, address, width):
    """Whatever stands in the bar is at least 44 pixels wide and high."""
    boxes = []
    with window(browser, address, width=width) as page:
        for path in ("", "steps/trust/", "start/read-first/"):
            page.goto(path)
            boxes += page.locator(".bar > :visible").evaluate_all(BOXES)

    assert len(boxes) > 6
    assert [box for box in boxes if box[2] - box[0] < 44 or box[3] - box[1] < 44] == []


def test_large_letters_keep_the_way_out(browser, address):
    """With letters twice as large the bar's other links slide under "Leave", which stays."""
    with window(browser, address, "steps/trust/", width=320) as page:
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        [box] = page.locator(".bar .leave").evaluate_all(BOXES)

    assert box[0] >= 0
    assert box[2] <= 320


BROKEN = r"""() => [...document.querySelectorAll("h1, .brand")].flatMap((one) => {
  const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), broken = [];
  for (let text; (text = texts.nextNode()); )
    for (const { 0: word, index } of text.data.matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ y }) => Math.round(y))).size > 1) broken.push(word);
    }
  return broken;
})"""


def test_large_letters_fit_a_phone(browser, address):
    """With letters twice as large no page is wider than a phone, and no title is broken in the middle of a word."""
    found = {}
    with window(browser, address, width=PHONE) as page:
        for kind, path in KINDS.items():
            page.goto(path)
            page.evaluate("document.documentElement.style.fontSize = '225%'")
            found[kind] = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(BROKEN)

    assert found == dict.fromkeys(KINDS, (PHONE, []))
