"""What a visit leaves behind: nothing."""

import pytest
from windows import KINDS, stored, window

pytestmark = pytest.mark.browser

WATCH = """addEventListener("securitypolicyviolation",
  ({violatedDirective, blockedURI}) => console.error(violatedDirective, blockedURI))"""


def test_a_visit_leaves_no_trace(browser, address):
    """Reading pages stores nothing, sets no cookie, asks no other host, and breaks no rule of their own policy."""
    hosts, policies = set(), set()
    with window(browser, address) as page:
        page.context.add_init_script(WATCH)
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        for path in KINDS.values():
            page.goto(path)
            page.mouse.wheel(0, 10_000)
            page.wait_for_load_state("networkidle")
            policies.add(
                page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content").split(";")[0]
            )
        kept = stored(page)

    assert kept == {}
    assert hosts == {address.split("/")[2]}
    assert policies == {"default-src 'none'"}


def test_colours_are_remembered_only_if_asked(browser, address):
    """Choosing dark stores nothing; ticking "Remember" does; choosing the device's own colours forgets."""
    with window(browser, address, "start/tonight/", color_scheme="light") as page:
        colour = "getComputedStyle(document.documentElement).colorScheme"
        page.get_by_label("Dark").check()
        dark, before = page.evaluate(colour), stored(page)
        page.get_by_label("Remember this").check()
        page.reload()
        after_reload = page.evaluate(colour)
        page.get_by_label("As my device").check()
        after = stored(page)

    assert (dark, before) == ("dark", {})
    assert after_reload == "dark"
    assert after == {}


def test_colours_need_no_script(browser, address):
    """With scripts off the switch works, and does not offer to remember."""
    with window(browser, address, "start/tonight/", color_scheme="light", java_script_enabled=False) as page:
        page.get_by_label("Dark").check()

        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
        assert page.get_by_label("Remember this").is_visible() is False


def test_what_is_written_on_a_sheet_is_not_kept(browser, address):
    """Words and ticks on a sheet are gone with the page, and were never stored."""
    with window(browser, address, "worksheets/check-in/") as page:
        page.locator("textarea").first.fill("I was afraid")
        page.get_by_role("radio").first.check()
        page.get_by_role("checkbox").first.check()
        kept = stored(page)
        page.reload()

        assert kept == {}
        assert page.locator("textarea").first.input_value() == ""
        assert page.locator("main :checked").count() == 0
