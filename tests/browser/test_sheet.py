"""A worksheet on the screen: filled in and printed, by whatever means."""

import pytest
from sheets import KEEP, SHEET, answers, fill_in, opened
from windows import window

pytestmark = pytest.mark.browser

sheet = pytest.fixture(opened)


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
