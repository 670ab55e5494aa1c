"""GitHub's alerts as callouts: `> [!CAUTION]` on the first line of a quote."""

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from guide.dialect.lines import ATTRIBUTE

# What each word means in a guide. The class is the name of the callout in the stylesheets.
CALLOUTS = {"CAUTION": "care", "WARNING": "care", "NOTE": "note", "IMPORTANT": "handout", "TIP": "pause"}
OPENING = re.compile(rf"\s*\[!({'|'.join(CALLOUTS)})\][-+:]?\\?\s*", re.IGNORECASE)


class Alerts(Treeprocessor):
    """Turns such quotes into callouts.

    Two alerts, or a quote and an alert, with one empty line between them are one quote to the parser.
    """

    def run(self, root: ElementTree.Element) -> None:
        """Change them in place."""
        for parent in list(root.iter()):
            for quote in [child for child in parent if child.tag == "blockquote" and any(map(_name_of, child))]:
                place = list(parent).index(quote)
                parent[place : place + 1] = _callouts(quote)


def _callouts(quote: ElementTree.Element) -> list[ElementTree.Element]:
    callouts: list[ElementTree.Element] = []
    for child in list(quote):
        name = _name_of(child)
        if name:
            callouts.append(ElementTree.Element("div", {**quote.attrib, **_line_of(child), "class": CALLOUTS[name]}))
            child.text = OPENING.sub("", child.text, count=1)
        elif not callouts:
            callouts.append(ElementTree.Element("blockquote", quote.attrib))
        if child.text or len(child):
            callouts[-1].append(child)
    callouts[-1].tail = quote.tail
    return callouts


def _line_of(child: ElementTree.Element) -> dict[str, str]:
    return {ATTRIBUTE: child.get(ATTRIBUTE)} if child.get(ATTRIBUTE) else {}


def _name_of(element: ElementTree.Element) -> str:
    """The word in the brackets of a quote's paragraph, or ""."""
    found = OPENING.match(element.text or "") if element.tag == "p" else None
    return found[1].upper() if found else ""
