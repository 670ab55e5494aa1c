"""What is typed into a sheet is shown: in every alphabet of its font, in cells and rooms, and however long it is."""

import io
import re
import shutil
import subprocess

import pypdf
import pytest
from guide.pdf.paper import make_pdfs
from guide.site.loader import load_guide
from paper import open_pdf
from test_bad_input import DATA, FOLDER, FRONT, SITE

LETTERS = {
    "Western": "Ça où naïve Größe señor ½ € “x” – …",
    "Central": "Żółć Čeština Ő ț Ğ ļ",
    "Vietnamese": "Tiếng Việt ở đâu Ẩ",
    "Greek": "Ελληνικά ήχος Ώρα",
    "Russian": "Съешь ещё Жук",
    "Other Cyrillic": "Ґанок Їжак Ђак Џ Ѓ",
}
ROOM = "How was the café?\n\n" + "___\n" * 5
BODY = f"""Your fiancé’s name: ____

{ROOM}
| Wo | Что обещано |
|---|---|
|  |  |
"""


def sheet(body: str, cache) -> bytes:
    """The PDF of a sheet, about which nothing is said."""
    guide, problems = load_guide({**DATA, "s/one.md": f"{FRONT}# Our fiancé’s sheet\n\n{body}\n"})
    pdfs, faults = make_pdfs(guide, SITE, FOLDER, cache)
    assert [*problems, *faults] == []
    return pdfs["one"]["a4"].data


def filled(data: bytes, text: str, *, regenerate: bool) -> bytes:
    """The same sheet with a text in each field; with `regenerate` the viewer makes the looks, else the program does."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data)))
    fields = {name: text for name, field in writer.get_fields().items() if field["/FT"] == "/Tx"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, fields, auto_regenerate=regenerate)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def shown_in_fields(data: bytes, folder) -> list[list[str]]:
    """By field, the words that poppler draws wholly inside it, the room above and below their letters aside."""
    path = folder / "filled.pdf"
    path.write_bytes(data)
    run = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    word = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>')
    words = [(*map(float, one[:4]), one[4]) for one in word.findall(run.stdout)]
    with open_pdf(data) as pdf:
        page = pdf.pages[0]
        height, boxes = float(page.mediabox[3]), [list(map(float, one.Rect)) for one in page.obj.Annots if "/FT" in one]
    return [
        [
            text
            for left, top, right, bottom, text in words
            if x1 <= left and right <= x2 + 1 and y1 - 6 <= height - bottom and height - top <= y2 + 6
        ]
        for x1, y1, x2, y2 in boxes
    ]


@pytest.mark.parametrize("regenerate", [False, True], ids=["by the program", "by the viewer"])
@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
def test_every_alphabet_is_shown(tmp_path, letters, regenerate):
    """Each word that is typed stands in its field, with its own letters."""
    data = filled(sheet(BODY, tmp_path), letters, regenerate=regenerate)

    assert [re.sub(r"\s", "", "".join(words)) for words in shown_in_fields(data, tmp_path)] == [
        re.sub(r"\s", "", letters)
    ] * 4


@pytest.mark.parametrize("regenerate", [False, True], ids=["by the program", "by the viewer"])
def test_six_hundred_words_are_shown(tmp_path, regenerate):
    """They get smaller until they fit into a room of five lines; a cell holds twenty."""
    long = " ".join(f"word{number}" for number in range(600))
    [room] = shown_in_fields(filled(sheet(ROOM, tmp_path), long, regenerate=regenerate), tmp_path)
    some = " ".join(long.split()[:20])
    cells = shown_in_fields(filled(sheet(BODY, tmp_path), some, regenerate=regenerate), tmp_path)[2:]

    assert room == long.split()
    assert cells == [some.split()] * 2


def test_chromium_asks_the_sheets_font_for_every_letter(tmp_path):
    """Of a font by any other name it takes Western letters alone, and drops what no font of the machine has instead."""
    with open_pdf(sheet(BODY, tmp_path)) as pdf:
        form = pdf.Root.AcroForm
        asked = {str(one.DA).split()[0] for page in pdf.pages for one in page.obj.Annots if "/DA" in one}
        fonts = {name: font.Subtype for name, font in form.DR.Font.items()}

    assert asked == {"/Wingdings"}
    assert fonts == {"/Wingdings": "/Type0"}


def test_viewers_have_no_complaint(tmp_path):
    """MuPDF says nothing about the looks of boxes that are not ticked, or of anything else in a sheet."""
    assert shutil.which("mutool"), "mutool is missing: scripts/setup test installs mupdf-tools"
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet(f"{BODY}\n- [ ] One\n- [ ] Two\n", tmp_path))
    run = subprocess.run(
        ["mutool", "draw", "-q", "-F", "png", "-o", tmp_path / "%d.png", path], capture_output=True, text=True
    )

    assert (run.returncode, run.stderr.replace("warning: ICC support is not available\n", "").strip()) == (0, "")
