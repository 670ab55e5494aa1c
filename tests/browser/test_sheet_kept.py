"""The answers of a worksheet: kept only when asked, in one tab or several, and forgotten."""

import re

import pytest
from hosting import Quiet, serve
from sheets import FORGET, KEEP, SHEET, UNDO, answers, fill_in, opened
from windows import stored, window

pytestmark = pytest.mark.browser

CHOOSING = "worksheets/listening-turns/"

sheet = pytest.fixture(opened)


def test_what_is_written_is_not_kept_unless_asked(sheet):
    """Nothing of it is stored, and nothing of it enters the address."""
    given = fill_in(sheet)
    left, url = stored(sheet), sheet.url
    sheet.reload()

    assert len(given) == 4
    assert left == {}
    assert url.endswith(SHEET)
    assert answers(sheet) == {}


def test_kept_answers_outlive_the_page_until_forgotten(sheet):
    """Once asked, the sheet keeps what is written; forgetting empties the device at once; undo brings back, unkept."""
    given = fill_in(sheet)
    sheet.locator(KEEP).click()
    sheet.reload()
    after = answers(sheet)
    sheet.locator(FORGET).click()
    left, emptied = stored(sheet), answers(sheet)
    sheet.locator(UNDO).click()
    undone, still_left = answers(sheet), stored(sheet)

    assert after == given
    assert (left, emptied) == ({}, {})
    assert (undone, still_left) == (given, {})


def test_a_changed_sheet_says_what_is_new(sheet):
    """Lines that were added since the answers were kept are announced."""
    fill_in(sheet)
    sheet.locator(KEEP).click()
    sheet.evaluate(
        """() => { const key = Object.keys(localStorage)[0], kept = JSON.parse(localStorage[key]);
        kept.names = kept.names.slice(1); localStorage[key] = JSON.stringify(kept) }"""
    )
    sheet.reload()

    assert "1 line has been added" in sheet.locator(".keep [role=status]").first.inner_text()


def test_a_choice_stays_what_it_was(browser, address):
    """Whoever has chosen “Mostly.” finds that chosen, although a line was put above it meanwhile."""

    def put_above(route):
        html = route.fetch().text()
        first = re.search(r'<div [^>]*role="radiogroup">\s*(<label>.*?</label>)', html, re.DOTALL)
        new = re.sub(r'value="[^"]*"', 'value="new"', first[1])
        route.fulfill(body=html.replace(first[1], new + first[1], 1), content_type="text/html")

    with window(browser, address, CHOOSING) as page:
        page.get_by_role("radio", name="Mostly.").check()
        page.locator(KEEP).click()
        before = page.get_by_role("radio").count()
        page.route(address + CHOOSING, put_above)
        page.reload()

        assert page.get_by_role("radio").count() == before + 1
        assert page.get_by_role("radio", name="Mostly.").is_checked()


def test_forgotten_in_one_tab_is_forgotten_in_all(sheet):
    """Another tab with the sheet is emptied too, says why, and keeps nothing of what is then written in it."""
    fill_in(sheet)
    sheet.locator(KEEP).click()
    other = sheet.context.new_page()
    other.goto(SHEET)
    had = answers(other)
    sheet.locator(FORGET).click()
    other.get_by_text("Forgotten: it is gone from this browser.").wait_for()
    emptied = answers(other)
    other.get_by_label("Name", exact=True).fill("Sam")

    assert (len(had), emptied) == (4, {})
    assert stored(other) == {}
    assert other.locator(KEEP).is_visible()


def test_a_page_that_was_put_away_forgets_too(sheet):
    """A browser keeps pages for “Back”, asleep: what was forgotten meanwhile is gone from them when they are back."""
    fill_in(sheet)
    sheet.locator(KEEP).click()
    sheet.evaluate("localStorage.clear(), dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    emptied = answers(sheet)
    sheet.get_by_label("Name", exact=True).fill("Sam")

    assert emptied == {}
    assert stored(sheet) == {}


def test_tabs_keep_one_set_of_answers(sheet):
    """What is kept in one tab stands in the other one too, and is not lost to what is then written there."""
    other = sheet.context.new_page()
    other.goto(SHEET)
    given = fill_in(sheet)
    sheet.locator(KEEP).click()
    other.get_by_text("Kept on this device.").wait_for()
    other.get_by_label("Date", exact=True).fill("Sunday")
    sheet.wait_for_function("document.querySelector('form.sheet').answers.read().date")

    assert answers(sheet) == answers(other) == given | {"date": "Sunday"}


def test_another_tab_takes_no_words_away(sheet):
    """What is written and not kept stays, whatever is kept or forgotten elsewhere."""
    other = sheet.context.new_page()
    other.goto(SHEET)
    other.get_by_label("Name", exact=True).fill("Sam")
    fill_in(sheet)
    other.evaluate("window.told = 0, addEventListener('storage', () => window.told++)")
    sheet.locator(KEEP).click()
    sheet.locator(FORGET).click()
    other.wait_for_function("window.told === 2")

    assert answers(other) == {"name": "Sam"}


class Beside(Quiet):
    """Serves one folder below two paths, as a host of two guides does."""

    def translate_path(self, path: str) -> str:
        """The same file for both."""
        return super().translate_path(re.sub(r"^/[ab]/", "/", path))


def test_guides_on_one_host_keep_their_own(browser, site):
    """A guide shows nothing that was written in another one of the same host, and forgets nothing of it."""
    server, host = serve(site, handler=Beside)
    with window(browser, host, f"a/{SHEET}") as page:
        given = fill_in(page)
        page.locator(KEEP).click()
        page.goto(f"b/{SHEET}")
        shown = answers(page)
        page.get_by_label("Name", exact=True).fill("Sam")
        page.locator(KEEP).click()
        page.locator(FORGET).click()
        page.goto(f"a/{SHEET}")
        left = answers(page)
    server.shutdown()
    server.server_close()

    assert (shown, left) == ({}, given)
