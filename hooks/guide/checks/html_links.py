"""The links of a text within the words of their lines, so that those which read as one are read as one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import turbohtml

from guide.checks.html_tags import block_among, elements_around, line_in, page_of

WORD = re.compile(r"\w")


@dataclass
class Piece:
    """Words of a line that lead to one place; or to none, where `way` is ""."""

    words: str
    way: str
    line: int


def lines_with_links(html: str) -> Iterator[list[Piece]]:
    """Each block that has a link, as its pieces; two links with no word between them are two pieces in a row."""
    page = page_of(html)
    for _, found in groupby(_pieces(page), key=lambda one: one[0]):
        pieces: list[Piece] = []
        last = None
        for _, link, piece in found:
            if pieces and link is not None and link == last:
                pieces[-1].words += piece.words
            elif piece.way or WORD.search(piece.words):
                pieces.append(piece)
                last = link
        if any(piece.way for piece in pieces):
            yield pieces


def _pieces(page: turbohtml.Document) -> Iterator[tuple[turbohtml.Element, turbohtml.Element | None, Piece]]:
    line = 1
    for node in page.descendants:
        if isinstance(node, turbohtml.Element):
            line = line_in(node) or line
        elif isinstance(node, turbohtml.Text):
            around = elements_around(node)
            link = next((one for one in around if one.tag == "a" and one.attrs.get("href")), None)
            block = block_among(around)
            yield block, link, Piece(node.data, str(link.attrs["href"]) if link else "", line)
