"""What the dialect must know of the page it reads, and what it finds there.

A Markdown parser is handed nothing but text, so the page's own facts come as its first line, a comment.
"""

import json
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown.preprocessors import Preprocessor

OPENING = "<!-- guide: page "
CLOSING = " -->"


@dataclass
class Context:
    """One page while it is read."""

    kind: str = "page"
    name: str = ""
    """The last part of the page's address; derived ids begin with it."""
    questions: bool = False
    """Whether its second-level headings are questions."""
    first_line: int = 0
    """The line of the file on which the body begins; 0 where line numbers are not wanted."""
    citations: dict[str, int] = field(default_factory=dict)
    """Cited keys and their numbers, in order of appearance."""
    cited: list[tuple[str, int]] = field(default_factory=list)
    """Each citation with its line."""
    checklists: list[ElementTree.Element] = field(default_factory=list)
    requests: list[tuple[str, int]] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    """Every question's id, with the lines of fields that stand first in its answer."""
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    """What cannot be shown as it is written: a line, the fault's name, and the words concerned."""
    tree: ElementTree.Element | None = None
    """The finished tree."""


def with_context(body: str, *, kind: str, name: str, questions: bool, first_line: int = 0) -> str:
    """A page's text with its own facts as a first line."""
    facts = {"kind": kind, "name": name, "questions": questions, "first_line": first_line}
    return f"{OPENING}{json.dumps(facts)}{CLOSING}\n{body}"


class ContextLine(Preprocessor):
    """Takes the first line off, and reads it."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """All lines but that one."""
        if not lines or not lines[0].startswith(OPENING):
            return lines
        facts = json.loads(lines[0].removeprefix(OPENING).removesuffix(CLOSING))
        vars(self.context).update(facts)
        return lines[1:]
