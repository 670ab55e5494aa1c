"""What all fields of a page share: ids that nobody else has, names that say what belongs in them, faults."""

import re
from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from guide.dialect.context import Context
from guide.dialect.items import take_written_id
from guide.dialect.lines import line_of
from guide.dialect.text import id_from, plain_text
from guide.model.form_names import FORM_NAMES
from guide.model.page_ids import SKELETON_IDS

WORD = re.compile(r"\w")
TO_CHOOSE = re.compile(r"\s*\(\s*\)\s*")
"""The sign of what can be chosen, `( )`: it fills a cell of a scale, and begins an item of a list of choices."""
# A browser keeps what is typed, to bring it back or offer it elsewhere, unless each field says not to: in Firefox the
# form's own word is not enough for a textarea. Some browsers send text away to have its spelling checked.
UNSEEN = {"autocomplete": "off", "spellcheck": "false"}


class Form:
    """The fields of one page, while they are made."""

    def __init__(self, root: Element, md: Markdown, context: Context) -> None:
        self.md, self.context = md, context
        self.given = Counter(element.get("id") for element in root.iter() if element.get("id"))
        """How often each id is written on an element of the page."""
        self.taken = {*self.given, *SKELETON_IDS, *FORM_NAMES}
        """The ids that the page has, and those that no field may have."""

    @property
    def is_sheet(self) -> bool:
        """Whether the whole page is a form to fill in."""
        return self.context.kind == "worksheet"

    def words(self, element: Element | None) -> str:
        """The plain words of what names a field, "" where nothing does."""
        return plain_text(element, self.md) if element is not None else ""

    def id_of(self, words: str) -> str:
        """An id made of words."""
        return id_from(words, self.taken)

    def name(self, words: str, near: Element, written: str = "") -> str:
        """An id for a field: the one that is written, or one of the words that say what belongs in it."""
        if not WORD.search(words):
            self.fault(near, "no-name")
        if not written:
            return self.id_of(words)
        if written in self.taken or written.lower() in FORM_NAMES:
            self.fault(near, "field-id", written)
            return self.id_of(written)
        self.taken.add(written)
        return written

    def name_after(self, prompt: Element | None, near: Element) -> str:
        """An id for the field below a prompt: the one written at its end, or one made of its heading's."""
        if prompt is None:
            return self.name("", near)
        written = take_written_id(prompt)
        if not written and prompt.get("data-written") is not None:
            written = id_from(f"{prompt.get('id')}-answer", {*self.taken})
        return self.name(self.words(prompt), prompt, written)

    def hand_over(self, element: Element) -> str:
        """The id written on a column's or a row's name, taken off it for the fields that it names; "" where none is."""
        written = element.attrib.pop("id", "")
        self.given[written] -= 1
        if not self.given[written]:
            self.taken.discard(written)
        return written

    def fault(self, element: Element, name: str, words: str = "") -> None:
        """Note what cannot be made, for its author."""
        self.context.faults.append((line_of(element), name, words))


def option(row: Element, name: str, value: str, words: str, attributes: dict[str, str]) -> Element:
    """Add one answer of several to a row: a circle and its words, in a label."""
    label = SubElement(row, "label", attributes)
    SubElement(label, "input", {"type": "radio", "name": name, "value": value})
    SubElement(label, "span").text = words
    return label


def name_by(field: Element, prompt: Element) -> None:
    """Let the heading or paragraph before a field be its name."""
    if not prompt.get("id"):
        prompt.set("id", f"{field.get('id')}-prompt")
    field.set("aria-labelledby", prompt.get("id"))


def move(source: Element, target: Element) -> None:
    """Put the words of one element into another."""
    target.text = source.text
    target.extend(list(source))


def put(parent: Element, old: Element, new: Element) -> None:
    """Put what was made in the place of what was written, on its line."""
    new.tail, old.tail = old.tail, None
    if line_of(old, 0):
        new.set("data-line", str(line_of(old)))
    parent[list(parent).index(old)] = new
