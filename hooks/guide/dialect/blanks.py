"""Blanks to write a word in: a label, a colon, then four or more underscores. One paragraph can hold several."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guide.dialect.lines import line_of

UNDERSCORES = "____"
BLANK = re.compile(r":?\s*_{4,}\s*")


def has_blanks(paragraph: Element) -> bool:
    """Whether blanks stand among its words; one inside of bold words or a link is none."""
    return any(UNDERSCORES in (text or "") for _, text in _pieces(paragraph))


def parted(paragraph: Element) -> list[Element]:
    """What it holds, parted at its blanks, each part a <span>: labels, and last the words after the last blank."""
    parts = [Element("span")]
    for child, text in _pieces(paragraph):
        # Where a new line begins with a new label, the break between them is none inside the label.
        if child is not None and (child.tag != "br" or parts[-1].text or len(parts[-1])):
            child.tail = None
            parts[-1].append(child)
        before, *others = BLANK.split(text or "")
        _add(parts[-1], before)
        for words in others:
            parts.append(Element("span"))
            parts[-1].text = words
    return parts


def lost_blanks(element: Element, line: int = 1) -> Iterator[int]:
    """The lines where underscores are shown that were meant to be a field: in an item, a cell, a heading, bold words.

    Code may hold them, and a comment.
    """
    if not isinstance(element.tag, str):
        return
    line = line_of(element, line)
    texts = [text for child, text in _pieces(element) if child is not None or element.tag != "code"]
    if any(UNDERSCORES in (text or "") for text in texts):
        yield line
    for child in element:
        yield from lost_blanks(child, line)


def _pieces(element: Element) -> list[tuple[Element | None, str | None]]:
    """Its children, each with the text after it; before them, its own first text."""
    return [(None, element.text), *((child, child.tail) for child in element)]


def _add(part: Element, text: str) -> None:
    if len(part):
        part[-1].tail = (part[-1].tail or "") + text
    else:
        part.text = (part.text or "") + text
