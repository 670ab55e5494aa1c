"""Pages in a browser, under the policy that nginx and Caddy send."""

import pytest
from browser.windows import KINDS, WATCH, window


@pytest.mark.browser
def test_pages_live_under_what_is_sent(server, browser):
    """Pages of every kind are opened, and the search is used, without a word from the browser's console."""
    with window(browser, f"http://127.0.0.1:{server.port}/") as page:
        page.context.add_init_script(WATCH)
        for path in KINDS.values():
            if path != "404.html":
                assert "sha256-" in page.goto(path).header_value("content-security-policy")
        page.goto("steps/own/")
        page.locator("[data-guide=search-open]").first.click()
        page.locator("[data-guide=search-input]").fill("trust")
        page.locator("[data-guide=search-result]").first.wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["steps/drawn.SVG", "steps/drawn.xml"])
def test_a_drawing_that_is_opened_by_itself_runs_nothing(server, browser, path):
    """A browser shows it, and does not do what stands in it; it says so in its console."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/{path}")

        assert page.evaluate("document.documentElement.localName") == "svg"
        assert page.evaluate("document.documentElement.id") == ""
