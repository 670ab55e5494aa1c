"""The elements of a piece of HTML as a browser finds them, each with the line on which its author wrote it.

What a browser takes for an element is seldom what it looks like: `<!-->` is a whole comment, a tag in a `<textarea>` is
text, and the first one in a drawing that belongs to a page ends the drawing. So this is the standard's own way to read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

import turbohtml

from guide.checks.growth import Drawn, size_of, used_by
from guide.dialect.lines import ATTRIBUTE
from guide.text.as_seen import plain, skeleton
from guide.text.attributes import value_of

BEFORE = "<!doctype html><html><head></head><body>"
KEPT = 10_000
"""Texts whose elements are kept, so that each rule need not read them anew; of a larger guide each rule does."""
MOST_ALIKE = 2_000
"""Ways to write an element that are kept, so that elements of one way share it."""
FRAME = ("html", "head", "body")
"""What every page has once: a browser gives it the attributes of a second one, wherever that is written."""
AFTER = "what-follows-the-text"
WORD = re.compile(r"\w")
SAID = ("alt", "aria-label", "title")
SAYING = {"a", "abbr", "area", "button", "summary"}
PICTURES = {"img", "svg", "math"}
RAW = {"script", "style"}
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
HTML = turbohtml.Namespace.HTML
Document = turbohtml.Document
IN_LINE = (
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike"
    " strong sub sup time tspan tt u var wbr"
)
INLINE = frozenset(IN_LINE.split())
"""What stands in a line with the words around it; all else begins a line of its own."""


class Tag(NamedTuple):
    """The beginning of an element. Names are in small letters."""

    name: str
    attributes: Mapping[str, str]
    line: int
    in_drawing: bool = False
    """In a drawing or a formula, where some names mean something else."""
    text: str = ""
    """What stands in a script or a style."""
    says: tuple[str, ...] = ()
    """All that a link says of where it leads, each way by itself: to the eye, to who hears it, to who waits on it.

    Of a button and a short form as well.
    """
    shows: bool = False
    """Whether such a link or button has words or a picture for the eye."""
    is_written: bool = True
    """Whether something of it stands in the text: a browser makes the frame of a page by itself."""


@lru_cache(KEPT)
def tags_of(html: str) -> tuple[Tag, ...]:
    """All that stand in the text of a page, in their order. One that knows no line has that of the one before.

    Where none does (a drawing is not read as Markdown), lines are those of the text. The frame of the page is among
    them only where the text has written into it.
    """
    tags, written = [], 0
    for element in page_of(html).find_all(True):
        written = line_in(element) or written
        tags.append(tag_of(element, written))
    return tuple(tag for tag in tags if tag.name not in FRAME or tag.is_written)


def whole_page(html: str, scripting: bool = True) -> Document:
    """A page, `<html>` and its head with it, as a browser takes it that runs scripts, or one that does not.

    The first takes what stands in `<noscript>` for text.
    """
    return turbohtml.parse(html, scripting=scripting, allow_declarative_shadow_roots=False)


def page_of(html: str) -> Document:
    """The text of a page as a browser that runs scripts takes it."""
    return whole_page(BEFORE + html)


def elements_around(node: turbohtml.Node) -> list[turbohtml.Element]:
    """Those that a piece of a page stands in, the nearest first."""
    return [one for one in node.ancestors if isinstance(one, turbohtml.Element)]


def block_among(around: Iterable[turbohtml.Element]) -> turbohtml.Element | None:
    """The nearest of them that begins a line of its own; None where none does."""
    return next((one for one in around if one.tag not in INLINE), None)


def words_of_page(html: str) -> Iterator[tuple[str, tuple[Tag, ...]]]:
    """Each piece of text of a page that has words, with the elements that it stands in, the nearest first.

    What links say is left out.
    """
    page = page_of(html)
    for piece in page.descendants:
        if isinstance(piece, turbohtml.Text) and WORD.search(piece.data):
            around = elements_around(piece)
            line = next(filter(None, map(line_in, around)), 1)
            yield piece.data, tuple(tag_of(one, line_in(one) or line, says=False) for one in around)


def tag_of(element: turbohtml.Element, written: int, says: bool = True) -> Tag:
    """One element; `written` is the line that it knows, or that of the one before; 0 where neither knows any."""
    tag, attrs = element.tag, element.attrs
    written_there = [(name.lower(), value_of(value)) for name, value in attrs.items() if name != ATTRIBUTE]
    attributes = _kept_once(tuple(written_there)) if written_there else NO_ATTRIBUTES
    in_drawing = element.namespace is not HTML
    text = element.text if tag in RAW else ""
    said, shows = _says(element) if says and tag in SAYING else ((), False)
    at = written or element.source_line or 1
    return Tag(intern(tag.lower()), attributes, at, in_drawing, text, said, shows, is_written=bool(attrs))


def let_go_of_texts() -> None:
    """Forget what all texts hold, when no rule will ask for it again: of a large guide it fills much room."""
    for known in (tags_of, _kept_once, plain, skeleton):
        known.cache_clear()


@lru_cache(MOST_ALIKE)
def _kept_once(attributes: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Most elements of a guide have the attributes of many others: all of them share one mapping, for room."""
    return MappingProxyType(dict(attributes))


def line_in(element: turbohtml.Element) -> int:
    """The line that it knows; 0 for none."""
    line = element.attrs.get(ATTRIBUTE)
    return int(line) if line and line.isdecimal() else 0


def size_of_drawings(html: str) -> tuple[int, int]:
    """How many elements a browser draws for the drawings of a text, and the line of the first; see `size_of`."""
    page = page_of(html)
    whole = [one for one in page.find_all(True) if one.namespace is not HTML]
    places = {one: place for place, one in enumerate(whole)}
    drawn = []
    for one in whole:
        attributes = {name: value_of(value) for name, value in one.attrs.items()}
        inside = [places[child] for child in one.children if isinstance(child, turbohtml.Element) and child in places]
        drawn.append(Drawn(attributes.get("id", ""), used_by(one.tag, attributes), inside))
    return size_of(drawn), next((line_in(one) for one in whole if line_in(one)), 1)


def left_open(html: str) -> tuple[str, int] | None:
    """What takes in all that follows a text on its page, as a tag that is not closed does; None where nothing does.

    Its name and its line; `main` where the text ends the part of the page that it stands in.
    """
    page = turbohtml.parse(f"{BEFORE}<main>{html}<p id={AFTER}>.</p></main>", scripting=True)
    after = page.select_one(f"#{AFTER}")
    if after is None or (around := _around(after)) is None:
        return "main", 0
    taken = [one for one in (*around, *after.find_all(True)) if one is not after]
    return (taken[-1].tag, line_in(taken[-1])) if taken else None


def _around(element: turbohtml.Element) -> list[turbohtml.Element] | None:
    """The elements between one and the main part of its page; None where it does not stand in there."""
    found = []
    for one in elements_around(element):
        if one.tag == "main":
            return found
        found.append(one)
    return None


def _says(link: turbohtml.Element) -> tuple[tuple[str, ...], bool]:
    elements, words = link.find_all(True), _lines_of(link)
    inside = (one.attrs.get(name) for one in (link, *elements) for name in SAID)
    shows = bool(plain(words).strip()) or any(one.tag in PICTURES for one in elements)
    return tuple(filter(None, (words, *map(value_of, inside)))), shows


def _lines_of(link: turbohtml.Element) -> str:
    """Its text as it stands on the page: words that a break holds apart are not one word."""
    said, last = [], None
    for piece in link.descendants:
        if isinstance(piece, turbohtml.Text):
            block = block_among(elements_around(piece))
            said.append(f"\n{piece.data}" if said and block != last else piece.data)
            last = block
        elif isinstance(piece, turbohtml.Element) and piece.tag == "br":
            said.append("\n")
    return "".join(said)
