"""The lists of a text as a browser finds them, and what stands right in each: items, and nothing else."""

import re
from collections.abc import Iterator

import turbohtml

from guide.checks.html_tags import line_in, page_of

ITEMS = {"li": {"ul", "ol", "menu"}, "dt": {"dl"}, "dd": {"dl"}}
"""What stands in lists, and right in which of them."""
HELD = {**dict.fromkeys(("ul", "ol", "menu"), re.compile(r"(?:li )*")), "dl": re.compile(r"(?:(?:dt )+(?:dd )+|div )*")}
"""The names of what may stand right in each, in what order."""


def odd_lists(html: str) -> Iterator[tuple[int, str]]:
    """What is wrong with the lists of a text, each with its line."""
    page = page_of(html)
    written = 1
    for element in page.find_all(True):
        name, written = element.tag, line_in(element) or written
        if name in ITEMS and not _holds(element.parent, ITEMS[name]):
            yield written, f"<{name}> stands in no list."
        elif name in HELD and not HELD[name].fullmatch("".join(map(_name, element.children))):
            yield (
                written,
                f"<{name}> holds something else than {'<dt>, each before a <dd>' if name == 'dl' else '<li>'}.",
            )


def _holds(parent: turbohtml.Node, lists: set[str]) -> bool:
    """In a list of terms a `<div>` may stand around each."""
    around = parent.parent if parent.tag == "div" and "dl" in lists else parent
    return isinstance(around, turbohtml.Element) and around.tag in lists


def _name(node: turbohtml.Node) -> str:
    if isinstance(node, turbohtml.Element):
        return f"{node.tag} "
    return "words " if isinstance(node, turbohtml.Text) and node.data.strip() else ""
