"""The Tab key: it reaches everything, in order, is never caught, and shows where it is."""

import pytest
from windows import DESK, PHONE, walk

pytestmark = pytest.mark.browser

# What Tab should reach, in the order of the page: of a group of radio buttons one, and nothing that is not shown.
REACHABLE = """() => {
  const groups = new Map();
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({visibilityProperty: true}));
  for (const one of all.filter(({type}) => type === "radio")) {
    const group = `${[...document.forms].indexOf(one.form)} ${one.name}`;
    if (one.checked || !groups.has(group)) groups.set(group, one);
  }
  window.reachable = all.filter((one) => one.type !== "radio" || [...groups.values()].includes(one));
  return window.reachable.map((one) => one.outerHTML.slice(0, 120));
}"""
# Where the focus is, by its number, and what hinders somebody who must see it: its ring is not drawn, or lies outside
# the window or cut off by something that scrolls, or another thing covers it. Pixels are rounded, so one may be lost.
FOCUS = """() => {
  const one = document.activeElement, faults = [];
  const ringed = [one, one.closest("label")].find((element) => {
    if (!element) return false;
    const {outlineStyle, outlineWidth, outlineColor, opacity} = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && opacity > 0 && !outlineColor.endsWith(", 0)");
  });
  if (!ringed) return [window.reachable.indexOf(one), ["no ring"]];

  const {outlineWidth, outlineOffset} = getComputedStyle(ringed);
  const room = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 1;
  const boxes = [...ringed.getClientRects()].filter(({width, height}) => width && height);
  const ring = {
    left: Math.min(...boxes.map(({left}) => left)) - room, right: Math.max(...boxes.map(({right}) => right)) + room,
    top: Math.min(...boxes.map(({top}) => top)) - room, bottom: Math.max(...boxes.map(({bottom}) => bottom)) + room,
  };
  const cutBy = ({left, right, top, bottom}) => ring.left < left || ring.right > right || ring.top < top ||
    (ring.bottom > bottom && ring.bottom - ring.top < bottom - top);
  if (cutBy({left: 0, top: 0, right: innerWidth, bottom: innerHeight})) faults.push("ring outside the window");
  for (let around = ringed.parentElement; around !== document.body; around = around.parentElement)
    if (getComputedStyle(around).overflow !== "visible" && cutBy(around.getBoundingClientRect()))
      faults.push(`ring cut off by ${around.className || around.tagName}`);
  const covers = boxes.flatMap(({left, right, top, bottom}) => [left + 2, (left + right) / 2, right - 2]
    .map((x) => document.elementFromPoint(x, (top + bottom) / 2))
    .filter((hit) => hit && hit !== one && !one.contains(hit) && !hit.contains(one)));
  if (covers.length) faults.push(`covered by ${covers[0].outerHTML.slice(0, 80)}`);
  return [window.reachable.indexOf(one), faults];
}"""


# What the key sends as it goes down, which alone moves the focus: twenty thousand presses are a sweep.
TAB = "Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
# Put into the page once, and asked by the same short way.
FOCUSED = "Runtime.evaluate", {"expression": "focused()", "returnByValue": True}


def tabbed(page) -> list[str]:
    """What the Tab key misses on a page, and what cannot be seen while it has the focus."""
    devices = page.context.new_cdp_session(page)
    reachable, order, faults = page.evaluate(REACHABLE), [], []
    page.evaluate(f"window.focused = {FOCUS}")

    def press_tab() -> tuple[int, list[str]]:
        devices.send(*TAB)
        return devices.send(*FOCUSED)["result"]["value"]

    for name in reachable:
        place, hindered = press_tab()
        # A date has places of its own for the day, the month, the year and the calendar.
        while order and place == order[-1] and 'type="date"' in reachable[place]:
            place, hindered = press_tab()
        order.append(place)
        faults += [f"{fault}: {reachable[place] if place >= 0 else name}" for fault in hindered]
    page.keyboard.press("Shift+Tab")
    order.append(page.evaluate("focused()")[0])
    devices.detach()
    if order != [*range(len(reachable)), len(reachable) - 2]:
        missed = [name for place, name in enumerate(reachable) if place not in order]
        faults.append(f"out of order {order}, never reached {missed}")
    return faults


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_tab_reaches_everything(browser, address, paths, width):
    """Tab reaches each link and control in the order of the page, in view, ringed and uncovered, and goes back."""
    found = {path: tabbed(page) for path, page in walk(browser, address, paths, width=width)}

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_escape_leaves_the_contents(browser, address, paths):
    """On each page that has them, Enter opens the contents, Escape closes them and gives the focus back."""
    lost = []
    for path, page in walk(browser, address, paths, width=PHONE):
        button = page.locator(".open-contents")
        if not button.count():
            continue
        button.focus()
        page.keyboard.press("Enter")
        opened = page.locator("#contents").is_visible()
        page.keyboard.press("Escape")
        if not opened or page.locator("#contents").is_visible() or not page.locator(".open-contents:focus").count():
            lost.append(path)

    assert lost == []
