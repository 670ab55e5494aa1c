"""What the style page and a page of each kind look like, read from the page as the browser has drawn it.

No picture is compared with a stored one: letters are drawn otherwise on each machine, so such a test
either fails for nothing or is made too lenient to fail. What a designer would check by eye is measured instead:
contrast, gold, columns, the length of lines, room to press, the air above a heading, and letters in drawings.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from windows import DESK, KINDS, PHONE, window

pytestmark = pytest.mark.browser

LOOKS = (Path(__file__).parent / "looks.js").read_text("utf-8")
STYLE = "about/style/"
DRAWINGS = ["understand/", "steps/stuck/", "steps/trust/", "blocks/"]
PATHS = [STYLE, *KINDS.values(), *DRAWINGS]


def measured(page, what: str, paths: list[str] = PATHS) -> Iterator[tuple[str, object]]:
    """Each page's address with what `looks.js` measures there under this name."""
    for path in paths:
        page.goto(path)
        page.evaluate(LOOKS)
        yield path, page.evaluate(f"looks.{what}()")


def faint(page, what: str, at_least: float) -> tuple[int, dict]:
    """How many contrasts were measured, and those that are too low."""
    pairs = [(path, name, ratio) for path, found in measured(page, what) for ratio, name in found]
    return len(pairs), {(path, name): ratio for path, name, ratio in pairs if ratio < at_least}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_text_stands_out(browser, address, width, scheme):
    """Every letter differs from its ground by 7 to 1 at least (WCAG AAA), and none is gold."""
    with window(browser, address, width=width, color_scheme=scheme) as page:
        seen, low = faint(page, "text", 7)

    assert seen > 500
    assert low == {}


@pytest.mark.parametrize("colours", ["none", "active"], ids=["own colours", "forced colours"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_that_carry_meaning_stand_out(browser, address, scheme, colours):
    """Boxes, fields, buttons, drawings and seams differ from their ground by 3 to 1, in forced colours too."""
    with window(browser, address, color_scheme=scheme, forced_colors=colours) as page:
        seen, low = faint(page, "lines", 3)

    assert seen > 100
    assert low == {}


def test_a_sheets_name_is_not_broken_at_its_hyphen(browser, address):
    """“Weekly check-in: an example” goes on in a new line between its parts."""
    with window(browser, address, "print/check-in/") as page:
        lines = page.locator("h1").evaluate(
            "(title) => [...title.children].map((part) => part.getClientRects().length)"
        )
        heights = page.locator("h1 > *").evaluate_all("(all) => all.map((one) => one.clientHeight)")

    assert lines == [1, 1]
    assert heights[0] == heights[1]


def test_in_forced_colours_the_device_draws_the_marks(browser, address):
    """A mark of ours would lie over the one that the device draws, and empty it."""
    with window(browser, address, "worksheets/check-in/", forced_colors="active") as page:
        boxes = page.locator("main :is([type=checkbox], [type=radio])")
        boxes.evaluate_all("(all) => all.forEach((one) => { one.checked = true; })")
        marked = page.locator("main :checked")
        ours = marked.evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::before').display)")

    assert set(ours) == {"none"}


def test_gold_is_for_the_seam_alone(browser, address):
    """It is under a title, along the path, beside the steps in the contents, and in drawings; never a letter."""
    found = set()
    with window(browser, address, width=DESK) as page:
        for _, uses in measured(page, "gold"):
            found.update(uses)

    assert found == {
        "backgroundColor of title",
        "backgroundColor of path",
        "borderInlineStartColor of contents",
        "borderBlockStartColor of contents",
        "stroke of drawing",
    }


@pytest.mark.parametrize("width", [PHONE, DESK, 1920])
def test_there_is_one_column(browser, address, width):
    """Whatever stands in the text begins at one edge."""
    paths = [STYLE, "steps/trust/", "blocks/trust/", "worksheets/check-in/", "start/read-first/"]
    with window(browser, address, width=width) as page:
        edges = {path: len(found) for path, found in measured(page, "edges", paths)}

    assert edges == dict.fromkeys(paths, 1)


@pytest.mark.parametrize("width", [DESK, 1920])
def test_lines_are_easy_to_follow(browser, address, width):
    """The full lines of the paragraphs hold 45 to 75 characters on average, and those of none more than 80."""
    with window(browser, address, width=width) as page:
        [(_, lengths)] = measured(page, "lengths", ["understand/"])

    assert len(lengths) > 10
    assert 45 <= sum(lengths) / len(lengths) <= 75
    assert max(lengths) <= 80


@pytest.mark.parametrize("width", [320, DESK])
def test_everything_has_its_room(browser, address, width):
    """A heading has more air above it than below, nothing lies over its neighbour, and fingers have 44 pixels."""
    with window(browser, address, width=width) as page:
        found = dict(measured(page, "room"))

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_drawings_can_be_read_on_the_smallest_phone(browser, address):
    """Their letters are 13 pixels high at least, none runs into another, and nothing is cut off."""
    with window(browser, address, width=320) as page:
        drawings = dict(measured(page, "drawings", [STYLE, *DRAWINGS]))

    assert drawings == {path: [[]] for path in [STYLE, *DRAWINGS]}


def test_dark_is_dark_and_paper_is_white(browser, address):
    """The same page, photographed three times in one run: light, dark, and as a dark device prints it."""
    grounds, photographs = [], []
    with window(browser, address, STYLE) as page:
        page.evaluate(LOOKS)
        for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"color_scheme": "dark", "media": "print"}):
            page.emulate_media(**media)
            grounds.append(page.evaluate("looks.ground()"))
            photographs.append(page.screenshot())

    assert len(set(photographs)) == 3
    assert grounds[0] > 0.9
    assert grounds[1] < 0.02
    assert grounds[2] == 1
