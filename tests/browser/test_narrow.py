"""Small windows, and fingers."""

import pytest
from windows import DESK, KINDS, PHONE, window

pytestmark = pytest.mark.browser

LONG = {"help lines": "support/", "evidence": "about/evidence/", "empty table": "worksheets/choosing-a-therapist/"}
PATHS = {**KINDS, **LONG}
BOXES = "(all) => all.map((one) => { const {x, y, right, bottom} = one.getBoundingClientRect(); return [x, y, right, bottom]; })"


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_nothing_scrolls_sideways(browser, address, path):
    """At 320 pixels, which is also 400 % zoom on a desk, no page is wider than its window."""
    with window(browser, address, path, width=320) as page:
        assert page.evaluate("[document.documentElement.scrollWidth, innerWidth]") == [320, 320]


@pytest.mark.parametrize("width", [320, PHONE, DESK])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_the_way_out_is_inside_the_window(browser, address, path, width):
    """A fixed bar can run out of the window unseen; "Leave" is whole, at the top of the page and at its end."""
    outside = []
    with window(browser, address, path, width=width) as page:
        for place in (0, 10**6):
            page.evaluate("(y) => scrollTo(0, y)", place)
            for left, top, right, bottom in page.locator(".bar [data-guide=exit]").evaluate_all(BOXES):
                if left < 0 or top < 0 or right > width or bottom > 800:
                    outside.append((place, left, top, right, bottom))

    assert outside == []


@pytest.mark.parametrize("width", [320, PHONE, DESK])
@pytest.mark.parametrize("path", ["", "steps/trust/", "start/read-first/"])
def test_the_bar_is_made_for_fingers(browser, address, path, width):
    """Whatever stands in the bar is at least 44 pixels high and, as far as words allow, wide."""
    with window(browser, address, path, width=width) as page:
        boxes = page.locator(".bar > :visible").evaluate_all(BOXES)

    assert len(boxes) >= 2
    assert [box for box in boxes if box[2] - box[0] < 44 or box[3] - box[1] < 44] == []


def test_large_letters_keep_the_way_out(browser, address):
    """With letters twice as large the bar's other links slide under "Leave", which stays."""
    with window(browser, address, "steps/trust/", width=320) as page:
        page.evaluate("document.documentElement.style.fontSize = '225%'")
        [box] = page.locator(".bar .leave").evaluate_all(BOXES)

    assert box[0] >= 0
    assert box[2] <= 320
