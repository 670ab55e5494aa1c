"""Citations: `[@kim-2004]` becomes a small number that leads to the page's list of sources."""

from markdown.inlinepatterns import InlineProcessor

from guide.dialect.context import Context
from guide.dialect.lines import MARK, number_of

CITE = '<a class="cite"'
CITATION = rf"[ ]*(?P<mark>{MARK.pattern})?\[@(?P<key>[\w-]+)\]"


class Citations(InlineProcessor):
    """Numbers them in their order on the page; the same source keeps its number."""

    def __init__(self, pattern: str, md, context: Context) -> None:
        super().__init__(pattern, md)
        self.context = context

    def handleMatch(self, m, data):  # noqa: N802 - the name is Python-Markdown's
        """A number in a link, its name spelt out for a screen reader.

        It is put away as raw HTML, for the list that it leads to is made later, and MkDocs would miss it.
        """
        key = m["key"]
        self.context.cited.append((key, number_of(m["mark"]) if m["mark"] else 0))
        number = self.context.citations.setdefault(key, len(self.context.citations) + 1)
        link = f'{CITE} href="#source-{key}" aria-label="Source {number}">{number}</a>'
        return self.md.htmlStash.store(link), m.start(0), m.end(0)
