"""HTML as a tree, read as browsers read it; books need well-formed XML."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

import turbohtml

from guide.text.attributes import value_of

XHTML = "http://www.w3.org/1999/xhtml"
FOREIGN = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}
"""What is drawn, and its name space."""
NAMED = {"svg": "svg", "math": "mathml"}
"""What a book calls it where it says which of its chapters hold any."""
BLOCKS = {
    "address", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
# A browser opens these anew in each block where nobody has closed them, also around other blocks. A book may not.
WITHIN = {"abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "u"}
# No deeper: the writer of a tree calls itself for each. The check tells it before.
DEEPEST = 200
# XML knows no such characters, and no such names.
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NAME = re.compile(r"[A-Za-z_][\w:.-]*", re.ASCII)


def parse_html(html: str) -> Element:
    """A piece of HTML as a tree, in one `div`. Comments are left out; what nobody opened or closed is mended."""
    root = Element("div")
    page = turbohtml.parse(f"<!doctype html><body>{NO_XML.sub('', html)}", scripting=True)
    _copy(page.find("body"), root, 1)
    return root


def to_xml(element: Element) -> str:
    """An element as XML, the same characters every time."""
    return tostring(element, encoding="unicode", short_empty_elements=True)


def held_in(chapter: bytes) -> str:
    """The names of what is drawn in a chapter."""
    return " ".join(name for tag, name in NAMED.items() if f"<{tag}".encode() in chapter)


def _copy(from_: turbohtml.Element, to: Element, depth: int) -> None:
    """What stands in an element; what stands too deep stands beside instead."""
    for node in from_.children:
        if isinstance(node, turbohtml.Text):
            _add_text(to, NO_XML.sub("", node.data))
        elif isinstance(node, turbohtml.Element) and NAME.fullmatch(node.tag):
            if node.tag in WITHIN and any(getattr(one, "tag", "") in BLOCKS for one in node.descendants):
                _copy(node, to, depth + 1)
                continue
            element = SubElement(to, node.tag, dict(_attributes(node)))
            if node.tag in FOREIGN:
                element.set("xmlns", FOREIGN[node.tag])
            _copy(node, element if depth < DEEPEST else to, depth + 1)


def _attributes(element: turbohtml.Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrs.items():
        if NAME.fullmatch(name) and not name.startswith("xmlns"):
            yield name, NO_XML.sub("", value_of(value))


def _add_text(parent: Element, words: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
