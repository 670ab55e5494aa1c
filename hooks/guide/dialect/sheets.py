"""What is filled in by hand, written in plain Markdown: rules to write on, blanks, scales, choices, empty tables.

Name: ____ Date: ____           a blank, named by the words before it
___                             rules, one under the other: room to write (on a worksheet)
| | 1 Never | 2 | 3 Always |    a table whose cells are ( ): one choice a row
- ( ) Stay                      a list of choices
| What | Who |                  a table with empty cells (on a worksheet)
"""

import re
from xml.etree.ElementTree import Comment, Element, SubElement

from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.lines import line_of
from guide.dialect.text import WRITTEN_ID, id_from, plain_text
from guide.skeleton import SKELETON_IDS

PROMPTS = ("h1", "h2", "h3", "h4", "p")
BLANK = re.compile(r"(?P<label>[^_]*?):?\s*_{4,}\s*")
CHOICE = re.compile(r"\s*\(\s*\)\s*")
NUMBERED = re.compile(r"(?P<number>\d+)\s*(?P<words>.*)", re.DOTALL)


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
        if self.context.kind == "worksheet":
            _ask_for_facts(root)

    def _fields_in(self, parent: Element) -> None:
        worksheet = self.context.kind == "worksheet"
        prompt: Element | None = None
        room: Element | None = None
        for element in list(parent):
            if element.tag == "hr" and worksheet:
                room = self._room(parent, element, prompt, room)
                continue
            room = None
            if element.tag == "p" and "____" in (element.text or "") and not len(element):
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
        row = Element("p", {"class": "blanks"})
        for found in BLANK.finditer(paragraph.text):
            words = found["label"].strip()
            label = SubElement(row, "label")
            SubElement(label, "span").text = words
            attributes = {"type": "text", "id": id_from(words, self.taken)}
            SubElement(label, "input", attributes)
        return row

    def _room(self, parent: Element, rule: Element, prompt: Element | None, room: Element | None) -> Element:
        """Room to write: the first rule becomes a field, and each one right under it adds a line."""
        if room is not None:
            room[0].set("rows", str(int(room[0].get("rows")) + 1))
            parent.remove(rule)
        else:
            room = Element("div", {"class": "write"})
            words = plain_text(prompt, self.md) if prompt is not None else ""
            area = SubElement(room, "textarea", {"id": id_from(words, self.taken), "rows": "1"})
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
            self.context.faults.append((line_of(table), "scale-ends", plain_text(heads[0], self.md)))
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
        for index, (cell, head, point) in enumerate(zip(cells[1:], heads[1:], points, strict=False)):
            if not CHOICE.fullmatch(cell.text or ""):
                continue
            link = head.find("a")
            if link is not None:
                row.append(_way_out(link))
            elif point:
                _point(row, name, point, first=index == ends[0], last=index == ends[-1])
            else:
                _option(row, name, plain_text(head, self.md), {"class": "unsure"} if any(points) else {})
        return field

    def _choices(self, items: Element, prompt: Element | None) -> Element:
        group = Element("div", {"class": "choices", "role": "radiogroup"})
        words = plain_text(prompt, self.md) if prompt is not None else ""
        name = id_from(words or "choice", self.taken)
        if prompt is not None:
            group.set("aria-labelledby", prompt.get("id") or f"{name}-prompt")
            prompt.set("id", group.get("aria-labelledby"))
        for item in items:
            text = item[0] if len(item) and item[0].tag == "p" else item
            label = _option(group, name, "", {})
            _move(text, label[1])
            label[1].text = WRITTEN_ID.sub("", CHOICE.sub("", label[1].text or "", count=1))
        return group

    def _cells(self, table: Element) -> None:
        heads = [plain_text(cell, self.md) for row in table.iter("thead") for cell in row.iter("th")]
        if not any(heads):
            self.context.faults.append((line_of(table), "table-header", ""))
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
            attributes = {"type": "text", "id": id_from(name, self.taken), "aria-label": name}
            cell.text = None
            cell.set("data-column", head)  # for a phone, where the head of the table is out of sight
            SubElement(cell, "input", attributes)
        if first:
            row[0].tag = "th"
            row[0].set("scope", "row")


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
    text = item[0].text if len(item) and item[0].tag == "p" else item.text
    return item.tag == "li" and bool(CHOICE.match(text or ""))


def _is_choice_table(table: Element) -> bool:
    return any(CHOICE.fullmatch(cell.text or "") for cell in table.iter("td"))


def _point(row: Element, name: str, point: re.Match, *, first: bool, last: bool) -> None:
    """One number of a scale; its ends stand in words beside the first and the last."""
    number, words = point["number"], point["words"]
    if words and first:
        SubElement(row, "span", {"class": "end", "aria-hidden": "true"}).text = words
    label = _option(row, name, number, {})
    if words:
        label[0].set("aria-label", f"{number}, {words}")
    if words and last:
        SubElement(row, "span", {"class": "end", "aria-hidden": "true"}).text = words


def _option(row: Element, name: str, words: str, attributes: dict[str, str]) -> Element:
    label = SubElement(row, "label", attributes)
    SubElement(label, "input", {"type": "radio", "name": name})
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
