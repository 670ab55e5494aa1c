"""The words of one line or paragraph as paper has them: runs of letters that look alike, and breaks."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.text import resolved
from guide.model.sheet import Run, Runs, Text

TAGS = re.compile(r"<[^>]*>")
STYLES = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sup": "sup"}
SPELT_OUT = "data-spelt-out"  # on the first of the words that have a long form: paper shows no more by a touch
BACK = "footnote-backref"  # the arrow that leads back to where a footnote is called: paper has its number


def runs_of(element: Element, md: Markdown) -> Runs:
    """The words of an element, without the spaces before the first and after the last."""
    styled = _styled(element, STYLES.get(element.tag, ""))
    runs = [Run(resolved(text, md).replace("\n", " "), style) for text, style in styled]
    return _trimmed([run for run in runs if run.text or run.style == "break"])


def own_runs(holder: Element, own: list[Element], md: Markdown) -> Runs:
    """The words of an item itself, which `own` children belong to, without what stands below them."""
    line = Element("span")
    line.text = holder.text
    line.extend(own)
    return runs_of(line, md)


def in_words(raw: str) -> Text:
    """What is written in a piece of HTML or code, line by line."""
    lines = html.unescape(TAGS.sub("", raw)).strip("\n").splitlines()
    return Text(tuple(run for line in lines for run in (Run(line), Run("", "break")))[:-1])


def _trimmed(runs: list[Run]) -> Runs:
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].style)
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].style)
    return tuple(run for run in runs if run.text or run.style == "break")


def _styled(element: Element, style: str) -> Iterator[tuple[str, str]]:
    # A list in an item has items of its own.
    if not isinstance(element.tag, str) or element.tag in ("ul", "ol") or element.get("class") == BACK:
        return
    if element.tag == "br":
        yield "", "break"
    yield element.get("alt", "") if element.tag == "img" else element.text or "", style
    for child in element:
        yield from _styled(child, STYLES.get(child.tag if isinstance(child.tag, str) else "", style))
        if child.get(SPELT_OUT) is not None:
            yield f" ({child.get('title')})", style
        yield child.tail or "", style
