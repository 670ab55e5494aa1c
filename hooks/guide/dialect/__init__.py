"""The Markdown that a guide is written in: Python-Markdown, and what we read into it.

It stays readable where none of this runs (GitHub's preview, an editor): checklists are `- [ ]`, callouts are GitHub's
alerts, lines to write on are rules, and parts made by the build are asked for in comments.
"""

from typing import Any

from markdown import Extension, Markdown

from guide.dialect.alerts import Alerts
from guide.dialect.alignment import Alignment
from guide.dialect.checklists import Checklists, WrittenIds
from guide.dialect.citations import CITATION, CitationNumbers, Citations
from guide.dialect.context import Context, ContextLine
from guide.dialect.lines import LineMarks, LineNumbers, LineSweep
from guide.dialect.link_lists import LinkLists
from guide.dialect.questions import QuestionFields
from guide.dialect.sections import Sections
from guide.dialect.sheets import Sheets
from guide.dialect.text import heading_id
from guide.dialect.titles import Titles
from guide.dialect.unreadable import Unreadable

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "smarty",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "pymdownx.tabbed",
]
CONFIGS: dict[str, dict[str, Any]] = {
    # Headings in any script get ids of their own letters; the default slugify would call them _1, _2.
    "toc": {"slugify": heading_id, "toc_depth": 3},
    "pymdownx.highlight": {"use_pygments": False},
    "pymdownx.tabbed": {"alternate_style": True},
}


class GuideExtension(Extension):
    """Everything we read into Markdown, for one conversion at a time.

    The numbers are places in Python-Markdown's own queues: what is read first stands highest. Inline text is resolved
    at 20, attribute lists at 8, and heading ids at 5; ours come after those, on a finished tree.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register our parts, with a fresh context that they share."""
        md.registerExtension(self)
        self.md = md
        context = md.guide = Context()
        md.preprocessors.register(ContextLine(md, context), "guide-context", 200)
        md.preprocessors.register(LineMarks(md, context), "guide-line-marks", 190)
        md.inlinePatterns.register(Citations(CITATION, md, context), "guide-citations", 175)
        md.treeprocessors.register(LineNumbers(md, context), "guide-line-numbers", 15)
        md.treeprocessors.register(CitationNumbers(md, context), "guide-citation-numbers", 14)
        md.treeprocessors.register(WrittenIds(md), "guide-written-ids", 6)
        md.treeprocessors.register(Alerts(md), "guide-alerts", 4.5)
        md.treeprocessors.register(Alignment(md), "guide-alignment", 4.2)
        md.treeprocessors.register(QuestionFields(md, context), "guide-questions", 4)
        md.treeprocessors.register(Checklists(md, context), "guide-checklists", 3.5)
        md.treeprocessors.register(Sheets(md, context), "guide-sheets", 3)
        md.treeprocessors.register(LinkLists(md), "guide-link-lists", 2.5)
        md.treeprocessors.register(Sections(md, context), "guide-sections", 2)
        md.treeprocessors.register(Unreadable(md, context), "guide-unreadable", 1)
        md.treeprocessors.register(Titles(md), "guide-titles", -2)
        md.postprocessors.register(LineSweep(md, context), "guide-line-sweep", -10)

    def reset(self) -> None:
        """Write HTML: `<br>`, not `<br />`. The parser sets its own way only after its extensions are read."""
        self.md.set_output_format("html")


def with_ours(extra: list[str]) -> list[str]:
    """A site's own extensions, then ours, which have the last word where two of them do the same."""
    return [*extra, *(name for name in EXTENSIONS if name not in extra)]


def new_parser(extra: list[str] | None = None, configs: dict[str, dict[str, Any]] | None = None) -> Markdown:
    """A parser of the dialect; `extra` extensions are a site's own."""
    names = with_ours(extra or [])
    return Markdown(extensions=[*names, GuideExtension()], extension_configs={**CONFIGS, **(configs or {})})
