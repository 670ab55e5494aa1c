"""What the dialect must know of the page it reads, and what it finds there."""

from dataclasses import dataclass, field
from xml.etree import ElementTree


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
    rules: list[int] = field(default_factory=list)
    """The lines that are rules, or room to write."""
    citations: dict[str, int] = field(default_factory=dict)
    """Cited keys and their numbers, in order of appearance."""
    cited: list[tuple[str, int]] = field(default_factory=list)
    """Each citation with its line."""
    checklists: list[ElementTree.Element] = field(default_factory=list)
    requests: list[tuple[str, int, str]] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    """Every question's id, with the lines of fields that stand first in its answer."""
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    """What cannot be shown as it is written: a line, the fault's name, and the words concerned."""
    tree: ElementTree.Element = field(default_factory=lambda: ElementTree.Element("div"))
    """The finished tree; bare where a page has no text."""
