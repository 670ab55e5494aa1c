"""Pages on paper, printed straight from the browser, whatever they look like on the screen."""

import io
import unicodedata

import pypdf
import pytest
from conftest import serve
from windows import KINDS, safety_pages, window

pytestmark = pytest.mark.browser

FURNITURE = "header, nav, footer form, footer a, button, [data-guide=exit], .keep, .filter, .tools, .way-out"
COLOURS = """() => [...document.querySelectorAll("main *, footer *")]
  .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => getComputedStyle(one).color)"""
PAPER = """() => [...document.querySelectorAll("html, body, main, main *, footer")]
  .filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).backgroundColor)"""
BORDERS = """(all) => all.map((one) => { const {borderTopWidth, borderTopStyle, borderTopColor} = getComputedStyle(one);
  return parseFloat(borderTopWidth) >= 1 && `${borderTopStyle} ${borderTopColor}`; })"""


def printed(page) -> list[str]:
    """The text of each side of A4 that the browser prints; its ligatures taken apart."""
    sides = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return [" ".join(unicodedata.normalize("NFKC", side.extract_text()).split()) for side in sides]


def test_no_furniture_is_printed(browser, address):
    """Bars, menus, buttons and switches stay on the screen."""
    seen = {}
    with window(browser, address) as page:
        for kind, path in KINDS.items():
            page.goto(path)
            page.emulate_media(media="screen")
            on_screen = page.locator(FURNITURE).filter(visible=True).count()
            page.emulate_media(media="print")
            seen[kind] = (on_screen > 0, page.locator(FURNITURE).filter(visible=True).count())

    assert seen == dict.fromkeys(KINDS, (True, 0))


def test_paper_is_black_on_white(browser, address):
    """A reader with a dark screen, or who chose dark here, still gets black letters on white paper."""
    letters, paper = set(), set()
    with window(browser, address, color_scheme="dark") as page:
        for path in KINDS.values():
            page.goto(path)
            page.emulate_media(media="screen")
            page.get_by_label("Dark").check()
            page.emulate_media(media="print")
            letters |= set(page.evaluate(COLOURS))
            paper |= set(page.evaluate(PAPER))

    assert letters <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    assert paper <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("path", ["steps/trust/", "worksheets/check-in/", "print/rebuild-trust/"])
def test_boxes_are_printed(browser, address, path):
    """Boxes are drawn by black borders, which print without "background graphics"."""
    with window(browser, address, path, color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        borders = page.locator("main :is([type=checkbox], [type=radio])").evaluate_all(BORDERS)

    assert set(borders) == {"solid rgb(0, 0, 0)"}


def test_room_to_write_is_printed(browser, address):
    """On a sheet each line to write on is a ruled line; on the screen there is a field instead."""
    with window(browser, address, "worksheets/check-in/") as page:
        lines = page.locator(".write i")
        on_screen = lines.first.bounding_box()
        page.emulate_media(media="print")
        heights = {round(lines.nth(n).bounding_box()["height"] / 96 * 25.4, 1) for n in range(3)}

    assert on_screen is None or on_screen["height"] == 0
    assert heights == {8.5}


def test_folded_answers_are_printed_open(browser, small_site):
    """What is folded on the screen is read on paper."""
    folder, said = small_site({"index.md": '# Home\n\n??? note "Why?"\n    Because of the rain.\n'}, strict=False)
    assert said.returncode == 0, said.stdout
    server, address = serve(folder)
    with window(browser, address) as page:
        folded = page.get_by_text("Because of the rain.").is_visible()
        [text] = printed(page)
    server.shutdown()
    server.server_close()

    assert folded is False
    assert "Because of the rain." in text


def test_each_sheet_fits_two_pages(browser, address, manifest):
    """A worksheet takes one or two sides of A4, and a checklist one, with its title and its address on it."""
    wrong = []
    sheets = {sheet["url"]: (2, sheet["title"]) for sheet in manifest["worksheets"]}
    lists = {one["print"]: (1, one["title"]) for one in manifest["checklists"] if one["print"].startswith("print/")}
    with window(browser, address) as page:
        for path, (most, title) in {**sheets, **lists}.items():
            page.goto(path)
            sides = printed(page)
            if len(sides) > most or title not in sides[0] or f"/{path}" not in sides[-1]:
                wrong.append((path, len(sides)))

    assert wrong == []


@pytest.mark.parametrize("path", safety_pages())
def test_a_safety_page_prints_no_address(browser, address, path):
    """On paper nothing says where a safety page came from."""
    with window(browser, address, path) as page:
        title, text = page.locator("h1").inner_text(), " ".join(printed(page))

    assert title in text
    assert "mend.example" not in text
    assert "Mend" not in text
