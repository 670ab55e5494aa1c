"""The tags of a piece of HTML, each with the line on which its author wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from guide.dialect.lines import ATTRIBUTE


@dataclass(frozen=True)
class Tag:
    """The beginning of an element. Names are in small letters."""

    name: str
    attributes: Mapping[str, str]
    line: int


def tags_of(html: str) -> list[Tag]:
    """All of them, in their order. One that knows no line (the build made it) has that of the one before.

    Where none does (a drawing is not read as Markdown), lines are those of the text.
    """
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return reader.found


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []
        self.line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The first of two attributes of one name counts, as in a browser.
        attributes = {name: value or "" for name, value in reversed(attrs)}
        line = attributes.pop(ATTRIBUTE, "")
        self.line = int(line) if line.isdecimal() else self.line
        self.found.append(Tag(tag, attributes, self.line or self.getpos()[0]))
