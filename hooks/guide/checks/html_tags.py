"""The elements of a piece of HTML as a browser finds them, each with the line on which its author wrote it.

What a browser takes for an element is seldom what it looks like: `<!-->` is a whole comment, a tag in a `<textarea>` is
text, and the first one in a drawing that belongs to a page ends the drawing. So this is the standard's own way to read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import turbohtml

from guide.dialect.lines import ATTRIBUTE

BEFORE = "<!doctype html><html><head></head><body>"


@dataclass(frozen=True)
class Tag:
    """The beginning of an element. Names are in small letters."""

    name: str
    attributes: Mapping[str, str]
    line: int
    in_drawing: bool = False
    """In a drawing or a formula, where some names mean something else."""
    text: str = ""
    """What stands in a script or a style."""


def tags_of(html: str) -> list[Tag]:
    """All that stand in the text of a page, in their order. One that knows no line has that of the one before.

    Where none does (a drawing is not read as Markdown), lines are those of the text.
    """
    return tags_of_page(BEFORE + html)


def tags_of_page(html: str, scripting: bool = True) -> list[Tag]:
    """All of a whole page, `<html>` and its head among them, by a browser that runs scripts, or one that does not.

    The first takes what stands in `<noscript>` for text.
    """
    page = turbohtml.parse(html, scripting=scripting, allow_declarative_shadow_roots=False)
    tags, written = [], 0
    for element in page.find_all(True):
        attributes = {name.lower(): _value(value) for name, value in element.attrs.items()}
        line = attributes.pop(ATTRIBUTE, "")
        written = int(line) if line.isdecimal() else written
        in_drawing = element.namespace is not turbohtml.Namespace.HTML
        text = element.text if element.tag in ("script", "style") else ""
        line = written or element.source_line or 1
        tags.append(Tag(element.tag.lower(), attributes, line, in_drawing, text))
    return tags


def _value(value: str | list[str] | None) -> str:
    """A list of words (`class`) comes as a list."""
    return " ".join(value) if isinstance(value, list) else value or ""
