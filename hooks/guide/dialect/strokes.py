"""How a rule or a table was typed, which its HTML no longer tells: underscores are to write on, dashes say how wide."""

import re
from xml.etree.ElementTree import Element

from markdown.blockprocessors import HRProcessor
from markdown.extensions.tables import TableProcessor

TO_WRITE_ON, WIDE = "data-write", "data-wide"
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
        dashes = [len(run) for run in DASHES.findall(lines[1])]
        super().run(parent, blocks)
        heads = parent[-1].findall("thead/tr/th")
        if len(set(dashes)) > 1 and len(dashes) == len(heads):
            for head, wide in zip(heads, dashes, strict=True):
                head.set(WIDE, str(wide))
