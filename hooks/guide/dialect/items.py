"""An item of a list: its own words, apart from the lists and paragraphs that may follow them, and its written id."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.dialect.lines import line_of

BLOCKS = ("ul", "ol", "p", "pre", "div", "table", "blockquote", "form")
WRITTEN_ID = re.compile(r"\s*\{#(?P<id>[\w-]+)\}\s*$")
FIRST_ID = re.compile(r"\s*\{#(?P<id>[\w-]+)\}\s*")


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


def left_ids(element: Element, line: int = 1) -> Iterator[tuple[int, str]]:
    """The ids that nothing has taken, and readers would see, each with its line; code may hold them."""
    line = line_of(element, line)
    pieces = [element.text if element.tag not in ("code", "pre") else "", *(child.tail for child in element)]
    for text in pieces if isinstance(element.tag, str) else ():
        found = WRITTEN_ID.search(text or "")
        if found:
            yield line, found["id"]
    for child in element:
        yield from left_ids(child, line)


def take_first_id(text: Element) -> str:
    """The id written at the beginning of a text, taken out of it; "" where none is."""
    found = FIRST_ID.match(text.text or "")
    if not found:
        return ""
    text.text = text.text[found.end() :]
    return found["id"]
