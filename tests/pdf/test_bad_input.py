"""What an author can get wrong on a sheet is said with path and line, and costs no other sheet."""

import io
import sys

import pikepdf
import pytest
from guide.pdf.paper import make_pdfs
from guide.reading.settings import site_of
from guide.site.loader import load_guide
from projects import ROOT

FOLDER = ROOT / "overrides/print"
SITE = site_of("A guide", "https://guide.example/", "en")
FRONT = "---\nkind: worksheet\naudience: alone\nminutes: 5\n---\n"
DATA = {"_data/audiences.yml": "alone: On your own\n"}


def said(pages: dict[str, str], cache) -> tuple[list[str], set[str]]:
    """Everything that is wrong with these pages, and which sheets there are on paper."""
    guide, problems = load_guide({**DATA, **pages})
    pdfs, faults = make_pdfs(guide, SITE, FOLDER, cache)
    return [f"{problem.path}:{problem.line}: {problem.what}" for problem in [*problems, *faults]], set(pdfs)


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        (
            "# S\n\n| | 1 | 2 | 3 |\n|---|---|---|---|\n| Fun | ( ) | ( ) | ( ) |\n",
            8,
            "A scale has no words for its ends.",
        ),
        ("# S\n\n| | |\n|---|---|\n| | |\n", 6, "A table to fill in has no header."),
        ("# S\n\nLook.\n\n![a cat](cat.png)\n", 10, "A worksheet holds a picture, which a printed sheet cannot show."),
        ("# S\n\n    x = 1\n", 8, "A worksheet holds a piece of HTML or code, which a printed sheet cannot show."),
        ("# S\n\nLook.\n\nA word: 漢\n", 10, "The printed sheet cannot show “漢” (U+6F22)."),
        (f"# {'Long ' * 15}\n\nLook.\n", 1, "The title has 74 characters; a sheet has room for 70."),
        ("# S\n\n" + ("Write.\n\n" + "___\n" * 20 + "\n") * 3, 1, "The sheet takes 3 pages (a4)."),
        ("# S\n\nWrite.\n\n" + "___\n" * 80, 1, "The room for “Write.” has 80 lines; a page holds 24."),
        ("# S\n\n<!-- guide: pagebrake -->\n", 8, "Nothing called “pagebrake” can be put here."),
    ],
    ids=[
        "scale-ends",
        "table-header",
        "picture",
        "code",
        "character",
        "long-title",
        "too-long",
        "too-many-lines",
        "unknown-part",
    ],
)
def test_a_mistake_is_said_with_its_line(tmp_path, body, line, what):
    """One mistake, said in one sentence, where it stands."""
    found, _ = said({"sheets/one.md": FRONT + body}, tmp_path)

    assert f"docs/sheets/one.md:{line}: {what}" in found


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_a_sheet_in_any_language(language, tmp_path):
    """A screen reader is told it, with its land."""
    guide, _ = load_guide({**DATA, "s.md": FRONT + "# S\n\nName: ____\n"})
    pdfs, faults = make_pdfs(guide, site_of("A guide", "", language), FOLDER, tmp_path)

    assert faults == []
    with pikepdf.open(io.BytesIO(pdfs["s"]["a4"].data)) as pdf:
        assert str(pdf.Root.Lang) == language


def test_two_sheets_with_one_name(tmp_path):
    """Two worksheets whose files have one name would be one PDF."""
    found, _ = said({"a/one.md": FRONT + "# One\n\nText.\n", "b/one.md": FRONT + "# Two\n\nText.\n"}, tmp_path)

    assert any("The sheet id “one” is taken by docs/a/one.md:1." in problem for problem in found)


def test_one_sheet_that_fails_costs_no_other(tmp_path, monkeypatch):
    """Where one sheet cannot be made, the others are, and its page is named."""
    from guide.pdf import make

    real = make.to_form

    def spoilt(typeset, widgets, font):
        if "rate" in widgets:
            raise ValueError("field “rate” has no place of its own")
        return real(typeset, widgets, font)

    monkeypatch.setattr(make, "to_form", spoilt)
    pages = {"s/good.md": FRONT + "# Good\n\nName: ____\n", "s/bad.md": FRONT + "# Bad\n\nRate: ____\n"}
    found, sheets = said(pages, tmp_path)

    assert sheets == {"good"}
    assert [problem for problem in found if "docs/s/bad.md:1: The sheet bad-a4.pdf could not be made" in problem]


def test_no_older_pdf_stands_in(tmp_path, monkeypatch):
    """Where a sheet cannot be made any more there is none: the one made before would say what its page does not."""
    page = {"s/one.md": FRONT + "# One\n\nName: ____\n"}
    guide, _ = load_guide({**DATA, **page})
    before, _ = make_pdfs(guide, SITE, FOLDER, tmp_path)
    edited, _ = load_guide({**DATA, "s/one.md": FRONT + "# One\n\nName: ____ Date: ____\n"})
    monkeypatch.setattr("guide.pdf.make.to_form", lambda *_: (_ for _ in ()).throw(ValueError("broken")))
    after, faults = make_pdfs(edited, SITE, FOLDER, tmp_path)

    assert "one" in before
    assert "one" not in after
    assert {fault.path for fault in faults} == {"docs/s/one.md"}


ONE = {"s/one.md": FRONT + "# One\n\nText.\n"}


def test_a_workbook_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    """It is one Problem a paper, at the file of its words, and the sheets are there."""
    monkeypatch.setattr("guide.pdf.make.prefixed", lambda sheet: (_ for _ in ()).throw(ValueError("broken")))
    found, sheets = said({**ONE, "_data/workbook.yml": "title: All\n"}, tmp_path)

    assert sheets == {"one"}
    assert [problem.partition(" could")[0] for problem in found] == [
        f"docs/_data/workbook.yml:1: The workbook workbook-{paper}.pdf" for paper in ("a4", "letter")
    ]


def test_a_workbook_s_own_words_are_looked_at(tmp_path):
    """A character that its font lacks is told with its line; a drawing is not made of letters."""
    book = "title: All\npicture: cup\npicture_alt: 漢\nchapters:\n  - title: First\n    paragraphs: [Read, 漢]\n"
    drawing = '<svg viewBox="0 0 9 9"><title>漢</title><path d="M0 0h9"/></svg>'
    found, sheets = said({**ONE, "_data/workbook.yml": book, "_data/pictures/cup.svg": drawing}, tmp_path)

    assert set(found) == {"docs/_data/workbook.yml:6: The printed workbook cannot show “漢” (U+6F22)."}
    assert sheets == {"one"}


def test_a_sheet_that_spoils_the_workbook_is_told_once(tmp_path):
    """What is wrong with a sheet is said of its page, and not of the book that holds it."""
    found, _ = said({"s/one.md": FRONT + "# One\n\n漢\n", "_data/workbook.yml": "title: All\n"}, tmp_path)

    assert set(found) == {"docs/s/one.md:8: The printed sheet cannot show “漢” (U+6F22)."}


def test_a_workbook_is_told_where_it_stands(tmp_path):
    """The folder of pages need not be called docs."""
    texts = {**DATA, **ONE, "_data/workbook.yml": "title: 漢\n"}
    _, faults = make_pdfs(load_guide(texts, folder="text/pages")[0], SITE, FOLDER, tmp_path)

    assert {fault.path for fault in faults} == {"text/pages/_data/workbook.yml"}


def test_a_missing_engine_says_so_and_leaves_no_dead_link(tmp_path, monkeypatch):
    """Without Typst there are no PDFs, one sentence says how to get them, and nothing links to them."""
    for name in [name for name in sys.modules if name == "typst" or name.startswith("guide.pdf")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typst", None)
    guide, _ = load_guide({**DATA, "s/one.md": FRONT + "# One\n\nName: ____\n"})
    pdfs, faults = make_pdfs(guide, SITE, FOLDER, tmp_path)

    assert pdfs == {}
    assert [fault.mend for fault in faults] == ["Run  scripts/setup"]


def test_content_is_never_markup(tmp_path):
    """What would be an order to the typesetter or to a browser is only text."""
    body = '# #panic("x") <b>!</b>\n\n$x$ *y* `z` #image("a.png") @ref \\ // /* ] ) }\n\nName #1: ____\n'
    found, sheets = said({"s/odd.md": FRONT + body}, tmp_path)

    assert (found, sheets) == ([], {"odd"})
