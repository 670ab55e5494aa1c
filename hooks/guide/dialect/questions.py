"""The fields of a question: `also: too late; all over`, on the lines between its heading and its answer."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from guide.dialect.context import Context
from guide.dialect.lines import line_of
from guide.dialect.text import resolved

FIELD = re.compile(r"[a-z]+: ")
KNOWN = {"also", "aliases", "sources"}
NOT_QUESTIONS = {"sources"}


class QuestionFields(Treeprocessor):
    """Takes them out of the page, for the index and the search to use."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ElementTree.Element) -> None:
        """On a page of questions only: elsewhere such a line is prose."""
        if not self.context.questions:
            return
        for heading, following in pairwise([*root, ElementTree.Element("end")]):
            if heading.tag != "h2" or heading.get("id") in NOT_QUESTIONS:
                continue
            lines: list[str] = []
            if following.tag == "p" and FIELD.match(following.text or ""):
                lines = [line.strip() for line in resolved("".join(following.itertext()), self.md).splitlines()]
                self._check(lines, line_of(following))
                root.remove(following)
            self.context.answers[heading.get("id")] = lines

    def _check(self, lines: list[str], number: int) -> None:
        names = [line.partition(":")[0] for line in lines]
        for place, name in enumerate(names):
            if name not in KNOWN:
                self.context.faults.append((number, "question-field", name))
            elif name in names[:place]:
                self.context.faults.append((number + place, "question-field-twice", name))
