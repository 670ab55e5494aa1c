"""What is kept on a device is as new as the network allows: page by page, and edition by edition."""

import shutil
import time
from pathlib import Path

import pytest
from devices import edit, held, keep, until, update
from selectolax.lexbor import LexborHTMLParser
from windows import stored, window

pytestmark = pytest.mark.browser


@pytest.mark.one_in(3)
@pytest.mark.parametrize("status", [403, 429, 503])
def test_pages_are_fresh_where_there_is_a_network(browser, line, mine, status):
    """A page comes from the host while it answers, from the device when it takes too long, or breaks down."""
    handler, address = line(mine)
    help_lines = mine / "support/index.html"
    old = heading(help_lines)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        keep(page)
        help_lines.write_text(help_lines.read_text("utf-8").replace("</h1>", ", new today</h1>"), "utf-8")
        page.goto("support/")
        fresh = page.locator("h1").inner_text()
        handler.slow = 30
        began = time.monotonic()
        page.goto("support/", wait_until="domcontentloaded")
        late, waited = page.locator("h1").inner_text(), time.monotonic() - began
        handler.slow = 0
        handler.do_GET = lambda self: self.send_error(status)
        page.goto("support/")
        broken = page.locator("h1").inner_text()

    assert fresh.endswith(", new today")
    assert (late, broken) == (old, old)
    assert waited < 10


def heading(page: Path) -> str:
    """The title that stands on a page of the site."""
    return LexborHTMLParser(page.read_text("utf-8")).css_first("h1").text().strip()


def test_a_new_edition_takes_the_place_of_the_old(browser, line, mine):
    """What has changed is fetched and no more; the old is gone, and the new opens offline."""
    handler, address = line(mine)
    with window(browser, address) as page:
        keep(page)
        first, count = stored(page)["caches"], held(page)
        edit(mine, "steps/trust/index.html", "</h1>", ", and more</h1>")
        handler.asked.clear()
        page.goto("steps/talk/")
        update(page)
        until(page, lambda: first[0] not in stored(page)["caches"])
        second, fetched = stored(page)["caches"], list(handler.asked)
        handler.gone = True
        page.goto("steps/trust/")

        assert page.locator("h1").inner_text().endswith(", and more")
        assert (len(second), held(page)) == (1, count)
    assert "/steps/trust/" in fetched
    assert [path for path in fetched if path.endswith(".pdf")] == []


def test_a_new_edition_that_cannot_be_fetched_leaves_the_old(browser, line, mine):
    """One file is missing: the last whole edition stays, and nothing of the new one."""
    handler, address = line(mine)
    with window(browser, address) as page:
        keep(page)
        first, count = stored(page), held(page)
        edit(mine, "steps/trust/index.html", "</h1>", ", and more</h1>")
        shutil.rmtree(mine / "steps/trust")
        handler.asked.clear()
        update(page)
        until(page, lambda: "/steps/trust/" in handler.asked)
        until(page, lambda: stored(page) == first)
        handler.gone = True
        page.goto("steps/trust/")

        assert (stored(page), held(page)) == (first, count)
