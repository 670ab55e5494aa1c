"""Every word that was typed is on the paper, in two engines, however long the answer; a blank sheet has none of it."""

import io
import re
import unicodedata

import pypdf
import pytest
from engines import firefox
from windows import window

pytestmark = pytest.mark.browser

FILL = """let number = 0;
for (const field of document.querySelectorAll("main textarea, main [type=text]")) {
  const long = field.matches(".write *") ? 600 : field.matches("td *") ? 60 : 12, mark = number++;
  field.value = Array.from({ length: long }, (_, place) => `w${mark}x${place}`).join(" ");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
return [...document.querySelectorAll("main textarea, main [type=text]")].map(({ value }) => value).join(" ");"""
BLANK = """window.print = () => {}; document.querySelector("[data-guide=print]").click();
document.querySelector("[data-guide=print-blank]").click();"""
FEW = 5
NAME_AND_DATE = "print/rebuild-trust/"


def words_in(pdf: bytes) -> list[str]:
    """The words on paper; those of one answer run over the end of a line, but are never parted."""
    text = "\n".join(side.extract_text() for side in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return re.findall(r"w\d+x\d+", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def sheets(built, some) -> list[str]:
    """With `--all` all worksheets, else one in so many; and one list made for paper, which has a name and a date."""
    found = [path for path, html in built.items() if html.body.attributes["data-kind"] == "worksheet"]
    return [*some(found, FEW), NAME_AND_DATE]


def test_every_typed_word_is_printed_by_chromium(browser, address, sheets):
    """Six hundred words in each large field, sixty in each cell, a dozen in each line: all are on the paper, once."""
    missing = {}
    with window(browser, address) as page:
        for path in sheets:
            page.goto(path)
            typed = page.evaluate(f"() => {{ {FILL} }}").split()
            page.locator("main textarea, main [type=text]").first.focus()
            printed = words_in(page.pdf(format="A4"))
            page.evaluate("document.querySelectorAll('.typed').length") and missing.update({path: "left on the page"})
            if sorted(printed) != sorted(typed):
                missing[path] = sorted(set(typed) - set(printed))[:5] or "twice"

    assert missing == {}


def test_every_typed_word_is_printed_by_firefox(address, sheets, tmp_path):
    """So it is in Firefox."""
    missing = {}
    with firefox(tmp_path / "profile") as page:
        for path in sheets:
            page.open(address + path)
            typed = page.run(FILL).split()
            printed = words_in(page.pdf())
            if sorted(printed) != sorted(typed):
                missing[path] = sorted(set(typed) - set(printed))[:5] or "twice"

    assert missing == {}


SHEET = "worksheets/check-in/"


def test_a_blank_sheet_has_no_word_and_loses_none(browser, address, tmp_path):
    """The paper is blank in both engines; the page never is, although print() did nothing."""
    with window(browser, address, SHEET) as page:
        typed = page.evaluate(f"() => {{ {FILL} }}")
        page.locator("main [type=radio]").nth(3).check()
        page.evaluate(f"() => {{ {BLANK} }}")
        left = page.evaluate(
            "[...document.querySelectorAll('main textarea, main [type=text]')].map((one) => one.value)"
        )
        blank = page.pdf(format="A4")
        page.keyboard.press("Tab")
        full = page.pdf(format="A4")
    with firefox(tmp_path / "profile") as other:
        other.open(address + SHEET)
        other.run(FILL)
        other.run(BLANK)
        blanks = [words_in(blank), words_in(other.pdf())]

    assert " ".join(left) == typed
    assert blanks == [[], []]
    assert len(pypdf.PdfReader(io.BytesIO(blank)).pages) == 2
    assert sorted(words_in(full)) == sorted(typed.split())


def test_no_ring_is_printed(browser, address):
    """The field with the cursor prints like any other, without ring or cursor."""
    with window(browser, address, SHEET) as page:
        page.keyboard.press("Tab")
        page.locator("textarea").first.focus()
        ring = "getComputedStyle(document.activeElement).outlineStyle"
        caret = "getComputedStyle(document.activeElement).caretColor"
        on_screen = page.evaluate(ring)
        page.emulate_media(media="print")

        assert (on_screen, page.evaluate(ring)) == ("solid", "none")
        assert page.evaluate(caret) == "rgba(0, 0, 0, 0)"


def test_the_paper_is_told_by_media_alone(browser, address):
    """Where a browser tells of printing by its media alone, the words are laid out as well, and taken up again."""
    with window(browser, address, SHEET) as page:
        page.locator("textarea").first.fill("A good word")
        page.emulate_media(media="print")
        page.locator(".typed", has_text="A good word").wait_for()
        page.emulate_media(media="screen")
        page.locator(".typed").first.wait_for(state="detached")

        assert page.locator("textarea").first.input_value() == "A good word"
