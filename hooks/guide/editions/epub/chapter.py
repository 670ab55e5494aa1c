"""A page's HTML as a chapter: what a screen can do is told in words and signs, and nothing is left that needs one."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from guide.editions.epub.tree import FOREIGN, parse_html
from guide.text.direction import is_sound

# What only works in a browser, or would lead around inside a page of the site.
DROPPED = {"script", "style", "noscript", "template", "button", "select", "iframe", "object", "video", "audio", "link"}
# By class: tools below a list or a sheet, the filter of the questions, breaks for paper, and what speaks of the screen.
DROPPED_CLASSES = {"keep", "tools", "filter", "page-break", "screen"}
WAY_OUT = "way-out"
RENAMED = {"form": "div", "fieldset": "div", "legend": "p", "label": "span", "details": "div", "summary": "p"}
NAMED = {"legend": "legend", "summary": "summary"}
SIGNS = {"checkbox": "☐ ", "radio": "○ "}
TICKED = "☑ "
ATTRIBUTES = {
    "id", "class", "href", "src", "alt", "title", "lang", "dir", "colspan", "rowspan", "scope", "start", "reversed",
    "datetime", "cite", "data-part",
}  # fmt: skip

# What the book's stylesheet says of the lines of a drawing, by class.
LINES = {
    "pen": {"fill": "none", "stroke": "currentColor", "stroke-width": "2"},
    "faint": {"fill": "none", "stroke": "currentColor", "stroke-width": "1"},
    "dot": {"fill": "none", "stroke": "currentColor", "stroke-width": "2"},
    "seam": {"fill": "none", "stroke": "#a87c26", "stroke-width": "2.5"},
}


def chapter_tree(html: str) -> Element:
    """The chapter as a tree; its links and pictures still lead where the page's own did."""
    root = parse_html(html)
    filled = [section for section in root.findall("section") if len(section) > 1]
    _rewrite(root, frozenset())
    _drop_bare_headings(root, filled)
    _drop_second_ids(root)
    return root


def ids_of(tree: Element) -> set[str]:
    """Every place in a chapter that a link can lead to."""
    return {element.get("id") for element in tree.iter() if element.get("id")}


def lead(tree: Element, way: Callable[[str], str | None]) -> None:
    """Point every link to where `way` says it leads in the book; what leads nowhere becomes plain text."""
    for link in tree.iterfind(".//a[@href]"):
        target = way(link.attrib.pop("href"))
        if target is None:
            link.tag = "span"
            for told in ("epub:type", "role", "aria-label"):
                link.attrib.pop(told, None)
        else:
            link.set("href", target)


def reword_ways_out(tree: Element, words: Callable[[str], str]) -> None:
    """An answer that leads away from a form is for the screen alone: in a book only the way is left, in `words`."""
    for link in tree.iter("a"):
        if link.get("class") == WAY_OUT:
            link[:] = []
            link.text = words(link.get("href", ""))


def show_pictures(tree: Element, picture: Callable[[str], str | None]) -> None:
    """Point every picture to its file in the book; one that is not there is told by its words."""
    for image in tree.iter("img"):
        source = picture(image.attrib.pop("src", ""))
        if source is None:
            image.tag, image.text = "span", image.attrib.pop("alt", "")
        else:
            image.set("src", source)
            image.set("alt", image.get("alt", ""))


def _rewrite(parent: Element, around: frozenset[str]) -> None:
    """Rewrite what stands in an element; `around` names the tags that it stands in."""
    here = around | {parent.tag}
    for child in list(parent):
        classes = set((child.get("class") or "").split())
        if child.tag in FOREIGN:
            _keep_drawing(child)
        elif child.tag in DROPPED or classes & DROPPED_CLASSES:
            _put(parent, child, None)
        elif child.tag == "input":
            _put(parent, child, _sign(child) if "label" in around | {parent.tag} else None)
        elif child.tag == "textarea" or (child.tag == "i" and parent.get("class") == "write"):
            # Each line of room on paper is an empty <i> beside the field; one with a class fills a printed page.
            is_rule = child.tag == "i" and not child.get("class")
            _put(parent, child, Element("span", {"class": "rule"}) if is_rule else None)
        else:
            _rewrite(child, here)
            if child.tag == "p" and not len(child) and not (child.text or "").strip():
                _put(parent, child, None)  # it held a part of the build, which is no text and ended it
            else:
                _plain(child)


def _plain(element: Element) -> None:
    """An element as a book may hold it."""
    if element.tag in NAMED:
        element.set("class", NAMED[element.tag])
    if element.tag == "label":
        element.tail = (element.tail or "") + " "
    name = element.get("aria-label") if element.tag == "a" else None
    kept = {key: value for key, value in element.attrib.items() if _may_keep(key, value)}
    if name:
        kept["aria-label"] = name
    if element.tag == "a" and element.get("class") == "cite":
        kept |= {"epub:type": "noteref", "role": "doc-noteref"}
    element.attrib = kept
    element.tag = RENAMED.get(element.tag, element.tag)


def _may_keep(name: str, value: str) -> bool:
    return name in ATTRIBUTES and bool(value or name == "alt") and is_sound(name, value)


def _sign(field: Element) -> Element:
    """A field as it stands on paper: a box, a ring, or a line to write on."""
    kind = field.get("type", "text")
    sign = Element("span", {"class": "box" if kind in SIGNS else "line"})
    if kind in SIGNS:
        sign.text = TICKED if kind == "checkbox" and "checked" in field.attrib else SIGNS[kind]
    return sign


def _keep_drawing(svg: Element) -> None:
    """A drawing keeps all but what would need another name space or run something.

    It is a drawing of lines as well where a reader asks no stylesheet: else each line would be a black shape.
    """
    for element in svg.iter():
        for name in [name for name, value in element.attrib.items() if _is_odd(name, value)]:
            del element.attrib[name]
        for kind in element.get("class", "").split():
            element.attrib = {**LINES.get(kind, {}), **element.attrib}
    if svg.tag == "math" or (svg.get("role") == "img" and svg.get("aria-label")):
        return
    if not svg.get("aria-hidden"):
        svg.set("aria-hidden", "true")


def _is_odd(name: str, value: str) -> bool:
    leads = name == "href" and not value.startswith("#")
    return leads or ":" in name or name.startswith(("on", "data-")) or not is_sound(name, value)


def _put(parent: Element, old: Element, new: Element | None) -> None:
    """Put another element, or nothing, in the place of one; the text after it stays."""
    place = list(parent).index(old)
    tail, old.tail = old.tail or "", None
    if new is not None:
        new.tail = tail
        parent[place] = new
        return
    parent.remove(old)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _drop_bare_headings(root: Element, filled: list[Element]) -> None:
    """Of those sections that held something, one whose content was for the site alone goes with it."""
    for section in filled:
        if len(section) == 1 and not "".join(text for text in (section.text, section[0].tail) if text).strip():
            _put(root, section, None)


def _drop_second_ids(root: Element) -> None:
    seen: set[str] = set()
    for element in root.iter():
        name = element.get("id")
        if name is not None and (name in seen or not name or any(map(str.isspace, name))):
            del element.attrib["id"]
        seen.add(name or "")
