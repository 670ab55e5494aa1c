"""Which Markdown extensions do nothing but turn a page's own text into HTML.

Others may read any file of the machine that builds into a page, or run what stands in it, and no check sees that.
"""

from collections.abc import Iterator
from typing import Any

from guide.model.problems import Problem, nearest

PYTHON = (
    *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
    *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
)
PYMDOWN = (
    *("arithmatex", "betterem", "bracketspan", "caret", "critic", "details", "emoji", "escapeall", "extra"),
    *("fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark", "pathconverter", "progressbar", "quotes"),
    *("saneheaders", "smartsymbols", "striphtml", "superfences", "tabbed", "tasklist", "tilde"),
    *(f"blocks.{name}" for name in ("admonition", "caption", "definition", "details", "html", "tab")),
)
OTHERS = ("markdown_checklist.extension", "mdx_truly_sane_lists")
KNOWN = frozenset([*PYTHON, *(f"markdown.extensions.{name}" for name in PYTHON), *OTHERS]) | {
    f"pymdownx.{name}" for name in PYMDOWN
}
READING = {"pymdownx.emoji": "custom_icons"}
"""Of a known one, the option by which it reads files as well."""


def extensions_in(value: Any) -> Iterator[tuple[str, Any]]:
    """Each extension that a setting names, with its options."""
    for one in [value] if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from one.items() if isinstance(one, dict) else [(str(one), None)]


def is_known(name: str, options: Any = None) -> bool:
    """Whether an extension does nothing else, with these options."""
    return name in KNOWN and (name not in READING or READING[name] not in str(options))


def not_known(name: str, path: str, line: int) -> Problem:
    """What is said of any other that the site has not asked for by name."""
    guess = nearest(name, KNOWN, 0.9)
    ask = f"Take it out; or, if the site needs it, say so in mkdocs.yml:  extra: {{allow: [{name}]}}"
    return Problem(
        path,
        line,
        f"The extension “{name}” may do more than turn text into HTML.",
        "What reads files while pages are made can bring in words that nobody has seen, or what is private.",
        f"Write  {guess}" if guess and guess != name else ask,
    )
