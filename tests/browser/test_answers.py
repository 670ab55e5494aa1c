"""An answer: linked to, shared, and seen whole."""

import pytest
from windows import window

pytestmark = pytest.mark.browser

PAGE = "faq/trust/"
COPY = "[data-guide=copy-link]"


def test_its_address_is_copied(browser, address):
    """The link puts the answer's address on the clipboard, says so, and leaves the page's own address alone."""
    with window(browser, address, PAGE, permissions=["clipboard-read", "clipboard-write"]) as page:
        link = page.locator(COPY).nth(1)
        link.click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")

        assert copied == link.evaluate("link => link.href")
        assert copied.startswith(address + PAGE + "#")
        assert page.url == address + PAGE


def test_without_a_script_it_is_a_link(browser, address):
    """With scripts off the link leads to its answer."""
    with window(browser, address, PAGE, java_script_enabled=False) as page:
        page.locator(COPY).nth(1).click()

        assert page.locator(":target").count() == 1


def test_the_old_address_of_an_answer_that_moved_leads_on(browser, address):
    """A link stands where the answer was, under its old id: it is followed at once, and seen where no script runs."""
    old, new = address + "faq/closeness/#sulks-for-sex", address + "faq/read-first/#giving-in"
    with window(browser, address, "faq/closeness/#sulks-for-sex") as page:
        page.wait_for_url(new)
        assert page.locator(":target").inner_text().startswith("They pressure me or sulk")
    with window(browser, address, "faq/closeness/#sulks-for-sex", java_script_enabled=False) as page:
        link = page.locator("a:target")

        assert page.url == old
        assert link.is_visible()
        assert link.evaluate("link => link.href") == new


def test_a_link_to_an_answer_shows_it(browser, address, manifest):
    """Whoever follows a link to an answer sees it, open; who prints the page, all of them."""
    asked = [one for one in manifest["questions"] if one["url"].startswith(PAGE)]
    with window(browser, address, asked[-1]["url"]) as page:
        top = page.locator(f"[id='{asked[-1]['id']}']").evaluate("heading => heading.getBoundingClientRect().top")
        answers = [page.locator(f"[data-part='{one['id']}'] > p").first for one in asked]
        seen = answers[-1].is_visible()
        page.emulate_media(media="print")
        printed = [answer.is_visible() for answer in answers]

        assert 0 <= top < 800
        assert seen
        assert printed == [True] * len(asked)
        assert printed
