"""A worksheet on the screen: filled in, kept only when asked, printed, saved to a file and opened again."""

import json
import re

import pytest
from conftest import Quiet, serve
from windows import DESK, stored, window

pytestmark = pytest.mark.browser

SHEET = "worksheets/check-in/"
CHOOSING = "worksheets/listening-turns/"
KEEP, FORGET, UNDO = "[data-guide=remember]", "[data-guide=forget]", "[data-guide=undo]"


@pytest.fixture
def sheet(browser, address):
    """A worksheet, opened."""
    with window(browser, address, SHEET) as page:
        yield page


def fill_in(page) -> dict:
    """Write, rate and tick something; what was given, by field."""
    page.get_by_label("Name", exact=True).fill("Kim")
    page.locator("textarea").first.fill("You rang.\nTwice.")
    page.get_by_role("group", name="I felt heard.").get_by_role("radio").nth(3).check()
    page.locator("form.sheet [type=checkbox]").first.check()
    return answers(page)


def answers(page) -> dict:
    """What stands on the sheet."""
    return page.evaluate("document.querySelector('form.sheet').answers.read()")


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


def test_a_file_from_before_is_not_guessed_at(sheet, tmp_path):
    """In files of the first kind a choice was a place, which may be another's by now: nothing is filled in."""
    old = tmp_path / "old.json"
    old.write_text(json.dumps({"sheet": "sheet:check-in", "answers": {"name": "Kim", "i-felt-heard": 3}}))
    sheet.locator("[data-guide=import]").set_input_files(old)
    sheet.get_by_text("does not belong to this sheet as it is now").wait_for()

    assert answers(sheet) == {}


def test_answers_travel_in_a_file(browser, address, sheet, tmp_path):
    """What is saved as a file can be opened on another device; a file of another sheet changes nothing."""
    given = fill_in(sheet)
    with sheet.expect_download() as download:
        sheet.locator("[data-guide=export]").click()
    download.value.save_as(tmp_path / "sheet.json")
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"sheet": "sheet:another", "answers": {"name": "Sam"}}))
    with window(browser, address, SHEET, width=DESK) as elsewhere:
        elsewhere.locator("[data-guide=import]").set_input_files(other)
        elsewhere.get_by_text("does not belong to this sheet").wait_for()
        before = answers(elsewhere)
        elsewhere.locator("[data-guide=import]").set_input_files(tmp_path / "sheet.json")
        elsewhere.get_by_text("Your answers are on the page").wait_for()
        after = answers(elsewhere)

    assert (before, after) == ({}, given)
    assert download.value.suggested_filename == "check-in.json"


def test_a_word_that_every_object_knows_is_a_label_like_any_other(sheet):
    """A line named “Constructor” is empty while nothing is written in it."""
    written = sheet.evaluate(
        """() => { const line = document.getElementById('name'); line.id = 'constructor';
        document.querySelector('form.sheet').answers.write({}); return line.value }"""
    )

    assert written == ""


def test_one_button_prints_and_asks_which(sheet):
    """An empty sheet is printed at once; where something is written, the button asks whether that is wanted."""
    sheet.evaluate("() => { window.count = 0; window.print = () => window.count++; }")
    top, foot = sheet.locator("[data-guide=print]").all()
    top.click()
    empty = sheet.evaluate("window.count")
    given = fill_in(sheet)
    foot.click()
    asked = sheet.evaluate("window.count"), sheet.evaluate("document.activeElement.textContent")
    sheet.get_by_role("button", name="Blank").click()
    top.click()
    sheet.get_by_role("button", name="With my answers").click()

    assert (empty, asked, sheet.evaluate("window.count")) == (1, (1, "With my answers"), 3)
    assert answers(sheet) == given


def test_printing_blank_changes_nothing_that_is_kept(sheet):
    """Where print() does nothing, the next letter is kept together with all that was kept before."""
    given = fill_in(sheet)
    sheet.locator(KEEP).click()
    sheet.evaluate("() => { window.print = () => {}; }")
    sheet.locator("[data-guide=print]").first.click()
    sheet.locator("[data-guide=print-blank]").click()
    sheet.get_by_label("Date", exact=True).fill("Sunday")
    sheet.reload()

    assert answers(sheet) == given | {"date": "Sunday"}


def test_a_file_of_no_answers_can_be_undone(sheet, tmp_path):
    """It empties the sheet, says so, and Undo brings back what was there."""
    given = fill_in(sheet)
    file = tmp_path / "empty.json"
    file.write_text(json.dumps({"sheet": "sheet:check-in:v2", "answers": {}}))
    sheet.locator("[data-guide=import]").set_input_files(file)
    sheet.get_by_text("That file holds no answers").wait_for()
    emptied = answers(sheet)
    sheet.locator(UNDO).click()

    assert (emptied, answers(sheet)) == ({}, given)


def test_what_a_file_holds_for_lines_that_are_gone_is_told(sheet, tmp_path):
    """How many answers found their place, and how many did not; those stand on the sheet as well."""
    file = tmp_path / "old.json"
    file.write_text(json.dumps({"sheet": "sheet:check-in:v2", "answers": {"name": "Kim", "gone": "Old words", "x": 7}}))
    sheet.locator("[data-guide=import]").set_input_files(file)
    sheet.get_by_text(
        "Your answers are on the page: 1. Those to lines that this sheet no longer has stand above: 1."
    ).wait_for()

    assert answers(sheet) == {"name": "Kim", "gone": "Old words"}
    assert "Old words" in sheet.locator(".earlier").inner_text()


def test_a_file_too_large_to_keep_is_told(sheet, tmp_path):
    """Six megabytes are on the page and not kept, which is said; what was kept before can still be forgotten."""
    fill_in(sheet)
    sheet.locator(KEEP).click()
    file = tmp_path / "large.json"
    file.write_text(json.dumps({"sheet": "sheet:check-in:v2", "answers": {"what-was-hard": "a" * 6_000_000}}))
    sheet.locator("[data-guide=import]").set_input_files(file)
    said = sheet.get_by_text("This browser has no room for it: it is not kept. What was kept before still is.")
    said.wait_for(timeout=30_000)
    sheet.locator(FORGET).click()

    assert stored(sheet) == {}


def test_answers_are_saved_as_text_for_people(sheet):
    """Each answer under its question, headings and ticks among them, in a file named after the sheet."""
    fill_in(sheet)
    with sheet.expect_download() as download:
        sheet.locator("[data-guide=export-text]").click()
    text = download.value.path().read_text("utf-8")

    assert download.value.suggested_filename == "check-in.txt"
    assert text.startswith("Weekly check-in\n\nName: Kim\n")
    assert "[x] We have twenty minutes, and no screens." in text
    assert "Something my partner did that helped me:\nYou rang.\nTwice." in text
    assert "I felt heard.: 4" in text


def test_no_connection_costs_no_answer(browser, address):
    """What saves files is fetched when it is wanted; without a network that is said, and can be tried again."""
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(SHEET)
        given = fill_in(page)
        page.route("**/files.js", lambda route: route.abort())
        page.locator("[data-guide=export]").click()
        page.get_by_text("The connection is gone").wait_for()
        page.unroute("**/files.js")
        with page.expect_download():
            page.locator("[data-guide=export]").click()

        assert answers(page) == given


def test_enter_sends_nothing(sheet):
    """Enter in a line leaves the page where it is."""
    sheet.get_by_label("Name", exact=True).fill("Kim")
    sheet.keyboard.press("Enter")

    assert sheet.url.endswith(SHEET)
    assert answers(sheet) == {"name": "Kim"}


def test_every_field_has_a_name(sheet):
    """A screen reader hears what each field is for."""
    fields = sheet.locator("form.sheet :is(input, textarea)")
    unnamed = [
        fields.nth(number).evaluate("field => field.outerHTML")
        for number in range(fields.count())
        if fields.nth(number).aria_snapshot().split(" ")[1].startswith(("textbox:", "radio:", "checkbox:"))
        or '"' not in fields.nth(number).aria_snapshot()
    ]

    assert unnamed == []


def test_a_sheet_needs_no_script(browser, address):
    """With scripts off it can be filled in, read and downloaded, and offers no button that would do nothing."""
    with window(browser, address, SHEET, java_script_enabled=False) as page:
        page.get_by_label("Name", exact=True).fill("Kim")
        buttons = [button for button in page.locator("main button").all() if button.is_visible()]
        files = [link.get_attribute("href") for link in page.locator("main a[download]").all()]

    assert buttons == []
    assert files == ["../../pdf/check-in-a4.pdf", "../../pdf/check-in-letter.pdf"]
