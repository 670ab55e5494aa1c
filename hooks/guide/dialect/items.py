"""An item of a list: its own words, apart from the lists and paragraphs that may follow them, and its written id."""

import re
from xml.etree.ElementTree import Element

BLOCKS = ("ul", "ol", "p", "pre", "div", "table", "blockquote", "form")
WRITTEN_ID = re.compile(r"\s*\{#(?P<id>[\w-]+)\}\s*$")


def holder_of(item: Element) -> Element:
    """What holds the item's own text: in a list with blank lines between items, a paragraph."""
    first = item[0] if len(item) else None
    return first if first is not None and first.tag == "p" and not (item.text or "").strip() else item


def inline_of(holder: Element) -> list[Element]:
    """The children that belong to the holder's own line: all up to the first list or paragraph in it."""
    children = []
    for child in holder:
        if child.tag in BLOCKS:
            break
        children.append(child)
    return children


def take_written_id(text: Element) -> str:
    """The id written at the end of a text, taken out of it; "" where none is."""
    last = text[-1] if len(text) else None
    words = (text.text if last is None else last.tail) or ""
    found = WRITTEN_ID.search(words)
    if not found:
        return ""
    if last is None:
        text.text = words[: found.start()]
    else:
        last.tail = words[: found.start()]
    return found["id"]
