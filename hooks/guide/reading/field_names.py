"""What a field is called on paper: the words that stand before it, and what is asked above them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.text import plain_text
from guide.model.page_ids import HEADINGS

TITLES = set(HEADINGS) - {"h1"}


class FieldNames:
    """The names in one tree; what names a field may stand anywhere in it."""

    def __init__(self, root: Element, md: Markdown) -> None:
        self.md = md
        self.by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        self.questions = dict(_questions(root))

    def of(self, field: Element) -> str:
        """The name of a field, "" where nothing names it."""
        prompt = self.by_id.get(field.get("aria-labelledby"))
        if prompt is None:
            return ""
        words, question = plain_text(prompt, self.md), self.questions.get(prompt.get("id"))
        if question is not None and not words.endswith((":", "?")):  # a hint: what is asked stands above it
            return f"{plain_text(question, self.md)} {words}"
        return words.rstrip(":")


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


def labelled(element: Element) -> Iterator[tuple[Element, Element]]:
    """Each label in an element, with the box that it names."""
    for label in element.iter("label"):
        box = label.find("input")
        if box is not None:
            yield label, box
