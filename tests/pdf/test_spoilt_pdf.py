"""A PDF from which one property was taken is told from a right one."""

import pytest
from guide.pdf.make import Press
from guide.pdf.typing_font import FONT
from our_papers import FOLDER, JOBS, expected
from paper import CHECKS, _elements, open_pdf
from pikepdf import Array, Dictionary, Name, Pdf, String

SHEET = "check-in-a4.pdf"


@pytest.fixture(scope="module")
def sheet(tmp_path_factory) -> bytes:
    """A sheet as it is made."""
    [made] = Press(FOLDER, tmp_path_factory.mktemp("kept")).make([JOBS[SHEET]])
    return made.data


def without(pdf: Pdf, *keys: str) -> None:
    """Take keys out of the catalogue."""
    for key in keys:
        del pdf.Root[key]


def first_widget(pdf: Pdf) -> Dictionary:
    """Some field of a sheet."""
    return next(one for one in pdf.pages[0].obj.Annots if one.get("/Subtype") == Name.Widget)


def tagged(pdf: Pdf, name: Name) -> Dictionary:
    """Some element with a tag."""
    return next(element for element in _elements(pdf) if element.get("/S") == name)


def wrong_title(pdf: Pdf) -> None:
    """Give the file another title."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "Untitled"


def no_claim(pdf: Pdf) -> None:
    """Take the claim to PDF/UA out."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfuaid:part"]


SPOILT = {
    "page_box": lambda pdf: pdf.pages[0].obj.update({"/MediaBox": Array([0, 0, 100, 100])}),
    "language": lambda pdf: without(pdf, "/Lang"),
    "title": wrong_title,
    "says_ua": no_claim,
    "dates": lambda pdf: pdf.docinfo.update({"/ModDate": String("D:19990101")}),
    "fonts": lambda pdf: pdf.Root.AcroForm.DR.Font[FONT].DescendantFonts[0].update({"/FontDescriptor": Dictionary()}),
    "headings": lambda pdf: tagged(pdf, Name.H1).update({"/S": Name.H3}),
    "table_headers": lambda pdf: tagged(pdf, Name.TH).update({"/A": Dictionary()}),
    "form_tags": lambda pdf: tagged(pdf, Name.Form).update({"/K": Array()}),
    "tab_order": lambda pdf: pdf.pages[0].obj.update({"/Tabs": Name.R}),
    "names": lambda pdf: first_widget(pdf).update({"/TU": String("")}),
    "looks": lambda pdf: first_widget(pdf).update({"/F": 0}),
    "no_script": lambda pdf: pdf.Root.update({"/OpenAction": Dictionary(S=Name.JavaScript)}),
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_spoilt_pdf_is_seen(sheet, check):
    """Each check fails on a file from which just its property was taken."""
    pdf = open_pdf(sheet)
    before = check(pdf, expected(SHEET))
    SPOILT[check.__name__](pdf)

    assert before == []
    assert check(pdf, expected(SHEET)) != []
