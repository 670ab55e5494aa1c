"""Lists with boxes: every `- [ ]` list of the tree becomes one that can be ticked, by mouse, keyboard and voice.

Code and comments never reach the tree as list items, so they cannot be taken for boxes.
"""

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.items import holder_of, inline_of, take_written_id
from guide.dialect.text import id_from, plain_text
from guide.model.page_ids import HEADINGS

BOX = re.compile(r"\s*\[(?P<mark>[ xX])\](?:\s+|$)")


class WrittenIds(Treeprocessor):
    """Remembers which headings had an id written, before the others are given one."""

    def run(self, root: ElementTree.Element) -> None:
        """Flag them."""
        for element in root.iter():
            if element.tag in HEADINGS and element.get("id"):
                element.set("data-written", "")


class Checklists(Treeprocessor):
    """Finds the lists, gives ids to them and to their items, and turns items into labelled boxes."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context
        self.heading: ElementTree.Element | None = None
        self.taken: set[str] = set()

    def run(self, root: ElementTree.Element) -> None:
        """Change them in place."""
        self.heading, self.taken = None, set()
        self._visit(root)

    def _visit(self, parent: ElementTree.Element) -> None:
        for index, element in enumerate(list(parent)):
            if element.tag in HEADINGS:
                self.heading = element
            elif element.tag in ("ul", "ol") and any(map(_has_box, element)):
                parent[index] = self._checklist(element)
            else:
                self._visit(element)

    def _checklist(self, items: ElementTree.Element) -> ElementTree.Element:
        # A worksheet is one form as a whole, and a form may not hold another.
        tag = "div" if self.context.kind == "worksheet" else "form"
        whole = ElementTree.Element(tag, {"class": "checklist", "data-guide": "checklist"})
        name = self._id()
        whole.set("id", f"{name}-list")
        whole.set("data-checklist", name)
        if tag == "form":
            whole.set("autocomplete", "off")  # or Firefox would bring the ticks back
            whole.set("data-keep", f"checklist:{name}")
        whole.tail, items.tail = items.tail, None
        whole.append(items)
        whole.append(ElementTree.Comment(f" guide: checklist-tools {name} "))
        self._boxes(items, name, set())
        self.context.checklists.append(whole)
        return whole

    def _id(self) -> str:
        """The heading's written id; else one derived from the page's name and the heading."""
        heading = self.heading
        if heading is None:
            return id_from(f"{self.context.name} checklist", self.taken)
        written = heading.get("data-written") is not None
        return id_from(heading.get("id") if written else f"{self.context.name} {heading.get('id')}", self.taken)

    def _boxes(self, items: ElementTree.Element, checklist: str, taken: set[str]) -> None:
        for item in items:
            if _has_box(item):
                _label(item, checklist, taken, self.md)
            for inner in [*item.iter("ul"), *item.iter("ol")]:
                if any(map(_has_box, inner)):
                    self._boxes(inner, checklist, taken)


def _has_box(item: ElementTree.Element) -> bool:
    return item.tag == "li" and bool(BOX.match(holder_of(item).text or ""))


def _label(item: ElementTree.Element, checklist: str, taken: set[str], md) -> None:
    """Move an item's own text into a label with its box; what follows (a list, a paragraph) stays after it."""
    holder = holder_of(item)
    mark = BOX.match(holder.text)
    label = ElementTree.Element("label")
    box = ElementTree.SubElement(label, "input", {"type": "checkbox"})
    text = ElementTree.SubElement(label, "span")
    text.text = holder.text[mark.end() :]
    text.extend(inline_of(holder))
    written = take_written_id(text)
    name = id_from(written or plain_text(text, md), taken)
    item.set("id", f"{checklist}-{name}")
    box.set("name", name)
    if written and name != written:
        box.set("data-twice", written)
    if mark["mark"] in "xX":
        box.set("checked", "checked")
    holder.text = None
    for child in inline_of(holder):
        holder.remove(child)
    if holder is not item:
        item.remove(holder)
    item.insert(0, label)
