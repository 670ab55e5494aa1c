"""What a browser holds of a sheet: what was typed is not on the disk, nor back on the page, unless it was kept."""

import time

import pytest
from engines import firefox
from machine import FLAGS, chromium_path
from profiles import files_with
from waiting import until
from windows import stored, window

pytestmark = pytest.mark.browser

SHEET = "worksheets/check-in/"
WORD = "Zyxomantaquill"
FORGET, UNDO, KEEP = "[data-guide=forget]", "[data-guide=undo]", "[data-guide=remember]"
SAID = ".keep [role=status]"
AWAKE = (
    "for (const moment of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(moment, { persisted: true }))"
)
"""The page is put away, and comes back."""
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"


@pytest.fixture
def sheet(browser, address):
    """A worksheet, opened."""
    with window(browser, address, SHEET) as page:
        yield page


def answers(page) -> dict:
    """What stands on the sheet."""
    return page.evaluate("document.querySelector('form.sheet').answers.read()")


@pytest.mark.thorough
def test_firefox_writes_down_nothing_that_was_typed(address, tmp_path):
    """Its store of open tabs, which brings pages back after a crash, holds the page and no word of the sheet."""
    profile = tmp_path / "profile"
    with firefox(profile) as page:
        page.open(address + SHEET)
        page.type("textarea", f"I wrote {WORD}")
        page.type("#name", WORD)
        until(lambda: any("sessionstore" in name for name in files_with(profile, SHEET)))
        time.sleep(2)  # and time for what it may write of the words
        open_ = files_with(profile, WORD)

    assert (open_, files_with(profile, WORD)) == ([], [])


def test_chromium_writes_down_nothing_that_was_typed(browser, address, tmp_path):
    """Neither while the sheet is open, nor after Leave, nor once it is closed; its store of pages asleep is on."""
    options = {"executable_path": chromium_path(), "args": FLAGS, "base_url": address}
    asleep = ["--disable-back-forward-cache"]
    start = browser.browser_type.launch_persistent_context
    with start(tmp_path, ignore_default_args=asleep, **options) as context:
        page = context.pages[0]
        page.goto(SHEET)
        page.locator("textarea").first.press_sequentially(f"I wrote {WORD}")
        page.wait_for_timeout(2000)
        found = [files_with(tmp_path, WORD)]
        page.locator(".bar [data-guide=exit]").click(no_wait_after=True)
        page.wait_for_timeout(2000)
        found.append(files_with(tmp_path, WORD))
    noted = files_with(tmp_path, SHEET)

    assert noted != []
    assert [*found, files_with(tmp_path, WORD)] == [[], [], []]


def test_undo_ends_when_the_page_is_left(sheet):
    """Whoever comes back to a page that the browser had put away cannot bring back what was forgotten."""
    sheet.locator("textarea").first.fill(WORD)
    sheet.locator(KEEP).click()
    sheet.locator(FORGET).click()
    before = sheet.locator(UNDO).is_visible()
    sheet.evaluate(AWAKE)

    assert (before, sheet.locator(UNDO).is_visible()) == (True, False)


def test_undo_goes_when_something_is_typed(sheet):
    """What was forgotten would replace the new words."""
    sheet.locator("textarea").first.fill(WORD)
    sheet.locator(KEEP).click()
    sheet.locator(FORGET).click()
    sheet.locator("textarea").first.fill("New")

    assert sheet.locator(UNDO).is_visible() is False


def test_leave_empties_a_sheet(sheet):
    """What was not kept is gone from the page that Back may bring; what was kept is there again."""
    # Leaving blanks the page, and so does coming back to it: it is looked at all the same.
    left = f"const all = document.documentElement.classList; all.add('left'); {AWAKE}; all.remove('left')"
    sheet.locator("textarea").first.fill(WORD)
    sheet.evaluate(left)
    unkept = answers(sheet)
    sheet.locator("textarea").first.fill(WORD)
    sheet.locator(KEEP).click()
    sheet.evaluate(left)

    assert unkept == {}
    assert list(answers(sheet).values()) == [WORD]


def test_a_full_browser_is_told_and_forget_stays(sheet):
    """A save that fails says so; what was kept before is still there, and so is the way to forget it."""
    sheet.locator("textarea").first.fill("Old")
    sheet.locator(KEEP).click()
    sheet.evaluate(FULL)
    sheet.locator("textarea").first.fill("New")
    said, forget = sheet.locator(SAID).inner_text(), sheet.locator(FORGET).is_visible()
    sheet.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    still = answers(sheet)
    sheet.locator(FORGET).click()

    assert "it is not kept" in said
    assert forget is True
    assert list(still.values()) == ["New"]
    assert stored(sheet) == {}


def test_a_browser_that_keeps_nothing_is_told(sheet):
    """So is a first save that fails; there is nothing to forget."""
    sheet.evaluate(FULL)
    sheet.locator("textarea").first.fill("New")
    sheet.locator(KEEP).click()

    assert "it is not kept" in sheet.locator(SAID).inner_text()
    assert [sheet.locator(name).is_visible() for name in (KEEP, FORGET)] == [True, False]


@pytest.mark.parametrize("kept", ["{", "null", "7", '{"values": 7}', '{"values": {"name": 7}, "names": 7}'])
def test_a_kept_value_that_is_no_answer_stops_nothing(browser, address, kept):
    """Whatever another program has left under our name, the sheet works, and Forget takes it away."""
    with window(browser, address, SHEET) as page:
        page.evaluate("kept => localStorage.setItem('guide:/:sheet:check-in:v2', kept)", kept)
        page.reload()
        page.locator("textarea").first.fill("New")
        page.locator(FORGET).click()

        assert stored(page) == {}


def test_answers_without_a_line_stay(sheet, tmp_path):
    """A line that an author took away leaves its answer: shown, kept and saved as one of an earlier version."""
    sheet.locator("textarea").first.fill("Here")
    sheet.locator(KEEP).click()
    sheet.evaluate(
        """() => { const key = Object.keys(localStorage)[0], kept = JSON.parse(localStorage[key]);
        kept.values["what-is-gone"] = "A good answer"; localStorage[key] = JSON.stringify(kept) }"""
    )
    sheet.reload()
    shown = sheet.locator(".earlier").inner_text()
    sheet.locator("textarea").first.fill("Here too")
    with sheet.expect_download() as download:
        sheet.locator("[data-guide=export]").click()
    sheet.reload()

    assert "From an earlier version of this sheet: what is gone" in shown
    assert "A good answer" in shown
    assert "A good answer" in download.value.path().read_text("utf-8")
    assert answers(sheet)["what-is-gone"] == "A good answer"


def test_words_that_a_reload_would_lose_are_asked_about(sheet):
    """A reload asks first where words are not kept; not where they are, and never whoever leaves."""
    asked = []
    sheet.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    sheet.reload()
    sheet.locator("textarea").first.press_sequentially("New")
    sheet.reload()
    sheet.locator("textarea").first.press_sequentially("New")
    sheet.locator(KEEP).click()
    sheet.reload()
    unkept = list(asked)
    sheet.locator(FORGET).click()
    sheet.locator("textarea").first.press_sequentially("New")
    sheet.locator(".bar [data-guide=exit]").click()
    sheet.wait_for_url(lambda url: SHEET not in url)

    assert (unkept, asked) == (["beforeunload"], ["beforeunload"])


def test_keeping_is_offered_at_the_first_word(sheet):
    """Once, under what is written, and no more after."""
    sheet.locator("textarea").first.press_sequentially("Ne")
    sheet.locator(".offer").get_by_role("button", name="Keep my answers on this device").click()
    words = sheet.locator(".offer").inner_text()
    sheet.locator("textarea").nth(1).press_sequentially("New")

    assert words == "Kept on this device. “Forget” is at the foot of the page."
    assert sheet.locator(".offer").count() == 1
    assert list(stored(sheet)) == ["local"]
