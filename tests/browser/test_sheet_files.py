"""The answers of a worksheet, saved to a file and opened again."""

import json

import pytest
from sheets import FORGET, KEEP, SHEET, UNDO, answers, fill_in, opened
from windows import DESK, stored, window

pytestmark = pytest.mark.browser

sheet = pytest.fixture(opened)


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


def test_text_reads_as_it_was_asked(sheet):
    """A line of the text ends where its answer does: no stop stands within it, and no colon after a question mark."""
    fill_in(sheet)
    sheet.get_by_label("What is coming that may be hard").fill("Sunday")
    with sheet.expect_download() as download:
        sheet.locator("[data-guide=export-text]").click()
    text = download.value.path().read_text("utf-8")

    assert "\nI felt heard: 4\n" in text
    assert "\nWhat is coming that may be hard for one of us?\nSunday\n" in text
    assert "\nSomething my partner did that helped me:\nYou rang.\nTwice.\n" in text


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
    assert "I felt heard: 4" in text


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
