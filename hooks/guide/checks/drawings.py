"""Drawings and formulas in a text hold what is drawn there, and nothing by which they could do more.

What may stand in them is listed, and all else is told: a drawing has ways without number to lie over the page around
it, to lead away from there, and to show its figures in another order than they are written.
"""

import re
from collections.abc import Iterator

from guide.checks.harm import ACTIVE, LEADING, PASSIVE, does_harm
from guide.checks.html_names import IN_DRAWINGS, IN_FORMULAS, names
from guide.checks.html_tags import Tag, tags_of
from guide.checks.pushed import WHY as PUSHED
from guide.checks.pushed import faults_of_drawing
from guide.model.guide import Guide
from guide.model.problems import Problem

DRAWN = names(
    """
    svg g path rect circle ellipse line polyline polygon text tspan title use image stop lineargradient radialgradient
    math mrow mi mn mo ms mtext mspace msup msub msubsup mmultiscripts mprescripts none mfrac msqrt mroot munder mover
    munderover mtable mtr mtd mstyle mfenced menclose semantics
    """
)
ATTRIBUTES = re.compile(
    r"(?:aria|data)-.+|xml:(?:lang|space)|xmlns(?::.+)?|id|class|role|lang|name|version|baseprofile|focusable|"
    # Where and how large.
    r"viewbox|preserveaspectratio|width|height|[xy][12]?|[cfr][xy]|d[xy]|f?r|d|points|pathlength|transform|ref[xy]|offset|"
    # With what it is painted.
    r"fill(?:-opacity|-rule)?|stroke(?:-.+)?|opacity|color|stop-(?:color|opacity)|clip-(?:path|rule)|mask|marker(?:-.+)?|"
    r"gradient(?:units|transform)|spreadmethod|pattern(?:content)?(?:units|transform)|(?:clippath|mask(?:content)?)units|"
    r"marker(?:width|height|units)|orient|vector-effect|paint-order|.+-rendering|display|visibility|"
    # Its words.
    r"text-anchor|(?:dominant|alignment)-baseline|baseline-shift|font-.+|"
    # Formulas.
    r"mathvariant|displaystyle|scriptlevel|stretchy|fence|separators?|[lr]space|m(?:in|ax)size|form|largeop|symmetric|"
    r"movablelimits|accent(?:under)?|linethickness|bevelled|open|close|notation|encoding|columnalign|rowalign|"
    r"(?:column|row)(?:spacing|span|lines)|frame|equal(?:columns|rows)|depth"
)
USING = frozenset({"use", "image", "lineargradient", "radialgradient", "pattern"})
"""What takes its looks from elsewhere in the guide."""
MOVED = re.compile(r"[xy]|d[xy]|width|[lr]space")
"""By which pieces of a text are moved, each to a place of its own."""
ONE_PLACE = re.compile(r"\s*[-+]?[\d.]*[a-z%]*\s*", re.IGNORECASE)
WORDED = names("text tspan mspace mo mrow mi mn mtext mstyle")
TURNED = re.compile(r"(?:scale[xy]?\s*\([^)]*|matrix\s*\(\s*)-", re.IGNORECASE)
WHY = "What nobody expects of a drawing might lie over the page, lead away, or show a number in another order."


def check_drawings(guide: Guide) -> Iterator[Problem]:
    """Those in the text of every page, and those that pages ask for."""
    for page in guide.pages:
        yield from _check(page.source, page.html)
    for name, drawing in (guide.data.get("pictures") or {}).items():
        source = guide.data_file(f"pictures/{name}.svg")
        yield from _check(source, drawing)
        yield from (Problem(source, line, what, PUSHED, mend) for line, what, mend in faults_of_drawing(drawing))


def _check(source: str, html: str) -> Iterator[Problem]:
    for tag in tags_of(html):
        if tag.in_drawing:
            yield from (Problem(source, tag.line, what, WHY, mend) for what, mend in _faults(tag))


def _faults(tag: Tag) -> Iterator[tuple[str, str]]:
    if tag.name == "a":
        yield "A link stands in a drawing.", "Put the link into the text beside it."
    elif tag.name in DRAWN | IN_DRAWINGS | IN_FORMULAS:
        yield from _faults_of_attributes(tag)
    elif tag.name not in {*ACTIVE, *PASSIVE}:
        yield (
            f"<{tag.name}> stands in a drawing.",
            "Draw it without that, or put it in as a picture:  ![…](picture.svg)",
        )


def _faults_of_attributes(tag: Tag) -> Iterator[tuple[str, str]]:
    for name, value in tag.attributes.items():
        known = ATTRIBUTES.fullmatch(name) or (tag.name in USING and LEADING.fullmatch(name))
        if not known and not does_harm(tag, name, value):
            yield f"“{name}” of <{tag.name}> stands in a drawing.", "Take it out."
        elif _reorders(tag, name, value):
            yield f"“{name}” of <{tag.name}> moves signs of a text about: “{value}”.", "Give the whole text one place."


def _reorders(tag: Tag, name: str, value: str) -> bool:
    """Whether words could be shown in another order than they are written, or as in a mirror."""
    if tag.name in WORDED and MOVED.fullmatch(name):
        back = tag.name not in ("text", "tspan") and "-" in value
        return back or not ONE_PLACE.fullmatch(value)
    return tag.name in WORDED and name == "transform" and bool(TURNED.search(value))
