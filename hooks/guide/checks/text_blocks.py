"""The blocks of text of a page as a browser finds them: paragraphs, items, cells, boxes, and what is shown as code."""

import re
from collections.abc import Iterator
from itertools import groupby

import turbohtml

from guide.checks.boxes import CITED
from guide.checks.html_tags import INLINE, block_among, elements_around, line_in, page_of
from guide.text.attributes import value_of

UNSEEN = {"html", "body", "section", "form"}
"""What readers see nothing of around a block."""
ITEM = re.compile(r"\bli › p$")
"""An item with room around it, which is an item all the same."""
Block = tuple[str, str, int]
"""What stands around it, the outermost first (`div.care › p`), its words, and its line."""


def blocks_of_text(html: str) -> Iterator[Block]:
    """All that have words, in their order. One that knows no line has that of the one before.

    The number of a source is left out: it is another where a source is cited before it.
    """
    page, line = page_of(html), 1
    pieces = (node for node in page.descendants if isinstance(node, turbohtml.Text) and not _is_number(node))
    for block, some in groupby(pieces, key=_block_of):
        line = line_in(block) or line
        if words := " ".join("".join(node.data for node in some).split()):
            around = [block, *(one for one in elements_around(block) if one.tag not in INLINE)]
            named = " › ".join(_name_of(one) for one in reversed(around) if one.tag not in UNSEEN)
            yield ITEM.sub("li", named), words, line


def _is_number(node: turbohtml.Text) -> bool:
    return CITED in value_of(node.parent.attrs.get("class")).split() and node.data.isdecimal()


def _block_of(node: turbohtml.Node) -> turbohtml.Element:
    return block_among(elements_around(node))


def _name_of(element: turbohtml.Element) -> str:
    return ".".join([element.tag, *value_of(element.attrs.get("class")).split()])
