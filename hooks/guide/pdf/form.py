"""A typeset PDF into a form that can be filled in and listened to.

Typst leaves an empty link wherever a field belongs. A link and a form field hang in the tree of tags in the same way
(element, reference, annotation), so each link is rewritten in place: where it stands, and what comes before and after
it for a screen reader, stay as Typst has made them. Nothing of this runs in the reader's PDF program: no script.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from guide.pdf.embedding import embedded
from guide.pdf.tags import name_headers
from guide.pdf.typing_font import FONT, TypingFont, typing_font
from guide.pdf.widgets import CELL, CHECK, LINE, ROOM, Widget
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

PREFIX = "field:"
LOOK = f"{FONT} 0 Tf 0 g"  # size 0: a viewer chooses one at which the answer fits
NOTHING = b"q Q"  # an empty stream is no drawing to some viewers, and they say so
PRINTED = 4  # annotation flag
READ_ONLY = 1
RADIO = 1 << 15 | 1 << 14  # one of several, and one click more does not empty it
MULTILINE = 1 << 12
ABOVE, BELOW = 1, 11  # points: above and below ruled lines, 1.8 and 14 are free


def to_form(typeset: bytes, widgets: dict[str, Widget], font: Path) -> bytes:
    """The same document with its fields. Raises ValueError where fields and links do not match one to one."""
    pdf = Pdf.open(io.BytesIO(typeset))
    if widgets:
        _Form(pdf, widgets, typing_font(font)).make()
    name_headers(pdf)
    written = io.BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    pdf.save(
        written,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
    )
    return written.getvalue()


class _Form:
    """The form of one document while it is made."""

    def __init__(self, pdf: Pdf, widgets: dict[str, Widget], font: TypingFont) -> None:
        self.pdf = pdf
        self.widgets = widgets
        self.font = font
        self.fields: list[Dictionary] = []
        self.groups: dict[str, Dictionary] = {}
        self.looks: dict[tuple, Dictionary] = {}
        self.elements = dict(_numbered(pdf.Root.StructTreeRoot.ParentTree))

    def make(self) -> None:
        """Rewrite every placeholder, and put the form into the document."""
        waiting = dict(self.widgets)
        for page in self.pdf.pages:
            for annotation in page.obj.get("/Annots", []):
                name = _placeholder(annotation)
                if name is None:
                    continue
                if name not in waiting:
                    raise ValueError(f"field “{name}” has no place of its own (unknown, or split over two pages)")
                self._rewrite(annotation, name, waiting.pop(name), page.obj)
            if "/Annots" in page.obj:
                page.obj.Tabs = Name.S
        if waiting:
            raise ValueError(f"no place for the fields {sorted(waiting)[:3]}")
        resources = Dictionary(Font=Dictionary({FONT: embedded(self.font, self.pdf)}))
        form = Dictionary(Fields=Array(self.fields), NeedAppearances=False, DR=resources, DA=String(LOOK))
        self.pdf.Root.AcroForm = self.pdf.make_indirect(form)

    def _rewrite(self, annotation: Dictionary, name: str, widget: Widget, page: Dictionary) -> None:
        left, bottom, right, top = _rectangle(annotation, widget)
        number = int(annotation.StructParent)
        for key in list(annotation.keys()):
            del annotation[key]
        annotation.Type, annotation.Subtype = Name.Annot, Name.Widget
        annotation.Rect = Array([round(side, 1) for side in (left, bottom, right, top)])
        annotation.F, annotation.P, annotation.StructParent = PRINTED, page, number
        annotation.TU = String(widget.label)
        width, height = right - left, top - bottom
        if widget.kind in (LINE, ROOM, CELL):
            self._text(annotation, name, widget, width, height)
        elif widget.kind == CHECK:
            self._button(annotation, "Yes", _tick, width, height)
            state = Name.Yes if widget.ticked else Name.Off
            annotation.FT, annotation.T, annotation.V, annotation.AS = Name.Btn, String(name), state, state
            annotation.Ff = READ_ONLY if widget.fixed else 0
            self.fields.append(annotation)
        else:
            self._choice(annotation, widget, width, height)
        self._tag(self.elements[number])

    def _text(self, annotation: Dictionary, name: str, widget: Widget, width: float, height: float) -> None:
        annotation.FT, annotation.T, annotation.V = Name.Tx, String(name), String("")
        annotation.DA = String(LOOK)
        annotation.AP = Dictionary(N=self._look(b"/Tx BMC EMC", width, height))
        annotation.Ff = MULTILINE  # a long answer wraps and gets smaller; on one line its end would be cut off
        annotation.BS = Dictionary(W=0)  # no border, and no room kept for one
        if widget.kind == ROOM:
            # Used only once something is typed: the ruled lines would run through the letters.
            annotation.MK = Dictionary(BG=Array([1, 1, 1]))
        self.fields.append(annotation)

    def _choice(self, annotation: Dictionary, widget: Widget, width: float, height: float) -> None:
        if widget.group not in self.groups:
            flags = RADIO | READ_ONLY if widget.fixed else RADIO
            group = Dictionary(
                FT=Name.Btn, Ff=flags, T=String(widget.group), TU=String(widget.group_label), V=Name.Off, Kids=Array()
            )
            self.groups[widget.group] = self.pdf.make_indirect(group)
            self.fields.append(self.groups[widget.group])
        group = self.groups[widget.group]
        state = _state(widget.value, len(group.Kids))
        self._button(annotation, state, _dot, width, height)
        if widget.ticked:
            annotation.AS = group.V = Name(f"/{state}")
        annotation.Parent = group
        group.Kids.append(annotation)

    def _button(self, annotation: Dictionary, state: str, draw, width: float, height: float) -> None:
        on = self._look(draw(width, height), width, height)
        annotation.AP = Dictionary(N=Dictionary({f"/{state}": on, "/Off": self._look(NOTHING, width, height)}))
        annotation.AS = Name.Off
        annotation.MK = Dictionary(CA=String("4" if draw is _tick else "l"))

    def _look(self, drawing: bytes, width: float, height: float) -> Dictionary:
        """A drawing for a field; fields of one size share theirs."""
        key = (drawing, round(width, 1), round(height, 1))
        if key not in self.looks:
            box = Array([0, 0, round(width, 1), round(height, 1)])
            stream = Stream(self.pdf, drawing, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
            self.looks[key] = self.pdf.make_indirect(stream)
        return self.looks[key]

    def _tag(self, element: Dictionary) -> None:
        """In the tree of tags the link becomes a form field, which holds its annotation and nothing else."""
        element.S = Name.Form
        if "/Alt" in element:
            del element["/Alt"]
        kids = element.K if isinstance(element.K, Array) else Array([element.K])
        if len(kids) != 1 or kids[0].get("/Type") != Name.OBJR:
            raise ValueError("a field's place holds something besides the field")


def _placeholder(annotation: Dictionary) -> str | None:
    """The name in a placeholder's link; None for any other annotation."""
    # An address is bytes, and Typst writes UTF-8; pikepdf would read them as another encoding.
    address = bytes(annotation.A.get("/URI", String(""))).decode() if "/A" in annotation else ""
    return address.removeprefix(PREFIX) if address.startswith(PREFIX) else None


def _rectangle(annotation: Dictionary, widget: Widget) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(side) for side in annotation.Rect)
    left, right, bottom, top = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
    if widget.kind in (LINE, CELL):  # keep clear of the rule below, or of a table's borders
        return left + 1, bottom + 0.5, right - 1, top - 0.5
    if widget.kind == ROOM:  # cover the ruled lines to their ends, the last one too, and the gaps beside them
        return left - 1, bottom - BELOW, right + 1, top + ABOVE
    return left, bottom, right, top


def _numbered(node: Dictionary) -> Iterator[tuple[int, Dictionary]]:
    """The number tree that leads from annotations to their tags."""
    numbers = node.get("/Nums", Array())
    for index in range(0, len(numbers), 2):
        yield int(numbers[index]), numbers[index + 1]
    for kid in node.get("/Kids", Array()):
        yield from _numbered(kid)


def _state(value: str, index: int) -> str:
    """A name for a choice that any program can spell: its number on a scale, else its place."""
    first = value.split(" ")[0]
    return first if first.isdigit() else f"choice{index + 1}"


def _tick(width: float, height: float) -> bytes:
    points = ((0.2, 0.52), (0.42, 0.25), (0.82, 0.8))
    (a, b), (c, d), (e, f) = ((width * x, height * y) for x, y in points)
    return f"q 1.4 w 1 J 1 j 0 G {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l {e:.2f} {f:.2f} l S Q".encode()


def _dot(width: float, height: float) -> bytes:
    """A filled circle, of four curves."""
    x, y, r = width / 2, height / 2, width * 0.28
    k = r * 0.5523  # how far the handles of a quarter circle reach
    curves = (
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )
    return f"q 0 g {x + r:.2f} {y:.2f} m {curves} f Q".encode()
