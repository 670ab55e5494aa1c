"""HTML as a tree, read as browsers read it as far as a guide's own pages go; books need well-formed XML."""

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement, tostring

XHTML = "http://www.w3.org/1999/xhtml"
FOREIGN = {"svg": "http://www.w3.org/2000/svg", "math": "http://www.w3.org/1998/Math/MathML"}
"""What is drawn, and its name space."""
NAMED = {"svg": "svg", "math": "mathml"}
"""What a book calls it where it says which of its chapters hold any."""
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
BLOCKS = {
    "address", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
# The next of these, and the end of what it stands in, end it: authors and templates may leave the end tag out.
ENDED_BY = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "tbody"},
    "td": {"td", "th", "tr", "tbody"},
    "th": {"td", "th", "tr", "tbody"},
    "p": BLOCKS,
}
# What is left open within a line does not keep the line open.
WITHIN = {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "sub", "sup", "u"}
# No deeper, as in browsers (theirs is 512): the writer of a tree calls itself for each. The check tells it before.
DEEPEST = 200
ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=")
# XML knows no such characters.
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse_html(html: str) -> Element:
    """A piece of HTML as a tree, in one `div`. Comments are left out; what nobody opened or closed is mended."""
    reader = _Reader()
    reader.feed(NO_XML.sub("", html))
    reader.close()
    return reader.root


def to_xml(element: Element) -> str:
    """An element as XML, the same characters every time."""
    return tostring(element, encoding="unicode", short_empty_elements=True)


def held_in(chapter: bytes) -> str:
    """The names of what is drawn in a chapter."""
    return " ".join(name for tag, name in NAMED.items() if f"<{tag}".encode() in chapter)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("div")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if tag in FOREIGN or self._is_drawn():  # the only tags and attributes that have capitals
            tag = re.match(r"<\s*([^\s/>]+)", written)[1]
            names = {name.lower(): name for name in ATTRIBUTE.findall(written)}
            attrs = [(names.get(name, name), value) for name, value in attrs]
        else:
            self._end_before(tag)
        attributes = {name: NO_XML.sub("", value or "") for name, value in attrs if not name.startswith("xmlns")}
        element = SubElement(self.open[-1], tag, attributes)
        if tag in FOREIGN:
            element.set("xmlns", FOREIGN[tag])
        if tag not in EMPTY and len(self.open) < DEEPEST:
            self.open.append(element)

    def _is_drawn(self) -> bool:
        return any(element.tag in FOREIGN for element in self.open)

    def _end_before(self, tag: str) -> None:
        """Close what a tag ends by beginning: a row, its last cell and the row before; what is open within goes too."""
        place = len(self.open) - 1
        while self.open[place].tag in WITHIN:
            place -= 1
        if tag in ENDED_BY.get(self.open[place].tag, ()):
            del self.open[place:]
            self._end_before(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open[-1].tag.lower() == tag and self._is_drawn():
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        tags = [element.tag.lower() for element in self.open]
        if tag in tags[1:]:
            del self.open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data
