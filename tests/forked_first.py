"""What the program reads that others are copies of: what a build needs, but for the command itself; see `forked`.

Much of it a build reads only once it needs it. Reading it here, once for all copies, halves what a small site costs.
"""

from importlib import import_module

import forked  # noqa: F401

BUILDER = ("click", "mkdocs.commands.build", "mkdocs.utils.yaml", "material", "colorama")
MARKDOWN = (
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "fenced_code"),
    *("footnotes", "md_in_html", "sane_lists", "smarty", "tables", "toc"),
)
PYMDOWN = ("details", "highlight", "quotes", "saneheaders", "superfences", "tabbed")
OURS = (
    *("guide_mkdocs.command", "guide_mkdocs.site", "guide.pdf.faults", "guide.pdf.jobs", "guide.search.index"),
    *("guide.renderers.linked_data", "guide.renderers.llms", "guide.renderers.markdown", "guide.renderers.redirects"),
    "guide.site.hosting.netlify",
)

for name in (
    *BUILDER,
    *(f"markdown.extensions.{one}" for one in MARKDOWN),
    *(f"pymdownx.{one}" for one in PYMDOWN),
    *OURS,
):
    import_module(name)
