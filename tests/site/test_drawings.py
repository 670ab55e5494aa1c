"""The drawings, and the page that shows every part."""

import re

import brotli
import pytest
from projects import DOCS
from selectolax.lexbor import LexborHTMLParser

DRAWINGS = sorted((DOCS / "_data/pictures").glob("*.svg"))
INKS = {"pen", "seam", "thin", "faint"}
FENCE = re.compile(r"```markdown\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_says_what_it_shows_in_our_inks(path):
    """It is named for whoever cannot see it, weighs little, and has no colour of its own: light, dark and paper do."""
    text = path.read_text("utf-8")
    svg = LexborHTMLParser(text).css_first("svg")
    shapes = svg.css("path, ellipse, circle, line, rect")

    assert svg.attributes["role"] == "img"
    assert len(svg.attributes["aria-label"].split()) > 4
    assert re.findall(r"\b(?:fill|stroke|style|color)\s*=|#[0-9a-f]{3}|<style", text, re.IGNORECASE) == []
    assert shapes
    assert {name for shape in shapes for name in shape.attributes["class"].split()} <= INKS
    assert len(brotli.compress(text.encode())) <= 900


def test_the_drawn_blocks_are_the_blocks(guide):
    """The stone of six pieces names the building blocks as their pages do."""
    drawn = LexborHTMLParser((DOCS / "_data/pictures/blocks.svg").read_text("utf-8"))

    assert {text.text() for text in drawn.css("text")} == {block.element for block in guide.blocks}


def test_the_style_page_shows_what_it_says():
    """Each piece of Markdown that it offers to copy stands on the page itself as well, and so can be seen."""
    text = (DOCS / "about/style.md").read_text("utf-8")
    offered, shown = FENCE.findall(text), FENCE.sub("", text)

    assert len(offered) > 9
    assert [piece for piece in offered if piece.strip() not in shown] == []


def test_the_style_page_leaves_no_part_out(built):
    """Every callout, every part with a style of its own, and each field that a plain page can hold."""
    page = built["about/style/"]
    parts = [
        ".care",
        ".note",
        ".pause",
        ".handout",
        ".blanks",
        ".scales",
        ".choices",
        ".path",
        ".blocks",
        ".get",
        ".cite",
    ]
    parts += [f"[data-part={name}]" for name in ("before-you-start", "try-this-tonight", "what-to-say", "sources")]

    assert [part for part in parts if not page.css(f"main {part}")] == []
