"""Fingers: what can be pressed is large enough to be hit."""

import pytest
from windows import DESK, PHONE, walk, window

pytestmark = pytest.mark.browser

# Buttons, fields with their labels, and links that are less than 44 pixels wide or high. What a link's row adds to it
# counts, as far as it answers from the middle outwards. A link in running text is as large as its text.
SMALL = """(within) => {
  const reach = (one, [x, y]) => {
    const hit = document.elementFromPoint(x, y)?.closest("a, button, summary, label, input, textarea");
    return hit === one || hit?.contains(one) || [...(one.labels ?? [])].includes(hit);
  };
  const inText = (one) => {
    let outer = one.parentElement;
    while (getComputedStyle(outer).display === "inline") outer = outer.parentElement;
    const links = [...outer.querySelectorAll("a")].map(({textContent}) => textContent);
    const text = links.reduce((rest, link) => rest.replace(link, ""), outer.textContent);
    return getComputedStyle(one).display === "inline" && /[\\p{L}\\d]/u.test(text);
  };
  return [...document.querySelector(within).querySelectorAll("button, summary, input, textarea, a[href]")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest(".first") && !inText(one))
    .filter((one) => {
      one.scrollIntoView({block: "center", inline: "center"});
      const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
      if (boxes.some(({width, height}) => width >= 43.5 && height >= 43.5)) return false;
      const {left, right, top, bottom} = boxes[0], x = (left + right) / 2, y = (top + bottom) / 2;
      const far = (right, down) => {
        let steps = 0;
        while (steps < 44 && reach(one, [x + steps * right, y + steps * down])) steps++;
        return steps;
      };
      return far(-1, 0) + far(1, 0) < 44 || far(0, -1) + far(0, 1) < 44;
    })
    .map((one) => {
      const {width, height} = one.getBoundingClientRect();
      return `${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 90)}`;
    });
}"""


def test_what_is_pressed_is_made_for_fingers(browser, address, paths):
    """Every button, field and link outside a sentence is at least 44 pixels wide and high, or its row is."""
    small = {}
    for path, page in walk(browser, address, paths):
        for width in (320, PHONE, DESK):
            page.set_viewport_size({"width": width, "height": 800})
            small[path, width] = page.evaluate(SMALL, "body")
            if page.locator(".open-contents").is_visible():
                page.locator(".open-contents").click()
                small[path, width, "its contents"] = page.evaluate(SMALL, "#contents")
                page.keyboard.press("Escape")

    assert {path: found for path, found in small.items() if found} == {}


@pytest.mark.parametrize("width", [320, DESK])
def test_what_the_search_shows_is_made_for_fingers(browser, address, width):
    """So is whatever is found, a warning with its help lines, and the themes where nothing is."""
    small = {}
    with window(browser, address, "steps/own/", width=width) as page:
        page.locator("[data-guide=search-open]").click()
        for words in ("trust", "im scared of my husband", "weather money", "xylophone zebra"):
            page.locator("[data-guide=search-input]").fill(words)
            page.locator(".search [role=status]").filter(has_text=".").wait_for()
            small[words] = page.evaluate(SMALL, "dialog")

    assert small == {words: [] for words in small}
    assert len(small) == 4
