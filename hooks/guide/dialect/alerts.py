"""GitHub's alerts as callouts: `> [!CAUTION]` on the first line of a quote."""

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

# What each word means in a guide. The class is the name of the callout in the stylesheets.
CALLOUTS = {"CAUTION": "care", "WARNING": "care", "NOTE": "note", "IMPORTANT": "note", "TIP": "pause"}
OPENING = re.compile(rf"\s*\[!({'|'.join(CALLOUTS)})\]\s*")


class Alerts(Treeprocessor):
    """Turns such quotes into callouts."""

    def run(self, root: ElementTree.Element) -> None:
        """Change them in place."""
        for quote in root.iter("blockquote"):
            first = quote[0] if len(quote) else None
            found = OPENING.match(first.text or "") if first is not None and first.tag == "p" else None
            if not found:
                continue
            quote.tag = "div"
            quote.set("class", CALLOUTS[found[1]])
            first.text = first.text[found.end() :]
            if not first.text and not len(first):
                quote.remove(first)
