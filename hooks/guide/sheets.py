"""A worksheet's page, read as a sheet: the dialect's tree in, parts in reading order out."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.lines import line_of, without_marks
from guide.dialect.text import plain_text, raw_html, resolved
from guide.sheet import (
    Blanks,
    Callout,
    Choices,
    Field,
    Items,
    PageBreak,
    Room,
    Run,
    Runs,
    Scale,
    SheetPart,
    Table,
    Text,
    Ticks,
    Title,
)

CALLOUTS = ("care", "note", "pause", "handout")
PAGE_BREAK = re.compile(r"\s*<!--\s*guide:\s*\W*page-break\s*-->\s*")
NOT_ON_PAPER = {
    "img": "picture",
    "dl": "list of terms",
    "blockquote": "quote",
    "summary": "part to open",
    "label": "tab",
}
TITLES = {f"h{level}" for level in range(2, 7)}
# What a part is filled in by. An author may give the same class to something else.
FILLED_BY = {
    "blanks": "label/input",
    "write": "textarea[@rows]",
    "scales": "fieldset[legend]//input",
    "choices": "label/input",
    "checklist": ".//label/input",
}
STYLES = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}


def read_sheet(root: Element, md: Markdown) -> tuple[tuple[SheetPart, ...], list[tuple[int, str, str]]]:
    """Every part below the sheet's own title, which is not one of them; and (line, fault, words) of what is none."""
    reader = _SheetReader(root, md)
    return tuple(part for element in root for part in reader.parts(element)), reader.faults


class _SheetReader:
    """Reads one tree; what names a field may stand anywhere in it."""

    def __init__(self, root: Element, md: Markdown) -> None:
        self.md = md
        self.faults: list[tuple[int, str, str]] = []
        self.by_id = {element.get("id"): element for element in root.iter() if element.get("id")}

    def parts(self, element: Element) -> Iterator[SheetPart]:
        """The parts in one element; a section or a form is only a wrapper."""
        if not isinstance(element.tag, str) or element.tag == "h1":
            return
        name = element.get("class") or ""
        if name in FILLED_BY and element.find(FILLED_BY[name]) is None:
            name = ""
        if name == "blanks":
            yield self._blanks(element)
        elif name == "write":
            yield self._room(element)
        elif name == "scales":
            yield self._scale(element)
        elif name == "choices":
            yield self._choices(element)
        elif name == "checklist":
            yield self._ticks(element)
        elif name in CALLOUTS:
            self._refuse_fields(element, "field in a callout")
            yield Callout(name, tuple(self._runs(one) for one in element.iter() if _is_paragraph(one)))
        elif element.tag in TITLES:
            yield Title(int(element.tag[1]), self._runs(element))
        elif element.tag == "p":
            yield from self._paragraph(element)
        elif element.tag in ("ul", "ol"):
            self._refuse_fields(element, "field in a list")
            yield Items(tuple(self._runs(item) for item in element.iter("li")), element.tag == "ol")
        elif element.tag == "table":
            yield self._table(element)
        elif element.tag in NOT_ON_PAPER:
            self.faults.append((line_of(element), "not-on-paper", NOT_ON_PAPER[element.tag]))
        else:
            for child in element:
                yield from self.parts(child)

    def _refuse_fields(self, element: Element, words: str) -> None:
        """On paper fields stand one below the other, and nowhere else."""
        if element.find(".//input") is not None or element.find(".//textarea") is not None:
            self.faults.append((line_of(element), "not-on-paper", words))

    def _paragraph(self, element: Element) -> Iterator[SheetPart]:
        for inner in element.iter():
            if inner.tag in NOT_ON_PAPER:
                self.faults.append((line_of(inner), "not-on-paper", NOT_ON_PAPER[inner.tag]))
        raw = without_marks(raw_html(element.text or "", self.md)).strip()
        if PAGE_BREAK.fullmatch(raw):
            yield PageBreak()
        elif raw.startswith("<") and not raw.startswith("<!--"):  # the parser puts blocks of HTML and of code away
            self.faults.append((line_of(element), "not-on-paper", "piece of HTML or code"))
        elif self._words(element):
            yield Text(self._runs(element))

    def _blanks(self, element: Element) -> Blanks:
        fields = (Field(box.get("id"), self._words(label).rstrip(":")) for label, box in _labelled(element))
        rest = element.find("span")
        return Blanks(tuple(fields), self._words(rest) if rest is not None else "")

    def _room(self, element: Element) -> Room:
        area = element.find("textarea")
        return Room(Field(area.get("id"), self._name_of(area)), int(area.get("rows")))

    def _scale(self, element: Element) -> Scale:
        fields = [field for field in element.findall("fieldset[legend]") if field.find(".//input") is not None]
        rows = tuple(Field(field.find(".//input").get("name"), self._words(field.find("legend"))) for field in fields)
        boxes = [(label, box) for label, box in _labelled(fields[0])]
        points = tuple(_spelt(box.get("aria-label")) or self._words(label) for label, box in boxes)
        numbered = sum(fields[0].get("class") == "scale" and label.get("class") != "unsure" for label, _ in boxes)
        return Scale(rows, points, numbered, element.get("data-head") or "")

    def _choices(self, element: Element) -> Choices:
        boxes = list(_labelled(element))
        field = Field(boxes[0][1].get("name"), self._name_of(element))
        return Choices(field, tuple(self._words(label) for label, _ in boxes))

    def _ticks(self, element: Element) -> Ticks:
        name = element.get("data-checklist")
        boxes = _labelled(element)
        return Ticks(tuple(Field(f"{name}-{box.get('name')}", self._words(label)) for label, box in boxes))

    def _table(self, element: Element) -> Table:
        columns = tuple(self._words(cell) for cell in element.findall("thead/tr/th"))
        return Table(columns, tuple(tuple(map(self._cell, row)) for row in element.findall("tbody/tr")))

    def _cell(self, cell: Element) -> str | Field:
        box = cell.find("input")
        return self._words(cell) if box is None else Field(box.get("id"), box.get("aria-label"))

    def _name_of(self, field: Element) -> str:
        prompt = self.by_id.get(field.get("aria-labelledby"))
        return self._words(prompt).rstrip(":") if prompt is not None else ""

    def _words(self, element: Element) -> str:
        return plain_text(element, self.md)

    def _runs(self, element: Element) -> Runs:
        runs = [
            Run(resolved(text, self.md).replace("\n", " "), style)
            for text, style in _styled(element, STYLES.get(element.tag, ""))
        ]
        return tuple(run for run in runs if run.text)


def _labelled(element: Element) -> Iterator[tuple[Element, Element]]:
    """Each label in an element, with the box that it names."""
    for label in element.iter("label"):
        box = label.find("input")
        if box is not None:
            yield label, box


def _is_paragraph(element: Element) -> bool:
    """Whether an element of a callout stands on a line of its own; the items of a list do."""
    return element.tag == "p" or (element.tag == "li" and element.find("p") is None)


def _spelt(name: str | None) -> str:
    """“1, Not at all” is “1 Not at all” over a column."""
    return (name or "").replace(", ", " ", 1)


def _styled(element: Element, style: str) -> Iterator[tuple[str, str]]:
    if not isinstance(element.tag, str) or element.tag in ("ul", "ol"):  # a list in an item has items of its own
        return
    yield element.text or "", style
    for child in element:
        yield from _styled(child, STYLES.get(child.tag if isinstance(child.tag, str) else "", style))
        yield child.tail or "", style
