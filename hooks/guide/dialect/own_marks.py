"""The marks by which the build and its scripts know their own parts, where an author has written one."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.lines import ATTRIBUTE, MARK, line_of, number_of

NAMES = "checklist|class|colour|column|head|keep|kind|order|part|together|twice|written"
OURS = frozenset(f"data-{name}" for name in NAMES.split("|"))
IN_TAG = re.compile(rf"<[A-Za-z][^<>]*?\s(?P<name>data-(?:{NAMES}))(?=[\s=/>])[^<>]*", re.IGNORECASE)
LONGEST = 7  # figures of a line


class OwnMarks(Treeprocessor):
    """Finds them before the dialect sets its own, tells their author, and takes them out of the tree."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: Element) -> None:
        """Go through the tree, and through the HTML that the parser has put away."""
        last = self.context.first_line
        for element in root.iter():
            line = element.get(ATTRIBUTE, str(last))
            if not (line.isdecimal() and len(line) <= LONGEST):
                self._tell(last, ATTRIBUTE)
                element.set(ATTRIBUTE, str(last))
            last = line_of(element, last)
            for name in [name for name in element.attrib if name.lower() in OURS]:
                self._tell(last, name)
                del element.attrib[name]
        for raw in self.md.htmlStash.rawHtmlBlocks:
            for found in IN_TAG.finditer(raw) if isinstance(raw, str) else ():
                mark = MARK.search(found[0])
                self._tell(number_of(mark[0]) if mark else last, found["name"])

    def _tell(self, line: int, name: str) -> None:
        self.context.faults.append((line, "own-mark", name))
