"""A worksheet's page, read as a sheet: the dialect's tree in, parts in reading order out."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.items import holder_of, inline_of
from guide.dialect.lines import line_of, without_marks
from guide.dialect.text import plain_text, raw_html, resolved
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
    Run,
    Runs,
    Scale,
    SheetPart,
    Table,
    Text,
    Title,
)

CALLOUTS = ("care", "note", "pause", "handout")
TAGS = re.compile(r"<[^>]*>")
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
STYLES = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sup": "sup"}
BACK = "footnote-backref"  # the arrow that leads back to where a footnote is called: paper has its number


def read_sheet(root: Element, md: Markdown) -> tuple[tuple[SheetPart, ...], list[tuple[int, str, str]]]:
    """Every part below the sheet's own title, which is not one of them; and (line, fault, words) of what is none."""
    reader = _SheetReader(root, md)
    return tuple(part for element in root for part in reader.parts(element)), reader.faults


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
        self.by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        self.questions = dict(_questions(root))

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
            self.checklist = f"{element.get('data-checklist')}-"
            yield from self._inside(element)
        elif name in CALLOUTS:
            self._refuse_fields(element, "field in a callout")
            yield Callout(name, tuple(self._inside(element)))
        elif name == "footnote":
            yield Callout("notes", tuple(self._inside(element)))
        elif element.tag in TITLES:
            yield Title(int(element.tag[1]), self._runs(element))
        elif element.tag == "p":
            yield from self._paragraph(element)
        elif element.tag in ("ul", "ol"):
            yield self._list(element)
        elif element.tag == "hr":
            yield Rule()
        elif element.tag == "table":
            yield self._table(element)
        elif element.tag in NOT_ON_PAPER and not self.plainly:
            self.faults.append((line_of(element), "not-on-paper", NOT_ON_PAPER[element.tag]))
        else:
            yield from self._inside(element)

    def _inside(self, element: Element) -> Iterator[SheetPart]:
        if (element.text or "").strip() and self._words(element):
            yield Text(self._runs(element))
        for child in element:
            yield from self.parts(child)

    def _refuse_fields(self, element: Element, words: str) -> None:
        """On paper fields stand one below the other, and nowhere else."""
        if element.find(".//input") is not None or element.find(".//textarea") is not None:
            self.faults.append((line_of(element), "not-on-paper", words))

    def _paragraph(self, element: Element) -> Iterator[SheetPart]:
        for inner in element.iter():
            if inner.tag in NOT_ON_PAPER and not self.plainly:
                self.faults.append((line_of(inner), "not-on-paper", NOT_ON_PAPER[inner.tag]))
        raw = without_marks(raw_html(element.text or "", self.md)).strip()
        if PAGE_BREAK.fullmatch(raw):
            yield PageBreak()
        elif raw.startswith("<") and not raw.startswith("<!--"):  # the parser puts blocks of HTML and of code away
            if self.plainly:
                yield _in_words(raw)
            else:
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
        options: list[tuple[Element, list[SheetPart]]] = []
        for child in element:
            if child.tag == "label":
                options.append((child, []))
            elif options:  # an item without a choice of its own is a Problem already
                options[-1][1].extend(self.parts(child))
        return Choices(field, tuple(Item(self._runs(label), tuple(below)) for label, below in options))

    def _list(self, element: Element) -> Items:
        items = tuple(map(self._item, element.findall("li")))
        return Items(items, element.tag == "ol", int(element.get("start") or 1))

    def _item(self, item: Element) -> Item:
        label = item.find("label")
        box = label.find("input") if label is not None else None
        if box is not None:
            field = Field(self.checklist + box.get("name"), self._words(label))
            text, rest = self._runs(label), [child for child in item if child is not label]
        else:
            field, holder = None, holder_of(item)
            own = inline_of(holder)
            text, rest = self._own_runs(holder, own), [one for one in item if one is not holder and one not in own]
        below = tuple(part for child in rest for part in self.parts(child))
        return Item(text, below, field, box is not None and box.get("checked") is not None)

    def _own_runs(self, holder: Element, own: list[Element]) -> Runs:
        """The words of an item itself, without what stands below them."""
        line = Element("span")
        line.text = holder.text
        line.extend(own)
        return self._runs(line)

    def _table(self, element: Element) -> Table:
        heads = element.findall("thead/tr/th")
        rows = tuple(tuple(map(self._cell, row)) for row in element.findall("tbody/tr"))
        weights = tuple(int(cell.get("data-wide")) for cell in heads if cell.get("data-wide"))
        return Table(tuple(map(self._words, heads)), rows, weights)

    def _cell(self, cell: Element) -> str | Field:
        box = cell.find("input")
        return self._words(cell) if box is None else Field(box.get("id"), box.get("aria-label"))

    def _name_of(self, field: Element) -> str:
        prompt = self.by_id.get(field.get("aria-labelledby"))
        if prompt is None:
            return ""
        words, question = self._words(prompt), self.questions.get(prompt.get("id"))
        if question is not None and not words.endswith((":", "?")):  # a hint: what is asked stands above it
            return f"{self._words(question)} {words}"
        return words.rstrip(":")

    def _words(self, element: Element) -> str:
        return plain_text(element, self.md)

    def _runs(self, element: Element) -> Runs:
        runs = [
            Run(resolved(text, self.md).replace("\n", " "), style)
            for text, style in _styled(element, STYLES.get(element.tag, ""))
        ]
        return _trimmed([run for run in runs if run.text or run.style == "break"])


def _trimmed(runs: list[Run]) -> Runs:
    """Without the spaces before the first word and after the last."""
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].style)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].style)
    return tuple(run for run in runs if run.text or run.style == "break")


def _in_words(raw: str) -> Text:
    """What is written in a piece of HTML or code, line by line."""
    lines = html.unescape(TAGS.sub("", raw)).strip("\n").splitlines()
    return Text(tuple(run for line in lines for run in (Run(line), Run("", "break")))[:-1])


def _questions(root: Element) -> Iterator[tuple[str, Element]]:
    """The id of each paragraph that stands right below a heading, and that heading."""
    heading = None
    for element in root.iter():
        if element.tag in TITLES:
            heading = element
        elif element.tag == "p":
            if heading is not None and element.get("id"):
                yield element.get("id"), heading
            heading = None


def _labelled(element: Element) -> Iterator[tuple[Element, Element]]:
    """Each label in an element, with the box that it names."""
    for label in element.iter("label"):
        box = label.find("input")
        if box is not None:
            yield label, box


def _spelt(name: str | None) -> str:
    """“1, Not at all” is “1 Not at all” over a column."""
    return (name or "").replace(", ", " ", 1)


def _styled(element: Element, style: str) -> Iterator[tuple[str, str]]:
    # A list in an item has items of its own.
    if not isinstance(element.tag, str) or element.tag in ("ul", "ol") or element.get("class") == BACK:
        return
    if element.tag == "br":
        yield "", "break"
    yield element.get("alt", "") if element.tag == "img" else element.text or "", style
    for child in element:
        yield from _styled(child, STYLES.get(child.tag if isinstance(child.tag, str) else "", style))
        yield child.tail or "", style
