"""What a page can hold and paper cannot show as it stands: pieces of HTML, pictures, the long form behind a word."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from guide.dialect.lines import MARK, line_of, number_of, without_marks
from guide.dialect.text import raw_html
from guide.model.page_ids import SCREEN
from guide.reading.runs import SPELT_OUT

BLOCKS = {
    "dl": "list of terms",
    "blockquote": "quote",
    "summary": "part to open",
    "label": "tab",
}
"""By its tag, what is told and left out."""
PICTURE = re.compile(r"<(?:img|svg|picture|video|audio|object|canvas|math)\b", re.IGNORECASE)
IN_LINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b",
    re.IGNORECASE,
)
NAMES_A_FIELD = ("label", "legend", "table")


def for_screen(element: Element) -> bool:
    """Whether it speaks of buttons and keys, and its author left it off paper."""
    return element.get("class") == SCREEN


def is_block(text: str, md: Markdown) -> bool:
    """Whether a paragraph is a piece of HTML or code that the parser has put away whole."""
    whole = HTML_PLACEHOLDER_RE.fullmatch(without_marks(text).strip())
    raw = without_marks(raw_html(text, md)).strip()
    return bool(whole) and raw.startswith("<") and not raw.startswith("<!--") and not IN_LINE.match(raw)


def line_in(text: str, md: Markdown) -> int:
    """The line of the first tag that the parser has put away; 0 where there is none, as with code."""
    mark = MARK.search(raw_html(text, md))
    return number_of(mark[0]) if mark else 0


def pictures_in(root: Element, md: Markdown, line: int = 1) -> Iterator[int]:
    """The line of each picture, written in Markdown or in HTML; pieces put away whole are told as such."""
    line = line_of(root, line)
    for text in (root.text or "", *(child.tail or "" for child in root)):
        if not is_block(text, md) and PICTURE.search(raw_html(text, md)):
            yield line_in(text, md) or line
    for child in root:
        if child.tag == "img":
            yield line_of(child, line)
        elif isinstance(child.tag, str) and child.tag not in ("code", "pre"):
            yield from pictures_in(child, md, line)


def spell_out(root: Element) -> Iterator[int]:
    """Let paper show each long form behind the first of its words; the lines of those that only name a field."""
    first: dict[str, bool] = {}
    lines: dict[str, int] = {}
    for element, named, line in _words(root, named=False, line=1):
        title = element.get("title") or ""
        lines.setdefault(title, line)
        if title and not named and not first.get(title):
            element.set(SPELT_OUT, "")
        first[title] = first.get(title, False) or not named
    yield from (lines[title] for title, shown in first.items() if title and not shown)


def _words(element: Element, *, named: bool, line: int) -> Iterator[tuple[Element, bool, int]]:
    line = line_of(element, line)
    named = named or element.tag in NAMES_A_FIELD
    if element.tag == "abbr":
        yield element, named, line
    for child in element:
        yield from _words(child, named=named, line=line)
