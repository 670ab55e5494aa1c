"""The marks by which the build and its scripts know their own parts, where an author has written one."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.lines import ATTRIBUTE, MARK, line_of, number_of

NAMES = "checklist|class|colour|column|guide|head|keep|kind|order|part|together|twice|written"
OURS = frozenset(f"data-{name}" for name in NAMES.split("|"))
IN_TAG = re.compile(rf"<[A-Za-z][^<>]*?\s(?P<name>data-(?:{NAMES}))(?=[\s=/>])[^<>]*", re.IGNORECASE)
NAMED = """
asks away blanks blocks bowl brand button care centre choices end facts far fill filled found handout here lines mark
more options page-break path pause place prompt scale scales search search-bar sheet-picture sheets slash small sources
steps strength tel ticks unsure way-out ways which write
"""
CLASSES = frozenset(NAMED.split())
"""By which the looks know parts of ours: a row is pressed as one, a box is left out on a phone or on paper."""
CLASSED = re.compile(r"""<[A-Za-z][^<>]*?\sclass\s*=\s*["']?(?P<classes>[^"'<>]*)[^<>]*""", re.IGNORECASE)
CONTROLS = frozenset({"button", "select", "textarea", "input"})
# A box to tick is one everywhere; what is typed or chosen in another would be kept nowhere, or seen by others.
CONTROL = re.compile(
    r"<(?P<name>button|select|textarea|input(?![^<>]*\stype\s*=\s*[\"']?(?:checkbox|radio)\b))(?=[\s/>])[^<>]*",
    re.IGNORECASE,
)
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
            box = element.get("type", "").lower() in ("checkbox", "radio")
            self._look_at(last, element.get("class", ""), "" if box else str(element.tag))
        for raw in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str):
                self._read(raw, last)

    def _read(self, raw: str, last: int) -> None:
        """Go through a piece of HTML."""

        def line(tag: str) -> int:
            mark = MARK.search(tag)
            return number_of(mark[0]) if mark else last

        for found in IN_TAG.finditer(raw):
            self._tell(line(found[0]), found["name"])
        for found in CLASSED.finditer(raw):
            self._look_at(line(found[0]), found["classes"])
        for found in CONTROL.finditer(raw):
            self._look_at(line(found[0]), "", found["name"].lower())

    def _look_at(self, line: int, classes: str, tag: str = "") -> None:
        for name in sorted(CLASSES & {*classes.split()}):
            self._tell(line, f"class={name}")
        if tag in CONTROLS:
            self.context.faults.append((line, "control", tag))

    def _tell(self, line: int, name: str) -> None:
        self.context.faults.append((line, "own-mark", name))
