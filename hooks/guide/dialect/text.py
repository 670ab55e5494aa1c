"""Plain text out of a Markdown tree, and ids out of plain text."""

import html
import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE
from pymdownx.slugs import slugify

from guide.dialect.citations import CITE
from guide.model.page_ids import SKELETON_IDS

TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
ESCAPED = re.compile("\x02(\\d+)\x03")
ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|\w+);")  # “&copy=4” in an address is none
PLACEHOLDER = re.compile("\x02[^\x03]*\x03")  # of what the parser fills in when all else is written
AMPERSAND = "\x02amp\x03"
FOOTNOTE = "fnref"  # how the id of a footnote's number begins
SLUG = slugify(case="lower")
LONGEST_ID = 48
FEW_ALIKE = 20  # names of one kind, of which each number is looked at
# Put away by the parser, and no words of the sentence around it: a citation's number, and code.
NO_WORDS = (CITE, "<pre", '<div class="highlight')


def plain_text(element: ElementTree.Element, md: Markdown) -> str:
    """The words of an element as a reader sees them; spaces folded."""
    return " ".join(resolved("".join(_texts(element)), md).split())


def resolved(text: str, md: Markdown) -> str:
    """A text with what the parser had put away (raw HTML, typographic signs, escaped characters) put back."""
    text = HTML_PLACEHOLDER_RE.sub(lambda found: _stored(found[1], md), text)
    text = ESCAPED.sub(lambda found: chr(int(found[1])), text)
    text = ENTITY.sub(lambda found: html.unescape(found[0]), text.replace(AMPERSAND, "&amp;"))
    return PLACEHOLDER.sub(" ", text)


def raw_html(text: str, md: Markdown) -> str:
    """A text with the raw HTML in it as its author wrote it."""
    return HTML_PLACEHOLDER_RE.sub(lambda found: str(md.htmlStash.rawHtmlBlocks[int(found[1])]), text)


def id_from(text: str, taken: set[str]) -> str:
    """An id made of a text's own words, unlike those taken; it is added to them."""
    base = SLUG(text, "-")[:LONGEST_ID].strip("-") or "item"
    candidate = f"{base}-{_free_number(base, taken)}" if base in taken else base
    taken.add(candidate)
    return candidate


def _free_number(base: str, taken: set[str]) -> int:
    """The lowest that nobody has; where there are many, it is found by halves, as thousands may be called alike."""
    last, free = 1, 2
    while f"{base}-{free}" in taken:
        last, free = free, free + (1 if free < FEW_ALIKE else free)
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{base}-{middle}" in taken else (last, middle)
    return free


def heading_id(text: str, separator: str) -> str:
    """The id of a heading for which none is written; it steps aside for what stands around the text."""
    name = SLUG(text, separator)
    return f"{name}{separator}2" if name in SKELETON_IDS else name


def _texts(element: ElementTree.Element):
    # A comment has a function for a tag, and its text is for nobody; links from a heading or a note back are signs, and
    # the number of a note is no word of the sentence.
    is_sign = element.get("class") in ("headerlink", "footnote-backref") or element.get("id", "").startswith(FOOTNOTE)
    if isinstance(element.tag, str) and not is_sign:
        yield element.get("alt", "") if element.tag == "img" else element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def _stored(index: str, md: Markdown) -> str:
    raw = md.htmlStash.rawHtmlBlocks[int(index)]
    return TAG.sub(" ", raw) if isinstance(raw, str) and not raw.startswith(NO_WORDS) else ""
