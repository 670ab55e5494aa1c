"""Fingers: what can be pressed is large enough to be hit."""

import pytest
from windows import DESK, PHONE, walk

pytestmark = pytest.mark.browser

# Buttons, fields with their labels, and links of the page's furniture that are less than 44 pixels wide or high.
# What a link's row adds to it counts: the middle of each side is tried. A link in running text is as large as its text.
SMALL = """() => {
  const reach = (one, [x, y]) => {
    const hit = document.elementFromPoint(x, y)?.closest("a, button, summary, label, input, textarea");
    return hit === one || hit?.contains(one) || [...(one.labels ?? [])].includes(hit);
  };
  const pressed = "button, .button, summary, input, textarea, nav a, header a, .links a, .tools a";
  return [...document.querySelectorAll(pressed)]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest(".first"))
    .filter((one) => {
      one.scrollIntoView({block: "center", inline: "center"});
      const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
      if (boxes.some(({width, height}) => width >= 43.5 && height >= 43.5)) return false;
      const {left, right, top, bottom} = boxes[0], x = (left + right) / 2, y = (top + bottom) / 2;
      return ![[x - 21.5, y], [x + 21.5, y], [x, y - 21.5], [x, y + 21.5]].every((point) => reach(one, point));
    })
    .map((one) => {
      const {width, height} = one.getBoundingClientRect();
      return `${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 90)}`;
    });
}"""


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_what_is_pressed_is_made_for_fingers(browser, address, paths, width):
    """Every button, field and link of the furniture is at least 44 pixels wide and high, or its row is."""
    small = {path: page.evaluate(SMALL) for path, page in walk(browser, address, paths, width=width)}

    assert {path: found for path, found in small.items() if found} == {}
