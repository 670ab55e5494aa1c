"""How a rule or a table was typed, which its HTML no longer tells.

Underscores are to write on, dashes say how wide a column is, and what stands beyond the last column is left out.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.blockprocessors import HRProcessor
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.lines import line_of

TO_WRITE_ON, WIDE, BEYOND = "data-write", "data-wide", "data-beyond"
DASHES = re.compile(r"-+")


class Rules(HRProcessor):
    """Notes which rules are written with underscores: those are to write on, all others part two parts."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the rule into the tree."""
        found = self.match
        super().run(parent, blocks)
        if "_" in found[0]:
            next(child for child in reversed(parent) if child.tag == "hr").set(TO_WRITE_ON, "")


class Columns(TableProcessor):
    """Notes how many dashes stand below each heading of a table, where they are not all alike."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the table into the tree."""
        lines = blocks[0].split("\n")
        beyond = "\n".join(self._beyond(lines))
        dashes = [len(run) for run in DASHES.findall(lines[1])]
        super().run(parent, blocks)
        heads = parent[-1].findall("thead/tr/th")
        if len(set(dashes)) > 1 and len(dashes) == len(heads):
            for head, wide in zip(heads, dashes, strict=True):
                head.set(WIDE, str(wide))
        if beyond:
            parent[-1].set(BEYOND, beyond)

    def _beyond(self, lines: list[str]) -> Iterator[str]:
        """What the rows of a table say where it has no column: the number of the row's line, and the words."""
        for number, line in enumerate(lines[2:], 2):
            cells = self._split_row(line.strip(" "))[len(self.separator) :]
            if any(map(str.strip, cells)):
                yield f"{number} {' | '.join(map(str.strip, cells))}"


class CellsLeftOut(Treeprocessor):
    """Tells the author what stands beyond the last column of a table."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: Element) -> None:
        """Find it, by the line of its row."""
        for table in root.iter("table"):
            for found in table.attrib.pop(BEYOND, "").splitlines():
                number, _, words = found.partition(" ")
                self.context.faults.append((line_of(table) + int(number), "cell-left-out", words))
