"""A worksheet's page, read as a sheet: the dialect's tree in, parts in reading order out."""

import re
from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.items import holder_of, inline_of
from guide.dialect.lines import line_of, without_marks
from guide.dialect.strokes import WIDE
from guide.dialect.text import plain_text, raw_html
from guide.model.sheet import (
    Blanks,
    Callout,
    Choices,
    Field,
    Item,
    Items,
    PageBreak,
    Room,
    Rule,
    SheetPart,
    Table,
    Text,
    Title,
)
from guide.reading.field_names import TITLES, FieldNames, labelled
from guide.reading.not_on_paper import BLOCKS, for_screen, is_block, line_in, pictures_in, spell_out
from guide.reading.runs import in_words, own_runs, runs_of
from guide.reading.scale import read_scale

CALLOUTS = ("care", "note", "pause", "handout")
PAGE_BREAK = re.compile(r"\s*<!--\s*guide:\s*\W*page-break\s*-->\s*")
# What a part is filled in by. An author may give the same class to something else.
FILLED_BY = {
    "blanks": "label/input",
    "write": "textarea[@rows]",
    "scales": "fieldset[legend]//input",
    "choices": "label/input",
    "checklist": ".//label/input",
}


def read_sheet(root: Element, md: Markdown) -> tuple[tuple[SheetPart, ...], list[tuple[int, str, str]]]:
    """Every part below the sheet's own title, which is not one of them; and (line, fault, words) of what is none."""
    reader = _SheetReader(root, md)
    faults = [(line, "not-on-paper", "picture") for line in pictures_in(root, md)]
    faults += [(line, "not-on-paper", "long form in the name of a field") for line in spell_out(root)]
    return tuple(part for element in root for part in reader.parts(element)), [*faults, *reader.faults]


def read_list(whole: Element, md: Markdown) -> tuple[SheetPart, ...]:
    """A checklist as it is printed alone. What paper cannot show stands there in words: a picture's, or code."""
    reader = _SheetReader(whole, md, plainly=True)
    return tuple(part for element in whole for part in reader.parts(element))


class _SheetReader:
    """Reads one tree; what names a field may stand anywhere in it."""

    def __init__(self, root: Element, md: Markdown, *, plainly: bool = False) -> None:
        self.md = md
        self.plainly = plainly
        """Whether pictures and code are shown as words, and not refused."""
        self.checklist = ""
        """The beginning of the names of the boxes that are being read."""
        self.faults: list[tuple[int, str, str]] = []
        self.names = FieldNames(root, md)

    def parts(self, element: Element) -> Iterator[SheetPart]:
        """The parts in one element; a section or a form is only a wrapper."""
        if not isinstance(element.tag, str) or element.tag == "h1" or for_screen(element):
            return
        name = element.get("class") or ""
        if name in FILLED_BY and element.find(FILLED_BY[name]) is not None:
            yield from self._filled_in(name, element)
        elif name in CALLOUTS:
            # On paper fields stand one below the other, and nowhere else.
            if element.find(".//input") is not None or element.find(".//textarea") is not None:
                self._refuse(element, "field in a callout")
            yield Callout(name, tuple(self._inside(element)))
        elif element.tag == "section":
            yield from self._section(element)
        elif name == "footnote":
            yield Callout("notes", tuple(self._inside(element)))
        elif element.tag in BLOCKS and not self.plainly:
            self._refuse(element, BLOCKS[element.tag])
        else:
            yield from self._read(element)

    def _filled_in(self, name: str, element: Element) -> Iterator[SheetPart]:
        """What the dialect has made to be filled in, by its class."""
        if name == "checklist":
            self.checklist = f"{element.get('data-checklist')}-"
            yield from self._inside(element)
        else:
            readers = {
                "blanks": self._blanks,
                "write": self._room,
                "scales": partial(read_scale, md=self.md),
                "choices": self._choices,
            }
            yield readers[name](element)

    def _read(self, element: Element) -> Iterator[SheetPart]:
        """What is only read, by its tag."""
        if element.tag in TITLES:
            yield Title(int(element.tag[1]), runs_of(element, self.md))
        elif element.tag == "p":
            yield from self._paragraph(element)
        elif element.tag in ("ul", "ol"):
            yield self._list(element)
        elif element.tag == "hr":
            yield Rule()
        elif element.tag == "table":
            yield self._table(element)
        else:
            yield from self._inside(element)

    def _inside(self, element: Element) -> Iterator[SheetPart]:
        if (element.text or "").strip() and self._words(element):
            yield Text(runs_of(element, self.md))
        for child in element:
            yield from self.parts(child)

    def _section(self, element: Element) -> Iterator[SheetPart]:
        """A heading whose content is for the screen alone goes with it."""
        parts, asks = list(self._inside(element)), any(self._raw(child).startswith("<!--") for child in element)
        if not (asks and all(isinstance(part, Title) for part in parts)):
            yield from parts

    def _raw(self, element: Element) -> str:
        return without_marks(raw_html(element.text or "", self.md)).strip() if isinstance(element.tag, str) else ""

    def _refuse(self, element: Element, words: str, line: int = 0) -> None:
        self.faults.append((line or line_of(element), "not-on-paper", words))

    def _paragraph(self, element: Element) -> Iterator[SheetPart]:
        raw = self._raw(element)
        if PAGE_BREAK.fullmatch(raw):
            yield PageBreak()
        elif is_block(element.text or "", self.md):
            if self.plainly:
                yield in_words(raw)
            else:
                self._refuse(element, "piece of HTML or code", line_in(element.text, self.md))
        elif self._words(element):
            yield Text(runs_of(element, self.md))

    def _blanks(self, element: Element) -> Blanks:
        fields = (Field(box.get("id"), self._words(label).rstrip(":")) for label, box in labelled(element))
        rest = element.find("span")
        return Blanks(tuple(fields), self._words(rest) if rest is not None else "")

    def _room(self, element: Element) -> Room:
        area = element.find("textarea")
        return Room(Field(area.get("id"), self.names.of(area)), int(area.get("rows")))

    def _choices(self, element: Element) -> Choices:
        boxes = list(labelled(element))
        field = Field(boxes[0][1].get("name"), self.names.of(element))
        options: list[tuple[Element, list[SheetPart]]] = []
        for child in element:
            if child.tag == "label":
                options.append((child, []))
            elif options:  # an item without a choice of its own is a Problem already
                options[-1][1].extend(self.parts(child))
        return Choices(field, tuple(Item(runs_of(label, self.md), tuple(below)) for label, below in options))

    def _list(self, element: Element) -> Items:
        items = tuple(self._item(item) for item in element.findall("li") if not for_screen(item))
        return Items(items, element.tag == "ol", int(element.get("start") or 1))

    def _item(self, item: Element) -> Item:
        label = item.find("label")
        box = label.find("input") if label is not None else None
        if box is not None:
            field = Field(self.checklist + box.get("name"), self._words(label))
            text, rest = runs_of(label, self.md), [child for child in item if child is not label]
        else:
            field, holder = None, holder_of(item)
            own = inline_of(holder)
            text, rest = own_runs(holder, own, self.md), [one for one in item if one is not holder and one not in own]
        below = tuple(part for child in rest for part in self.parts(child))
        return Item(text, below, field, box is not None and box.get("checked") is not None)

    def _table(self, element: Element) -> Table:
        heads = element.findall("thead/tr/th")
        rows = tuple(tuple(map(self._cell, row)) for row in element.findall("tbody/tr"))
        weights = tuple(int(cell.get(WIDE)) for cell in heads if cell.get(WIDE))
        return Table(tuple(map(self._words, heads)), rows, weights)

    def _cell(self, cell: Element) -> str | Field:
        area = cell.find("textarea")
        return self._words(cell) if area is None else Field(area.get("id"), area.get("aria-label"))

    def _words(self, element: Element) -> str:
        return plain_text(element, self.md)
