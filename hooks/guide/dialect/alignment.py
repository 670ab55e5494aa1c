"""Aligned columns of a table (`|:-:|`): a class, where the parser writes a style that no page may carry."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

STYLE = re.compile(r"text-align: (left|center|right);")
CLASSES = {"center": "centre", "right": "far"}


class Alignment(Treeprocessor):
    """Names how the cells stand; `left` is how they stand anyway."""

    def run(self, root: Element) -> None:
        """Change them in place."""
        for cell in (cell for row in root.iter("tr") for cell in row):
            found = STYLE.fullmatch(cell.get("style", ""))
            if found:
                del cell.attrib["style"]
                classes = [cell.get("class"), CLASSES.get(found[1])]
                if any(classes):
                    cell.set("class", " ".join(filter(None, classes)))
