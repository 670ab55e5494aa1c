"""Addresses that no browser could follow (`http://[x`). They are told as problems, and MkDocs would stop at them."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from guide.addresses import UNREADABLE, parts_of
from guide.dialect.context import Context


class Unreadable(Treeprocessor):
    """Leaves their words on the page that readers get; where a page is read for the model, all stays to be told of."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        if self.context.first_line:
            return
        for element in root.iter():
            for name in ("href", "src"):
                if parts_of(element.get(name, "")) is UNREADABLE:
                    element.tag, element.text = "span", element.get("alt", element.text)
                    element.attrib.clear()
