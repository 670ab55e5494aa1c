"""Small windows, and fingers."""

import pytest
from machine import FLAGS, shell_path
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

LINES_OF_TITLE = """() => { const name = document.createRange();
  name.selectNodeContents(document.querySelector("h1").firstChild);
  return new Set([...name.getClientRects()].map(({ top }) => top)).size; }"""


def test_nothing_scrolls_sideways(browser, address):
    """At 320 pixels, which is also 400 % zoom on a desk, no page is wider than its window."""
    widths = {}
    with window(browser, address, width=320) as page:
        for kind, path in PATHS.items():
            page.goto(path)
            widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(PATHS, 320)


@pytest.mark.parametrize(("width", "height"), [(360, 600), (PHONE, 844), (DESK, 800)])
def test_the_first_thing_to_do_is_seen_at_once(browser, address, width, height):
    """On the first screen of the home page stand the line for whoever is afraid, and the first of what hurts."""
    with window(browser, address, width=width, height=height) as page:
        bar = page.locator(".bar").bounding_box()
        end = bar["y"] if bar["y"] > 100 else height
        safety, first = (page.locator(f"main {one} a").first for one in (".care", "[data-part=hurts]"))
        boxes = [safety.bounding_box(), first.bounding_box()]

    assert boxes[0]["y"] < boxes[1]["y"]
    assert boxes[1]["y"] + boxes[1]["height"] < end


def test_the_name_of_the_guide_is_on_one_line(browser, address):
    """In windows of any width no letter of the home page's title falls on a second line."""
    lines = {}
    with window(browser, address) as page:
        for width in (320, 360, PHONE, 768, 959, 960, 1000, 1200, 1247, 1248, DESK):
            page.set_viewport_size({"width": width, "height": 800})
            lines[width] = page.evaluate(LINES_OF_TITLE)

    assert lines == dict.fromkeys(lines, 1)


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


LONG_WORDS = "words and more " * 20
WIDE = {
    "one line": f"<nobr>{LONG_WORDS}</nobr>",
    "cell": f"<table><tr><td nowrap>{LONG_WORDS}</td></tr></table>",
    "space": '<math><mspace width="4000px"/><mi>x</mi></math>',
    "formula": f"<math><mrow>{'<mi>x</mi><mo>+</mo>' * 100}</mrow></math>",
    "drawing": '<svg width="3000" height="20"></svg>',
    "picture": '<img alt="" width="3000" height="20">',
    "room beside it": '<img alt="" width="20" height="20" hspace="2000">',
    "rule": '<hr width="3000">',
    "table": '<table width="3000"><tr><td>a</td></tr></table>',
    "columns": f'<table class="fill"><tr>{"<td>word</td>" * 60}</tr></table>',
    "code": f"<pre>{'x' * 400}</pre>",
    "word": "x\u2060" * 400,
    "field": '<input size="500">',
    "signs beside": f"<ruby>a<rt>{LONG_WORDS}</rt></ruby>",
}
"""What an author may write that is wider than a phone."""
PIXEL = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2.75}
PUT = "(wide) => main.querySelector('h1').insertAdjacentHTML('afterend', `<div>${wide}</div>`)"


@pytest.mark.parametrize("name", WIDE)
def test_no_content_takes_the_way_out_away(browser, address, name):
    """A phone makes its page as wide as what stands there: at the edge of that, "Leave" would be out of sight."""
    with window(browser, address, "start/read-first/", width=393, height=727, **PIXEL) as page:
        page.evaluate(PUT, WIDE[name])
        [(left, top, right, bottom)] = page.locator(".bar .leave").evaluate_all(BOXES)

    assert 0 <= left < right <= 393
    assert 0 <= top < bottom <= 727


TWICE = "defaultFontSize=32"
BROKEN = r"""() => [...document.querySelectorAll("h1, .brand, .facts dd")].flatMap((one) => {
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


def test_letters_that_a_browser_makes_large_fit_a_phone(browser, address):
    """Set in the browser, twice the size also moves where a window counts as small: still nothing is wide or broken."""
    found, paths = {}, [*KINDS.values(), "start/eight-weeks/"]
    large = browser.browser_type.launch(executable_path=shell_path(), args=[*FLAGS, f"--blink-settings={TWICE}"])
    with window(large, address, width=PHONE, height=844) as page:
        for path in paths:
            page.goto(path)
            found[path] = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(BROKEN)
    large.close()

    assert found == dict.fromkeys(paths, (PHONE, []))
