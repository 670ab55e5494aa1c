"""Help lines in the hand: near, reached by country without scripts, and said by name."""

import pytest
from windows import safety_pages, window

pytestmark = pytest.mark.browser

SAFETY, LINES = "start/read-first/", "support/"
PHONES = ((360, 600), (390, 844))
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top + scrollY"


@pytest.mark.parametrize(("width", "height"), PHONES)
def test_the_safety_page_is_short(browser, address, width, height):
    """All that it says stands within six screens of a phone; then come the lines, and nothing after them."""
    with window(browser, address, width=width) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(SAFETY)
        lines = page.evaluate(TOP, "help-lines")
        last = page.locator("main h2").last.get_attribute("id")

    assert lines <= 6 * height
    assert last == "help-lines"


@pytest.mark.parametrize(("width", "height"), PHONES)
def test_help_lines_in_the_bar_lead_to_the_lines(browser, address, width, height):
    """The link in the bar shows the ways to the countries on the screen, without a script."""
    with window(browser, address, width=width, java_script_enabled=False) as page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(SAFETY)
        page.locator(".bar a", has_text="Help lines").click()
        page.wait_for_url("**/support/#help-lines")
        box = page.locator(".places a").first.bounding_box()

    assert 0 <= box["y"] < height


def test_the_page_of_lines_leads_to_them_at_once(browser, address):
    """Whoever comes in a hurry needn't read what to know before a call: the way stands on the first screen."""
    with window(browser, address, LINES, width=390, height=844, java_script_enabled=False) as page:
        page.locator("main .care a").click(timeout=2000)
        places = page.locator(".places a")
        box = places.first.bounding_box()
        lefts = {place.bounding_box()["x"] for place in places.all()}

    assert 0 <= box["y"] < 844
    assert len(lefts) == 2


def test_a_country_is_reached_without_scripts(browser, address):
    """A press on a country brings its heading to the top of the screen, on every page with lines."""
    with window(browser, address, width=390, java_script_enabled=False) as page:
        for path in [path for path in safety_pages() if path not in ("faq/read-first/", "support/calls/")]:
            page.goto(path)
            page.locator(".places a", has_text="United States").click()
            place = page.locator(".lines h3", has_text="United States").bounding_box()

            assert 0 <= place["y"] < 200, path


def test_a_call_is_said_by_the_service(browser, address):
    """What is heard of a link to a number is the service and the number."""
    with window(browser, address) as page:
        page.goto(LINES)

        assert page.get_by_role("link", name="Call Samaritans, 116 123").count() == 1


def test_where_a_line_was_seen_is_folded(browser, address):
    """The evidence is out of the way until it is asked for, and stands on paper."""
    with window(browser, address, java_script_enabled=False) as page:
        page.goto(LINES)
        seen = page.locator(".lines details li").first

        assert not seen.is_visible()
        page.locator(".lines summary").first.click()
        assert seen.is_visible()
        page.emulate_media(media="print")
        assert page.locator(".lines details li").last.bounding_box()["height"] > 0
