"""What a PDF must be, to be seen, heard, filled in and made again: one property a function.

Each takes an open PDF and what is expected of it, and returns what is wrong. They were chosen after PDF/UA-1
(ISO 14289-1) and the Matterhorn Protocol, as far as they can be told by a program without a reader's eye.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


@dataclass(frozen=True)
class Expected:
    """What one PDF should be."""

    paper: str
    title: str
    widgets: int
    """How many places there are to fill in; each choice of several counts."""
    day: str
    """The day it bears, as PDF writes it: 20261123."""


def page_box(pdf: Pdf, expected: Expected) -> list[str]:
    """Each page is as large as the paper."""
    width, height = SIZES[expected.paper]
    boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    return [f"page {box}" for box in boxes if abs(box[2] - width) > 0.6 or abs(box[3] - height) > 0.6]


def language(pdf: Pdf, _: Expected) -> list[str]:
    """A screen reader is told the language."""
    return [] if str(pdf.Root.get("/Lang", "")).startswith("en") else ["no language"]


def title(pdf: Pdf, expected: Expected) -> list[str]:
    """The title is set, and shown instead of the file's name."""
    shown = bool(pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        written = metadata.get("dc:title")
    return [] if shown and written == expected.title else [f"title {written!r}, shown: {shown}"]


def says_ua(pdf: Pdf, _: Expected) -> list[str]:
    """It says that it keeps to PDF/UA-1, and is marked as tagged."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        part = metadata.get("pdfuaid:part")
    marked = bool(pdf.Root.get("/MarkInfo", {}).get("/Marked", False))
    return [] if part == "1" and marked else [f"pdfuaid:part {part}, marked: {marked}"]


def dates(pdf: Pdf, expected: Expected) -> list[str]:
    """It bears the day of its sources and no other."""
    found = [str(value) for key, value in pdf.docinfo.items() if "Date" in key]
    return [date for date in found if not date.startswith(f"D:{expected.day}")]


def fonts(pdf: Pdf, _: Expected) -> list[str]:
    """Every font is inside the file: on the pages, and for typing."""
    used = [page.obj.get("/Resources") for page in pdf.pages]
    form = pdf.Root.get("/AcroForm")
    return [name for name, inside in _fonts([*used, form.get("/DR") if form else None]) if not inside]


def headings(pdf: Pdf, _: Expected) -> list[str]:
    """The first heading is of level 1, and none is skipped on the way down."""
    levels = [int(found[1]) for tag in _tags(pdf) if (found := re.fullmatch(r"H([1-6])", tag))]
    skipped = [f"H{above} H{below}" for above, below in pairwise(levels) if below > above + 1]
    return skipped if levels[:1] == [1] else ["the first heading is not H1", *skipped]


def table_headers(pdf: Pdf, _: Expected) -> list[str]:
    """Each header of a table says whether it heads a column or a row, and each table has some."""
    without = [
        "TH without Scope"
        for element in _elements(pdf)
        if element.get("/S") == Name.TH and "/Scope" not in element.get("/A", {})
    ]
    bare = [
        "a table without headers"
        for element in _elements(pdf)
        if element.get("/S") == Name.Table and not any(inner.get("/S") == Name.TH for inner in _below(element))
    ]
    return without + bare


def form_tags(pdf: Pdf, _: Expected) -> list[str]:
    """Each tag of a field holds that field and nothing else."""
    return [
        "a Form tag that does not hold one field alone"
        for element in _elements(pdf)
        if element.get("/S") == Name.Form and not _holds_one(element)
    ]


def tab_order(pdf: Pdf, _: Expected) -> list[str]:
    """The Tab key goes through the fields in the order in which they are read."""
    read = [_kids(element)[0].Obj.objgen for element in _elements(pdf) if element.get("/S") == Name.Form]
    reached = [widget.objgen for widget in _widgets(pdf)]
    unset = ["/Tabs is not /S" for page in pdf.pages if "/Annots" in page.obj and page.obj.get("/Tabs") != Name.S]
    return unset if read == reached else ["fields are reached in another order than they are read", *unset]


def names(pdf: Pdf, expected: Expected) -> list[str]:
    """Every field has a name of its own and words for a screen reader; there are as many as the sheet has."""
    fields = list(pdf.Root.AcroForm.Fields) if "/AcroForm" in pdf.Root else []
    called = [str(field.get("/T", "")) for field in fields]
    wrong = [f"{name} twice" for name in set(called) if called.count(name) > 1]
    wrong += [
        f"{name} has no words" for field, name in zip(fields, called, strict=True) if not str(field.get("/TU", ""))
    ]
    wrong += ["a widget has no words" for widget in _widgets(pdf) if not str(widget.get("/TU", "")).strip()]
    count = len(list(_widgets(pdf)))
    return wrong if count == expected.widgets else [*wrong, f"{count} widgets, and the sheet has {expected.widgets}"]


def looks(pdf: Pdf, _: Expected) -> list[str]:
    """Each field is printed, brings its own look, and a button has exactly an on and an off."""
    wrong = ["not printed" for widget in _widgets(pdf) if not int(widget.get("/F", 0)) & 4]
    wrong += ["no look" for widget in _widgets(pdf) if "/AP" not in widget]
    for widget in _widgets(pdf):
        kind = widget.get("/FT") or widget.Parent.get("/FT")
        states = list(widget.AP.N.keys()) if kind == Name.Btn and "/AP" in widget else []
        if states and ("/Off" not in states or len(states) != 2):
            wrong.append(f"states {states}")
    form = pdf.Root.get("/AcroForm", {})
    return [*wrong, "looks are left to the program"] if form.get("/NeedAppearances", False) else wrong


def no_script(pdf: Pdf, _: Expected) -> list[str]:
    """Nothing runs, is sent, or opens by itself, and no placeholder is left."""
    wrong = [key for key in ("/OpenAction", "/AA", "/JavaScript") if key in pdf.Root]
    wrong += ["a script by name"] if "/JavaScript" in pdf.Root.get("/Names", {}) else []
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            action = annotation.get("/A", {})
            if action and action.get("/S") not in (Name.URI, Name.GoTo):
                wrong.append(f"action {action.get('/S')}")
            if str(action.get("/URI", "")).startswith("field:"):
                wrong.append("a placeholder")
    return wrong


CHECKS: tuple[Callable[[Pdf, Expected], list[str]], ...] = (
    page_box,
    language,
    title,
    says_ua,
    dates,
    fonts,
    headings,
    table_headers,
    form_tags,
    tab_order,
    names,
    looks,
    no_script,
)


def _widgets(pdf: Pdf) -> Iterator[Dictionary]:
    for page in pdf.pages:
        yield from (one for one in page.obj.get("/Annots", []) if one.get("/Subtype") == Name.Widget)


def _words(field: Dictionary) -> str:
    return str(field.get("/TU", "")).strip()


def _kids(element: Dictionary) -> list:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _below(element: Dictionary) -> Iterator[Dictionary]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and kid.get("/Type") not in (Name.OBJR, Name.MCR):
            yield kid
            yield from _below(kid)


def _elements(pdf: Pdf) -> Iterator[Dictionary]:
    if "/StructTreeRoot" in pdf.Root:
        yield from _below(pdf.Root.StructTreeRoot)


def _tags(pdf: Pdf) -> list[str]:
    return [str(element.get("/S", "/"))[1:] for element in _elements(pdf)]


def _holds_one(element: Dictionary) -> bool:
    kids = _kids(element)
    return len(kids) == 1 and isinstance(kids[0], Dictionary) and kids[0].get("/Type") == Name.OBJR


def _fonts(resources: list, depth: int = 0) -> Iterator[tuple[str, bool]]:
    for one in resources:
        if one is None or depth > 4:
            continue
        for font in dict(one.get("/Font") or {}).values():
            described = font.get("/DescendantFonts")
            descriptor = (described[0] if described is not None else font).get("/FontDescriptor")
            inside = descriptor is not None and any(
                key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
            )
            yield str(font.get("/BaseFont")), inside
        for drawing in dict(one.get("/XObject") or {}).values():
            yield from _fonts([drawing.get("/Resources")], depth + 1)


def open_pdf(data: bytes) -> Pdf:
    """A PDF from its bytes."""
    return pikepdf.open(io.BytesIO(data))
