"""Chromium's own viewer (PDFium), without its window: somebody types into a sheet, and what is shown is read."""

import ctypes
import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from paper import open_pdf

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>')
LEADING = 3  # points: how far a program takes letters to reach above and below their line, beyond their ink
PART = 2  # points of a letter: poppler 22 ends a line by that much too late


def typed_into(data: bytes, words: Callable[[str], str]) -> bytes:
    """The same sheet, saved after somebody has typed into each of its fields; `words` says what, by its name."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    form = document.formenv.raw
    pages = list(document)
    for page in (one.raw for one in pages):
        for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
            field = pdfium.FPDFPage_GetAnnot(page, place)
            if pdfium.FPDFAnnot_GetFormFieldType(form, field) == pdfium.FPDF_FORMFIELD_TEXTFIELD:
                assert pdfium.FORM_SetFocusedAnnot(form, field)
                pdfium.FORM_ReplaceSelection(form, page, _wide(words(_name(form, field))))
                pdfium.FORM_ForceToKillFocus(form)
            pdfium.FPDFPage_CloseAnnot(field)
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def shown_in(data: bytes, path: Path) -> dict[str, list[str]]:
    """By the name of each field of text, the words that stand wholly inside it; `path` may be written."""
    path.write_bytes(data)
    said = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    shown = {}
    with open_pdf(data) as pdf:
        for page, text in zip(pdf.pages, said.split("<page ")[1:], strict=True):
            height = float(page.mediabox[3])
            words = [(*map(float, found[:4]), found[4]) for found in WORD.findall(text)]
            for field in page.obj.get("/Annots", []):
                if field.get("/FT") == "/Tx":
                    x1, y1, x2, y2 = map(float, field.Rect)
                    box = (x1 - 1, height - y2 - LEADING, x2 + PART, height - y1 + LEADING)
                    shown[str(field.T)] = [word[4] for word in words if _inside(word, box)]
    return shown


def _inside(word: tuple, box: tuple) -> bool:
    """Its letters are in the box, and its middle is not in the gap around it."""
    left, top, right, bottom = word[:4]
    middle = (top + bottom) / 2
    around = box[0] <= left and right <= box[2] and box[1] <= top and bottom <= box[3]
    return around and box[1] + LEADING <= middle <= box[3] - LEADING


def _wide(words: str) -> ctypes.Array:
    written = (words + "\0").encode("utf-16-le")
    return (ctypes.c_ushort * (len(written) // 2)).from_buffer_copy(written)


def _name(form, field) -> str:
    size = pdfium.FPDFAnnot_GetFormFieldName(form, field, None, 0)
    written = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFAnnot_GetFormFieldName(form, field, written, size)
    return bytes(written).decode("utf-16-le").rstrip("\0")
