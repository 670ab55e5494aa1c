"""What is filled in by hand, written in plain Markdown: rules to write on, blanks, scales, choices, empty tables.

Name: ____ Date: ____           a blank, named by the words before it
___                             rules, one under the other: room to write (on a worksheet)
| | 1 Never | 2 | 3 Always |    a table whose cells are ( ): one choice a row
- ( ) Stay {#stay}              a list of choices
| What | Who |                  a table with empty cells (on a worksheet)

What is kept of a field is kept by its id, which may be written, so that its words can change: Name: ____ {#name}
"""

from xml.etree.ElementTree import Comment, Element, SubElement

from markdown.treeprocessors import Treeprocessor

from guide.dialect.blanks import has_blanks, lost_blanks, parted
from guide.dialect.cells import make_cells
from guide.dialect.choices import choices, is_choice
from guide.dialect.context import Context
from guide.dialect.form import UNSEEN, Form, name_by, put
from guide.dialect.items import left_ids, take_first_id
from guide.dialect.scales import is_scale_table, scales
from guide.dialect.strokes import TO_WRITE_ON

PROMPTS = ("h1", "h2", "h3", "h4", "p")


class Sheets(Treeprocessor):
    """Turns them into form fields, each with its label."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: Element) -> None:
        """Change them in place."""
        form = Form(root, self.md, self.context)
        for parent in list(root.iter()):
            if "data-checklist" not in parent.attrib:  # such a list has its boxes already
                _make_fields(form, parent)
        self.context.faults += [(line, "lost-blank", "") for line in lost_blanks(root)]
        self.context.faults += [(line, "lost-id", name) for line, name in left_ids(root)]
        if form.is_sheet:
            _ask_for_facts(root)


def _make_fields(form: Form, parent: Element) -> None:
    prompt: Element | None = None
    room: Element | None = None
    for element in list(parent):
        if element.tag == "hr" and form.is_sheet and element.get(TO_WRITE_ON) is not None:
            room = _room(form, parent, element, prompt, room)
            continue
        room = None
        if element.tag == "p" and has_blanks(element):
            put(parent, element, _blanks(form, element))
        elif element.tag == "table" and is_scale_table(element):
            put(parent, element, scales(form, element))
        elif element.tag == "table" and form.is_sheet:
            make_cells(form, element)
        elif element.tag in ("ul", "ol") and any(map(is_choice, element)):
            put(parent, element, choices(form, element, prompt))
        elif element.tag in PROMPTS:
            prompt = element


def _blanks(form: Form, paragraph: Element) -> Element:
    """Each blank is named by the words before it; words after the last one stay after it, and are read out too."""
    row = Element("p", {"class": "blanks"})
    *labels, rest = parted(paragraph)
    ids = map(take_first_id, [*labels[1:], rest])
    for words, written in zip(labels, list(ids), strict=True):
        label = SubElement(row, "label")
        label.append(words)
        name = form.name(form.words(words), paragraph, written)
        box = SubElement(label, "input", {"type": "text", "id": name, **UNSEEN})
    if form.words(rest):
        rest.set("id", f"{name}-after")
        box.set("aria-describedby", rest.get("id"))
        row.append(rest)
    return row


def _room(form: Form, parent: Element, rule: Element, prompt: Element | None, room: Element | None) -> Element:
    """Room to write: the first rule becomes a field, and each one right under it adds a line."""
    if room is not None:
        room[0].set("rows", str(int(room[0].get("rows")) + 1))
        parent.remove(rule)
    else:
        room = Element("div", {"class": "write"})
        name = form.name_after(prompt, rule)
        area = SubElement(room, "textarea", {"id": name, "rows": "1", **UNSEEN})
        if prompt is not None:
            name_by(area, prompt)
            if prompt.tag == "p":
                prompt.set("class", "prompt")
        put(parent, rule, room)
    SubElement(room, "i")
    return room


def _ask_for_facts(root: Element) -> None:
    """What the front matter says of the sheet is shown below its title and promise; its tools, at its end."""
    tags = [element.tag for element in root]
    place = tags.index("h1") + 1 if "h1" in tags else 0
    root.insert(place + (tags[place : place + 1] == ["p"]), Comment(" guide: sheet-facts "))
    root.append(Comment(" guide: sheet-tools "))
