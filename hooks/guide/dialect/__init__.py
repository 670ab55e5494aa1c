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
from guide.dialect.context import Context
from guide.dialect.leniency import Leniency
from guide.dialect.lines import BlocksAlone, LineMarks, LineNumbers, LineSweep
from guide.dialect.link_lists import LinkLists
from guide.dialect.own_marks import OwnMarks
from guide.dialect.questions import QuestionFields
from guide.dialect.quick_inline import make_quick
from guide.dialect.sections import Sections
from guide.dialect.sheets import Sheets
from guide.dialect.strokes import CellsLeftOut, Columns, Rules
from guide.dialect.text import heading_id
from guide.dialect.titles import Titles

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
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
    """Everything we read into Markdown, for the one page that a context is of.

    The numbers are places in Python-Markdown's own queues: what is read first stands highest. Inline text is resolved
    at 20, attribute lists at 8, and heading ids at 5; ours come after those, on a finished tree.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Register our parts, with the context that they share."""
        md.registerExtension(self)
        self.md = md
        context = self.context
        md.preprocessors.register(LineMarks(md, context), "guide-line-marks", 190)
        md.preprocessors.register(Leniency(md), "guide-leniency", 29)
        md.inlinePatterns.register(Citations(CITATION, md, context), "guide-citations", 175)
        md.parser.blockprocessors.register(Rules(md.parser), "hr", 50)
        md.parser.blockprocessors.register(Columns(md.parser, {"use_align_attribute": False}), "table", 75)
        md.treeprocessors.register(LineNumbers(md, context), "guide-line-numbers", 15)
        md.treeprocessors.register(CitationNumbers(md, context), "guide-citation-numbers", 14)
        md.treeprocessors.register(OwnMarks(md, context), "guide-own-marks", 7.5)
        md.treeprocessors.register(WrittenIds(md), "guide-written-ids", 6)
        md.treeprocessors.register(Alerts(md), "guide-alerts", 4.5)
        md.treeprocessors.register(Alignment(md), "guide-alignment", 4.2)
        md.treeprocessors.register(CellsLeftOut(md, context), "guide-cells-left-out", 4.1)
        md.treeprocessors.register(QuestionFields(md, context), "guide-questions", 4)
        md.treeprocessors.register(Checklists(md, context), "guide-checklists", 3.5)
        md.treeprocessors.register(Sheets(md, context), "guide-sheets", 3)
        md.treeprocessors.register(LinkLists(md), "guide-link-lists", 2.5)
        md.treeprocessors.register(Sections(md, context), "guide-sections", 2)
        md.treeprocessors.register(Titles(md), "guide-titles", -2)
        md.postprocessors.register(BlocksAlone(md), "guide-blocks-alone", 35)
        md.postprocessors.register(LineSweep(md, context), "guide-line-sweep", -10)

    def reset(self) -> None:
        """Write HTML: `<br>`, not `<br />`. The parser sets its own way only after its extensions are read."""
        self.md.set_output_format("html")


REPLACED = ("pymdownx.tasklist", "markdown_checklist.extension", "mdx_truly_sane_lists")
"""What ours does instead: two that make boxes, or nest lists, of the same lines would break each other."""


def with_ours(extra: list[str]) -> list[str]:
    """A site's own extensions, then ours, which have the last word where two of them do the same."""
    own = [name for name in extra if name not in REPLACED]
    return [*own, *(name for name in EXTENSIONS if name not in own)]


def new_parser(
    context: Context, extra: list[str] | None = None, configs: dict[str, dict[str, Any]] | None = None
) -> Markdown:
    """A parser for one page; `extra` extensions are a site's own. What it finds, it notes in the context."""
    names = with_ours(extra or [])
    md = Markdown(extensions=[*names, GuideExtension(context)], extension_configs=_with_our_options(configs or {}))
    make_quick(md)
    return md


def _with_our_options(configs: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """A site's options, and ours, which come first: ids and code are what the rest of a guide is built on."""
    return {name: {**(configs.get(name) or {}), **CONFIGS.get(name, {})} for name in {**configs, **CONFIGS}}
