"""All that a text says, to the eye or to who hears it, block by block: its words, those that are drawn, and labels."""

from collections.abc import Iterator

import turbohtml

from guide.checks.html_tags import HTML, INLINE, elements_around, line_in, page_of

LABELS = ("alt", "title", "placeholder", "summary", "label", "abbr")
DRAWINGS = {"svg", "math"}
Place = tuple[turbohtml.Element, int]
"""A block, and how many lines were broken before."""


def said_on(html: str) -> Iterator[tuple[str, int]]:
    """Each block and each label, with its line. What stands in one line is one text, whatever elements part it."""
    page = page_of(html)
    blocks: dict[Place, list[str]] = {}
    lines: dict[Place, int] = {}
    line, breaks = 1, 0
    for node in page.descendants:
        if isinstance(node, turbohtml.Element):
            line = line_in(node) or line
            breaks += node.tag == "br"
            yield from ((words, line) for name, words in node.attrs.items() if _is_label(name) and words)
        elif isinstance(node, turbohtml.Text):
            block = _block_of(node)
            drawn = block.namespace is not HTML
            place = (block, breaks)
            blocks.setdefault(place, []).append(f" {node.data} " if drawn else node.data)
            lines.setdefault(place, line)
    yield from ((" ".join("".join(words).split()), lines[place]) for place, words in blocks.items())


def _is_label(name: str) -> bool:
    return name in LABELS or (name.startswith("aria-") and name not in ("aria-labelledby", "aria-describedby"))


def _block_of(text: turbohtml.Text) -> turbohtml.Element:
    """What begins a line of its own; a whole drawing is one."""
    around = elements_around(text)
    drawing = next((one for one in around if one.tag in DRAWINGS), None)
    return drawing or next(one for one in around if one.tag not in INLINE)
