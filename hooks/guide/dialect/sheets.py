"""What is filled in by hand, written in plain Markdown: rules to write on, blanks, scales, choices, empty tables.

Name: ____ Date: ____           a blank, named by the words before it
___                             rules, one under the other: room to write (on a worksheet)
| | 1 Never | 2 | 3 Always |    a table whose cells are ( ): one choice a row
- ( ) Stay {#stay}              a list of choices
| What | Who |                  a table with empty cells (on a worksheet)
"""

import re
from xml.etree.ElementTree import Comment, Element, SubElement

from markdown.blockprocessors import HRProcessor
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

from guide.dialect.blanks import has_blanks, lost_blanks, parted
from guide.dialect.context import Context
from guide.dialect.items import holder_of, inline_of, take_written_id
from guide.dialect.lines import line_of
from guide.dialect.text import id_from, plain_text
from guide.model.page_ids import SKELETON_IDS

TO_WRITE_ON, WIDE = "data-write", "data-wide"
DASHES = re.compile(r"-+")
PROMPTS = ("h1", "h2", "h3", "h4", "p")
CHOICE = re.compile(r"\s*\(\s*\)\s*")
WORD = re.compile(r"\w")
NUMBERED = re.compile(r"(?P<number>\d+)\s*(?P<words>.*)", re.DOTALL)
# A browser keeps what is typed, to bring it back or offer it elsewhere, unless each field says not to: in Firefox the
# form's own word is not enough for a textarea. Some browsers send text away to have its spelling checked.
UNSEEN = {"autocomplete": "off", "spellcheck": "false"}


class Rules(HRProcessor):
    """Notes which rules are written with underscores: those are to write on, all others part two parts."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the rule into the tree."""
        found = self.match
        super().run(parent, blocks)
        if "_" in found[0]:
            next(child for child in reversed(parent) if child.tag == "hr").set(TO_WRITE_ON, "")


class Columns(TableProcessor):
    """Notes how many dashes stand below each heading of a table, where they are not all alike."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the table into the tree."""
        lines = blocks[0].split("\n")
        dashes = [len(run) for run in DASHES.findall(lines[1])]
        super().run(parent, blocks)
        heads = parent[-1].findall("thead/tr/th")
        if len(set(dashes)) > 1 and len(dashes) == len(heads):
            for head, wide in zip(heads, dashes, strict=True):
                head.set(WIDE, str(wide))


class Sheets(Treeprocessor):
    """Turns them into form fields, each with its label."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context
        self.taken: set[str] = set()

    def run(self, root: Element) -> None:
        """Change them in place."""
        self.taken = {element.get("id") for element in root.iter() if element.get("id")} | SKELETON_IDS
        for parent in list(root.iter()):
            if "data-checklist" not in parent.attrib:  # such a list has its boxes already
                self._fields_in(parent)
        self.context.faults += [(line, "lost-blank", "") for line in lost_blanks(root)]
        if self.context.kind == "worksheet":
            _ask_for_facts(root)

    def _fields_in(self, parent: Element) -> None:
        worksheet = self.context.kind == "worksheet"
        prompt: Element | None = None
        room: Element | None = None
        for element in list(parent):
            if element.tag == "hr" and worksheet and element.get(TO_WRITE_ON) is not None:
                room = self._room(parent, element, prompt, room)
                continue
            room = None
            if element.tag == "p" and has_blanks(element):
                _put(parent, element, self._blanks(element))
            elif element.tag == "table" and _is_choice_table(element):
                _put(parent, element, self._scales(element))
            elif element.tag == "table" and worksheet:
                self._cells(element)
            elif element.tag in ("ul", "ol") and any(map(_is_choice, element)):
                _put(parent, element, self._choices(element, prompt))
            elif element.tag in PROMPTS:
                prompt = element

    def _blanks(self, paragraph: Element) -> Element:
        """Each blank is named by the words before it; words after the last one stay after it, and are read out too."""
        row = Element("p", {"class": "blanks"})
        *labels, rest = parted(paragraph)
        for words in labels:
            label = SubElement(row, "label")
            label.append(words)
            name = self._name(plain_text(words, self.md), paragraph)
            box = SubElement(label, "input", {"type": "text", "id": name, **UNSEEN})
        if plain_text(rest, self.md):
            rest.set("id", f"{name}-after")
            box.set("aria-describedby", rest.get("id"))
            row.append(rest)
        return row

    def _room(self, parent: Element, rule: Element, prompt: Element | None, room: Element | None) -> Element:
        """Room to write: the first rule becomes a field, and each one right under it adds a line."""
        if room is not None:
            room[0].set("rows", str(int(room[0].get("rows")) + 1))
            parent.remove(rule)
        else:
            room = Element("div", {"class": "write"})
            words = plain_text(prompt, self.md) if prompt is not None else ""
            area = SubElement(room, "textarea", {"id": self._name(words, rule), "rows": "1", **UNSEEN})
            if prompt is not None:
                _name_by(area, prompt)
            _put(parent, rule, room)
        SubElement(room, "i")
        return room

    def _scales(self, table: Element) -> Element:
        heads = [cell for row in table.iter("thead") for cell in row.iter("th")]
        points = [NUMBERED.match((cell.text or "").strip()) for cell in heads[1:]]
        numbered = [point for point in points if point]
        if numbered and not (numbered[0]["words"] and numbered[-1]["words"]):
            self._fault(table, "scale-ends", plain_text(heads[0], self.md))
        # Outside a worksheet, which is a form already, the browser must not bring old answers back.
        group = Element("div") if self.context.kind == "worksheet" else Element("form", {"autocomplete": "off"})
        group.set("class", "scales")
        asked = plain_text(heads[0], self.md)
        group.set("data-head", asked)
        if asked:
            _ask(group, heads[0], id_from(asked, self.taken))
        for row in table.iter("tr"):
            cells = list(row.iter("td"))
            if cells:
                group.append(self._scale(cells, heads, points))
        return group

    def _scale(self, cells: list[Element], heads: list[Element], points: list) -> Element:
        field = Element("fieldset", {"class": "scale" if any(points) else "options"})
        legend = SubElement(field, "legend")
        _move(cells[0], legend)
        name = id_from(plain_text(legend, self.md), self.taken)
        row = SubElement(field, "div")
        ends = [index for index, point in enumerate(points) if point]
        taken: set[str] = set()
        for index, (cell, head, point) in enumerate(zip(cells[1:], heads[1:], points, strict=False)):
            if not CHOICE.fullmatch(cell.text or ""):
                continue
            link = head.find("a")
            if link is not None:
                row.append(_way_out(link))
            elif point:
                value = id_from(point["number"], taken)
                _point(row, name, value, point, first=index == ends[0], last=index == ends[-1])
            else:
                words = plain_text(head, self.md)
                _option(row, name, id_from(words, taken), words, {"class": "unsure"} if any(points) else {})
        return field

    def _choices(self, items: Element, prompt: Element | None) -> Element:
        group = Element("div", {"class": "choices", "role": "radiogroup"})
        words = plain_text(prompt, self.md) if prompt is not None else ""
        name = self._name(words, items)
        if prompt is not None:
            group.set("aria-labelledby", prompt.get("id") or f"{name}-prompt")
            prompt.set("id", group.get("aria-labelledby"))
        taken: set[str] = set()
        for item in items:
            if _is_choice(item):
                self._choice(group, name, item, taken)
            else:
                left = SubElement(group, "div")
                _move(item, left)
                self._fault(item, "no-choice", plain_text(left, self.md))
        return group

    def _choice(self, group: Element, name: str, item: Element, taken: set[str]) -> None:
        """An item's own words and its further paragraphs are one label."""
        holder = holder_of(item)
        label = _option(group, name, "", "", {})
        words = label[1]
        words.text = CHOICE.sub("", holder.text, count=1)
        words.extend(inline_of(holder))
        written = take_written_id(words)
        for child in item:
            if child.tag == "p" and child is not holder:
                written = written or take_written_id(child)
                SubElement(words, "br").tail = f"\n{child.text or ''}"
                words.extend(child)
            elif child is not holder and child not in words:
                group.append(child)
        label[0].set("value", self._value(written, plain_text(words, self.md), item, taken))

    def _value(self, written: str, words: str, item: Element, taken: set[str]) -> str:
        """What a choice is kept by: its written id, or one made of its words; its place may be another's tomorrow."""
        if not words:
            self._fault(item, "empty-choice")
        if not written:
            return id_from(words, taken)
        if written in taken:
            self._fault(item, "choice-twice", written)
        taken.add(written)
        return written

    def _cells(self, table: Element) -> None:
        heads = [plain_text(cell, self.md) for row in table.iter("thead") for cell in row.iter("th")]
        if not any(heads):
            self._fault(table, "table-header")
        table.set("class", "fill")
        for cell in table.iter("th"):
            cell.set("scope", "col")
        for number, row in enumerate(filter(len, table.iterfind("tbody/tr")), 1):
            self._row(row, heads, number)

    def _row(self, row: Element, heads: list[str], number: int) -> None:
        first = plain_text(row[0], self.md)
        for cell, head in zip(row, heads, strict=False):
            if plain_text(cell, self.md):
                continue
            name = f"{head}, {first or f'row {number}'}"
            attributes = {"type": "text", "id": id_from(name, self.taken), "aria-label": name, **UNSEEN}
            cell.text = None
            cell.set("data-column", head)  # for a phone, where the head of the table is out of sight
            SubElement(cell, "input", attributes)
        if first:
            row[0].tag = "th"
            row[0].set("scope", "row")

    def _name(self, words: str, near: Element) -> str:
        """An id for a field, of the words that say what belongs in it."""
        if not WORD.search(words):
            self._fault(near, "no-name")
        return id_from(words, self.taken)

    def _fault(self, element: Element, name: str, words: str = "") -> None:
        self.context.faults.append((line_of(element), name, words))


def _ask_for_facts(root: Element) -> None:
    """What the front matter says of the sheet is shown below its title and promise; its tools, at its end."""
    tags = [element.tag for element in root]
    place = tags.index("h1") + 1 if "h1" in tags else 0
    root.insert(place + (tags[place : place + 1] == ["p"]), Comment(" guide: sheet-facts "))
    root.append(Comment(" guide: sheet-tools "))


def _ask(group: Element, head: Element, name: str) -> None:
    """What all rows of a table are asked stands above them, and is read out with them."""
    question = SubElement(group, "p", {"class": "asks", "id": name})
    _move(head, question)
    if group.tag != "form":  # a form with a name is a group already
        group.set("role", "group")
    group.set("aria-labelledby", name)


def _is_choice(item: Element) -> bool:
    return item.tag == "li" and bool(CHOICE.match(holder_of(item).text or ""))


def _is_choice_table(table: Element) -> bool:
    return any(CHOICE.fullmatch(cell.text or "") for cell in table.iter("td"))


def _point(row: Element, name: str, value: str, point: re.Match, *, first: bool, last: bool) -> None:
    """One number of a scale; its ends stand in words beside the first and the last."""
    number, words = point["number"], point["words"]
    if words and first:
        SubElement(row, "span", {"class": "end", "aria-hidden": "true"}).text = words
    label = _option(row, name, value, number, {})
    if words:
        label[0].set("aria-label", f"{number}, {words}")
    if words and last:
        SubElement(row, "span", {"class": "end", "aria-hidden": "true"}).text = words


def _option(row: Element, name: str, value: str, words: str, attributes: dict[str, str]) -> Element:
    label = SubElement(row, "label", attributes)
    SubElement(label, "input", {"type": "radio", "name": name, "value": value})
    SubElement(label, "span").text = words
    return label


def _way_out(link: Element) -> Element:
    """An answer that leads away from the form: it is a link, so that nothing is stored and nothing printed."""
    out = Element("a", {**link.attrib, "class": "way-out"})
    out.text = link.text
    out.extend(link)
    return out


def _name_by(field: Element, prompt: Element) -> None:
    """Let the heading or paragraph before a field be its name."""
    if not prompt.get("id"):
        prompt.set("id", f"{field.get('id')}-prompt")
    field.set("aria-labelledby", prompt.get("id"))
    if prompt.tag == "p":
        prompt.set("class", "prompt")


def _move(source: Element, target: Element) -> None:
    target.text = source.text
    target.extend(list(source))


def _put(parent: Element, old: Element, new: Element) -> None:
    new.tail, old.tail = old.tail, None
    if line_of(old, 0):
        new.set("data-line", str(line_of(old)))
    parent[list(parent).index(old)] = new
