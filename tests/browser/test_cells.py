"""A cell of a table to fill in shows every word that is typed in it, and its column stays as wide as it was."""

import io
import unicodedata

import pypdf
import pytest
from engines import firefox, webkit
from sheets import KEEP, SHEET, answers, opened
from waiting import until
from windows import DESK, PHONE, window

pytestmark = pytest.mark.browser

sheet = pytest.fixture(opened)

SMALL = 360
WORDS = [f"word{number}" for number in range(40)]
CELL = ".fill td :is(input, textarea)"
HIDDEN = """[...document.querySelectorAll("main .fill :is(input, textarea)")].filter((one) =>
  one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight).map(({ id }) => id)"""
COLUMNS = """[...document.querySelectorAll("main .fill tr")].map((row) =>
  [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().width)))"""
HEIGHTS = """[...new Set([...document.querySelectorAll("main .fill tbody tr")].map((row) =>
  Math.round(row.getBoundingClientRect().height)))]"""
FRAMED = f"""return new Promise((resolve) => {{
  document.body.innerHTML = '<iframe src="/{SHEET}" width="WIDTH" height="800">';
  const frame = document.querySelector("iframe");
  frame.onload = () => {{
    const document = frame.contentDocument;
    const field = document.querySelector("main .fill td :is(input, textarea)");
    const before = {COLUMNS};
    field.value = "{" ".join(WORDS)}";
    field.dispatchEvent(new Event("input", {{ bubbles: true }}));
    resolve([{HIDDEN}, before, {COLUMNS}]);
  }};
}})"""
"""How an engine shows the sheet in a frame, for its own window may not be so narrow, and what it then sees."""


def typed(page) -> None:
    """Write a long sentence in the first cell, key by key."""
    page.locator(CELL).first.press_sequentially(" ".join(WORDS))


def printed(page) -> str:
    """The words that Chromium puts on paper."""
    sides = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return unicodedata.normalize("NFKC", "\n".join(side.extract_text() for side in sides))


@pytest.mark.parametrize("scripts", [True, False], ids=["", "without scripts"])
@pytest.mark.parametrize("width", [SMALL, PHONE, DESK])
def test_no_word_is_hidden(browser, address, width, scripts):
    """A cell grows line by line, and no column gets wider; so it is without scripts."""
    with window(browser, address, SHEET, width=width, java_script_enabled=scripts) as page:
        before, empty = page.evaluate(COLUMNS), page.evaluate(HIDDEN)
        typed(page)

        assert (empty, page.evaluate(HIDDEN)) == ([], [])
        assert page.evaluate(COLUMNS) == before


@pytest.mark.thorough
@pytest.mark.parametrize("engine", [firefox, webkit], ids=["firefox", "webkit"])
@pytest.mark.parametrize("width", [SMALL, PHONE, DESK])
def test_no_word_is_hidden_in_other_engines(address, tmp_path, width, engine):
    """So it is in Firefox and in WebKit."""
    with engine(tmp_path) as page:
        page.open(address + "robots.txt")
        hidden, before, after = page.run(FRAMED.replace("WIDTH", str(width)))

    assert hidden == []
    assert after == before


def test_it_fits_whatever_the_window_becomes(sheet):
    """A phone that is turned, or a window made narrow and wide again, hides no word, and leaves no empty room."""
    typed(sheet)
    heights = []
    for width in (DESK, 700, PHONE, DESK):
        sheet.set_viewport_size({"width": width, "height": 800})
        until(lambda: not sheet.evaluate(HIDDEN))
        heights.append(sheet.locator(CELL).first.bounding_box()["height"])

    assert heights[0] == heights[-1] > heights[2]


def test_a_new_line_stays_one(sheet):
    """Enter begins a new line: it is kept, shown with all that follows, and stands in the text and on paper."""
    name = sheet.locator(CELL).first.get_attribute("id")
    sheet.locator(CELL).first.press_sequentially("Ring Kim\nThen Sam\nThen rest")
    sheet.locator(CELL).nth(1).fill("Friday")
    sheet.locator(KEEP).click()
    sheet.reload()
    sheet.get_by_text("Kept on this device.").first.wait_for()
    hidden, kept = sheet.evaluate(HIDDEN), answers(sheet)
    with sheet.expect_download() as download:
        sheet.locator("[data-guide=export-text]").click()
    text = download.value.path().read_text("utf-8")
    lines = [line.strip() for line in printed(sheet).splitlines()]

    assert (hidden, kept[name]) == ([], "Ring Kim\nThen Sam\nThen rest")
    assert ":\nRing Kim\nThen Sam\nThen rest\n" in text
    assert ": Friday\n" in text
    assert "Then rest" in lines


def test_what_is_printed_blank_is_as_it_was(sheet):
    """However much stands in its cells on the screen, each row of a blank sheet is as high as it was empty."""
    sheet.emulate_media(media="print")
    before = sheet.evaluate(HEIGHTS)
    sheet.emulate_media(media="screen")
    typed(sheet)
    sheet.evaluate(
        """() => { window.print = () => {}; document.querySelector("[data-guide=print]").click();
        document.querySelector("[data-guide=print-blank]").click(); }"""
    )
    sheet.emulate_media(media="print")
    sheet.locator(".typed").first.wait_for(state="attached")

    assert [round(height / 96 * 25.4) for height in before] == [10]
    assert sheet.evaluate(HEIGHTS) == before


def test_without_scripts_every_word_is_printed(browser, address):
    """Where no script lays the words out on paper, the cell itself is as high as they need."""
    with window(browser, address, SHEET, java_script_enabled=False) as page:
        page.emulate_media(media="print")
        before = page.evaluate(COLUMNS)
        page.emulate_media(media="screen")
        blank = page.evaluate(HIDDEN)
        typed(page)
        page.keyboard.press("Tab")
        text = printed(page)

        assert [word for word in WORDS if word not in text] == []
        assert (before, blank) == (before, [])
