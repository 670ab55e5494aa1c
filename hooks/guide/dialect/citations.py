"""Citations: `[@kim-2004]` becomes a small number that leads to the page's list of sources."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from guide.dialect.context import Context
from guide.dialect.lines import MARK, number_of

CITE = '<a class="cite"'
CITATION = rf"[ ]*(?P<mark>{MARK.pattern})?\[@(?P<key>[\w-]+)\]"
KEY = re.compile(r'#source-([\w-]+)"')


class Citations(InlineProcessor):
    """Finds them, in whatever order the parser goes through a page."""

    def __init__(self, pattern: str, md, context: Context) -> None:
        super().__init__(pattern, md)
        self.context = context

    def handleMatch(self, m, data):  # noqa: N802 - the name is Python-Markdown's
        """A link, to be numbered.

        It is put away as raw HTML, for the list that it leads to is made later, and MkDocs would miss it.
        """
        self.context.cited.append((m["key"], number_of(m["mark"]) if m["mark"] else 0))
        return self.md.htmlStash.store(_link(m["key"], 0)), m.start(0), m.end(0)


class CitationNumbers(Treeprocessor):
    """Numbers them as a reader meets them; the same source keeps its number."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: Element) -> None:
        """Number the links, and bring what was found into the same order."""
        stored = self.md.htmlStash.rawHtmlBlocks
        for text in _texts(root):
            for index in map(int, HTML_PLACEHOLDER_RE.findall(text)):
                if isinstance(stored[index], str) and stored[index].startswith(CITE):
                    key = KEY.search(stored[index])[1]
                    number = self.context.citations.setdefault(key, len(self.context.citations) + 1)
                    stored[index] = _link(key, number)
        self.context.cited.sort(key=lambda cited: cited[1])


def _link(key: str, number: int) -> str:
    """A number in a link, its name spelt out for a screen reader."""
    return f'{CITE} href="#source-{key}" aria-label="Source {number}">{number}</a>'


def _texts(element: Element) -> Iterator[str]:
    """Every text of a tree, in the order in which it is read."""
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
