"""Pages on paper, printed straight from the browser, whatever they look like on the screen."""

import io
import unicodedata
from collections import Counter
from pathlib import Path

import pypdf
import pytest
from hosting import serve
from windows import KINDS, safety_pages, window

pytestmark = pytest.mark.browser

HELP = "If you need help: the emergency number"
"""How the line begins that `docs/_data/workbook.yml` puts at the foot of a sheet for one."""
SIZES = "(all) => all.map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"
PAPERS = {"a4": {"width": 794, "height": 1123}, "letter": {"width": 816, "height": 1056}}

FURNITURE = "header, nav, footer form, footer a, button, [data-guide=exit], .keep, .filter, .tools, .way-out"
COLOURS = """() => [...document.querySelectorAll("main *, footer *")]
  .filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => getComputedStyle(one).color)"""
PAPER = """() => [...document.querySelectorAll("html, body, main, main *, footer")]
  .filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).backgroundColor)"""
BORDERS = """(all) => all.map((one) => { const {borderTopWidth, borderTopStyle, borderTopColor} = getComputedStyle(one);
  return parseFloat(borderTopWidth) >= 1 && `${borderTopStyle} ${borderTopColor}`; })"""


def printed(page, paper: str = "A4") -> list[str]:
    """The text of each side of a paper that the browser prints; its ligatures taken apart."""
    sides = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper))).pages
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


def test_no_heading_is_printed_alone(browser, address):
    """Where all that a heading stands above is for the screen, it is left out with it."""
    with window(browser, address, "worksheets/") as page:
        page.emulate_media(media="print")
        headings = page.locator("main h2").evaluate_all(
            "(all) => all.filter((one) => one.checkVisibility()).map((one) => [one.innerText,"
            " [...one.parentNode.children].filter((other) => other.checkVisibility()).length])"
        )

    assert "Checklists" in [words for words, _ in headings]
    assert [words for words, shown in headings if shown < 2] == []


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


def lines_of_pdf(path: Path, rooms: list[str]) -> int:
    """How many lines the rooms of a PDF have; cells of tables are fields as well."""
    pages = pypdf.PdfReader(path).pages
    fields = [one.get_object() for page in pages for one in page.get("/Annots", [])]
    heights = [float(one["/Rect"][3]) - float(one["/Rect"][1]) for one in fields if one.get("/T") in rooms]
    return sum(int(height / 72 * 25.4 / 8.6) for height in heights)


def test_there_is_nearly_as_much_room_as_in_the_pdf(browser, address, site, manifest, some):
    """Printed from its page, blank, a sheet has as many lines to write on as its PDF, but for one in six or so."""
    printed, wrong = Counter(), {}
    with window(browser, address) as page:
        page.emulate_media(media="print")
        for sheet in some(manifest["worksheets"], 4):
            page.goto(sheet["url"])
            for paper, size in PAPERS.items():
                page.set_viewport_size(size)
                lines = page.locator(".write i").filter(visible=True).count()
                rooms = page.locator(".write textarea").evaluate_all("(all) => all.map(({ id }) => id)")
                most = lines_of_pdf(site / f"pdf/{sheet['id']}-{paper}.pdf", rooms)
                printed.update({(paper, "page"): lines, (paper, "pdf"): most})
                if lines < 0.55 * most:
                    wrong[sheet["id"], paper] = (lines, most)

    assert wrong == {}
    for paper in PAPERS:
        assert printed[paper, "page"] >= 0.84 * printed[paper, "pdf"]


ROWS = """() => [...document.querySelectorAll(".fill tbody tr")].map((row) =>
  [...row.querySelectorAll("textarea")].map((one) => [one.id, one.closest("td").getBoundingClientRect().width]))"""


def test_columns_are_as_wide_as_in_the_pdf(browser, address, site, manifest):
    """A promise gets more room than the tick of a day, on the page as on its PDF."""
    wrong, seen = {}, 0
    with window(browser, address) as page:
        page.emulate_media(media="print")
        page.set_viewport_size(PAPERS["a4"])
        for sheet in manifest["worksheets"]:
            page.goto(sheet["url"])
            pages = pypdf.PdfReader(site / f"pdf/{sheet['id']}-a4.pdf").pages
            fields = [one.get_object() for side in pages for one in side.get("/Annots", [])]
            in_pdf = {one["/T"]: float(one["/Rect"][2]) - float(one["/Rect"][0]) for one in fields if "/T" in one}
            for row in filter(None, page.evaluate(ROWS)):
                shares = [width / sum(width for _, width in row) for _, width in row]
                asked = [in_pdf[name] / sum(in_pdf[name] for name, _ in row) for name, _ in row]
                seen += 1
                if any(abs(share - want) > 0.05 for share, want in zip(shares, asked, strict=True)):
                    wrong[sheet["id"]] = [
                        (round(one, 2), round(two, 2)) for one, two in zip(shares, asked, strict=True)
                    ]

    assert seen > 40
    assert wrong == {}


def test_it_leads_to_help_as_the_pdf_does(browser, address, site, manifest, some):
    """What a sheet's PDF says of help stands on the sheet that is printed from its page, and there alone."""
    said, wrong = {}, []
    with window(browser, address) as page:
        for sheet in some(manifest["worksheets"], 4):
            page.goto(sheet["url"])
            last = pypdf.PdfReader(site / f"pdf/{sheet['id']}-a4.pdf").pages[-1].extract_text()
            said[sheet["id"]] = HELP in last, HELP in printed(page)[-1]
            wrong += [sheet["id"]] * page.get_by_text(HELP).is_visible()

    assert {pdf for pdf, _ in said.values()} == {True, False}
    assert [one for one, (pdf, paper) in said.items() if pdf != paper] == []
    assert wrong == []


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


@pytest.mark.parametrize("path", ["start/read-first/", "support/"])
def test_no_number_is_without_its_country(browser, address, path):
    """On each side of the paper the country stands before any number; where it was seen is in smaller print."""
    with window(browser, address, path) as page:
        countries = page.locator(".lines h3").all_inner_texts()
        numbers = set(page.locator(".tel").all_inner_texts()) - {""}
        sides = [side for paper in ("A4", "Letter") for side in printed(page, paper)]
        page.emulate_media(media="print")
        sizes = page.evaluate(SIZES, [".lines li div", ".lines details li"])
    firsts = [
        (min(map(side.find, hits), default=0), side) for side in sides if (hits := [n for n in numbers if n in side])
    ]

    assert len(firsts) > 6
    assert [side[:80] for first, side in firsts if not any(name in side[:first] for name in countries)] == []
    assert sizes[1] < sizes[0]


def test_each_sheet_fits_two_pages(browser, address, manifest, some):
    """A worksheet takes one or two sides, and a checklist one, with its title and its address on it."""
    wrong = []
    sheets = {sheet["url"]: (2, sheet["title"]) for sheet in manifest["worksheets"]}
    lists = {one["print"]: (1, one["title"]) for one in manifest["checklists"] if one["print"].startswith("print/")}
    with window(browser, address) as page:
        for path, (most, title) in some([*sheets.items(), *lists.items()], 4):
            page.goto(path)
            for paper in ("A4", "Letter"):
                sides = printed(page, paper)
                if len(sides) > most or title not in sides[0] or f"/{path}" not in sides[-1]:
                    wrong.append((path, paper, len(sides)))

    assert wrong == []


def test_each_side_names_its_sheet(browser, address):
    """Two sheets that fall on the floor are told apart, where the browser fills the foot of a page."""
    with window(browser, address) as page:
        for path in ("worksheets/check-in/", "print/rebuild-trust/"):
            page.goto(path)
            page.wait_for_load_state("networkidle")
            title, sides = page.locator("h1").inner_text(), printed(page)

            assert [side for side in sides if title not in side] == [], path


@pytest.mark.parametrize("path", safety_pages())
def test_a_safety_page_prints_no_address(browser, address, path):
    """On paper nothing says where a safety page came from."""
    with window(browser, address, path) as page:
        title, text = page.locator("h1").inner_text(), " ".join(printed(page))

    assert title in text
    assert "mend.example" not in text
    assert "Mend" not in text
