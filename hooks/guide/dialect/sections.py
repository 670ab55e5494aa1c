"""Each second-level heading and what follows it, held together in one section that the stylesheets can name."""

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.notes import CLASSES


class Sections(Treeprocessor):
    """Wraps them. A section is named by its heading's first class, or else by its id."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place, and keep it for the reader."""
        section = None
        for element in list(root):
            if element.tag == "h2":
                section = ElementTree.Element("section", {"data-part": part_of(element)})
                root.insert(list(root).index(element), section)
            elif element.tag == "h1":
                section = None
            if section is not None:
                root.remove(element)
                section.append(element)
        for section in [found for found in root.iter("section") if len(found)]:
            if section[0].get("id") in self.context.answers:
                section.append(ElementTree.Comment(f" guide: question-tools {section[0].get('id')} "))
        for heading in root.iter("h2"):
            # The section has it now; it is kept for the reader, and for no stylesheet.
            if heading.get("class"):
                heading.set(CLASSES, heading.attrib.pop("class"))
        self.context.tree = root


def part_of(heading: ElementTree.Element) -> str:
    """The name of the part that a heading opens."""
    return (heading.get("class") or heading.get("id") or "").split(" ")[0]
