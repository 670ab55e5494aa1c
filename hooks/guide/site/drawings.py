"""A drawing that is published as a file of its own shows something, and does nothing: no script, no way elsewhere.

It is XML, and is read as that: what a browser finds in it is not what it would find in a page.
"""

import re
from xml.etree import ElementTree

from guide.checks.growth import MOST, Drawn, size_of, used_by
from guide.checks.pushed import DEEPEST

# Names for pieces of text can stand for any text, and other files can be named for its looks.
MORE = re.compile(
    r"<!(?:DOCTYPE[^>]*\[|ENTITY)|<\?xml-stylesheet|<\?xml[^>]*encoding\s*=\s*.(?!utf-8\W)", re.IGNORECASE
)
DOES = {"script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "a", "link"}
OURS = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp);base64,)", re.IGNORECASE)
LOADS = re.compile(
    r"@import|\b(?:image-set|image|src|cross-fade)\(|\burl\(\s*['\"]?\s*(?!#|data:image/(?:png|jpe?g|gif|webp);)|\\",
    re.IGNORECASE,
)


def deed_of(drawing: str) -> str:
    """What a drawing does besides being seen, in its own words; "" where that is nothing."""
    more = MORE.search(drawing)
    if more:
        return more[0]
    try:
        root = ElementTree.fromstring(drawing)
    except ElementTree.ParseError:
        return "no XML"
    if _is_deep(root):
        return f"its elements stand more than {DEEPEST} deep in each other"
    elements = list(root.iter())
    deed = next(filter(None, map(_deed, elements)), "")
    return deed or (f"it is drawn of more than {MOST:,} pieces" if _size_of(elements) > MOST else "")


def _is_deep(root: ElementTree.Element) -> bool:
    level = [root]
    for _ in range(DEEPEST):
        level = [child for one in level for child in one]
    return bool(level)


def _size_of(elements: list[ElementTree.Element]) -> int:
    places = {id(element): place for place, element in enumerate(elements)}
    return size_of(
        [
            Drawn(one.get("id") or "", used_by(_bare(one.tag), one.attrib), [places[id(child)] for child in one])
            for one in elements
        ]
    )


def _deed(element: ElementTree.Element) -> str:
    tag = _bare(element.tag)
    if tag in DOES or "svg" not in element.tag[: -len(tag)].lower():
        return f"<{tag}>"
    for name, value in element.attrib.items():
        attribute = _bare(name)
        leads = attribute in ("href", "src") and not OURS.match(value)
        changes = attribute == "attributename" and (_bare(value.strip()).endswith("href") or value.strip()[:2] == "on")
        if attribute.startswith("on") or leads or changes or LOADS.search(value):
            return f"{attribute}=…"
    return "a style that loads" if tag == "style" and LOADS.search("".join(element.itertext())) else ""


def _bare(name: str) -> str:
    """Without its namespace, in small letters."""
    return name.rpartition("}")[2].rpartition(":")[2].lower()
