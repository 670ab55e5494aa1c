"""Nothing pushes what follows out of sight: no empty lines, no great heights and depths, no signs upon each other."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import combining, normalize

import turbohtml

from guide.checks.html_names import names
from guide.checks.html_tags import PICTURES, Tag, elements_around, line_in, page_of, tag_of
from guide.model.page import Page
from guide.text.as_seen import plain

LINES = names("address blockquote br dd div dt figure h1 h2 h3 h4 h5 h6 hr li p pre section summary tr")
"""What takes a line, also when it is empty."""
SHOWING = names("button input select textarea")
FRAMES = ("html", "body")
"""What every element of a page stands in."""
NESTING = names("blockquote dl ol ul sub sup fieldset figure details ruby")
MOST_LINES, MOST_PICTURES, MOST_DEPTH, MOST_MARKS = 10, 20, 10, 5
"""Empty lines and pictures without words in a row, elements within each other, signs above one letter."""
DEEPEST = 50
"""Elements of any kind within each other, in a text or a drawing: ours have 7. Who reads a tree reads no deeper."""
TALLEST, HIGHEST = 4, 2_000
"""How many times as high as wide, and how many pixels high, a drawing or a picture is."""
MOST = {"border": 20, "cellpadding": 40, "cellspacing": 40, "rows": 40, "rowspan": 100, "size": 100, "span": 100}
UNSHAPED = 800
"""Pixels high where nothing says how wide it is."""
COUNTED = {("ol", "start"), ("li", "value")}
"""What makes the number that is shown before an item."""
MOST_COUNTED = 999
SPACING = re.compile(r"height|depth|width|[lr]space|(?:row|column)spacing|linethickness|(?:min|max)size|voffset")
"""Of a formula: each in letters of the text at most."""
WIDEST = 40
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
BLANK_LINES = re.compile(rf"\n(?:[ \t]*\n){{{MOST_LINES + 1}}}")
WORD = re.compile(r"[^\W_]")
WHY = "Readers would not see what stands below it, help for whoever is in danger among it."
WHY_COUNTED = "Readers would take it for a year, or dial it; no check reads it as a number of help."

Found = tuple[int, str, str, str]


def pushed_in(page: Page) -> Iterator[Found]:
    """On one page, whatever it is written in."""
    lines = pictures = 0
    line = told = 1
    for node in page_of(page.html).descendants:
        if isinstance(node, turbohtml.Text):
            yield from ((line, what, WHY, mend) for what, mend in _faults_of_text(node))
            if WORD.search(plain(node.data)):
                lines = pictures = 0
        elif isinstance(node, turbohtml.Element):
            line = line_in(node) or line
            tag = tag_of(node, line, says=False)
            told = told if lines or pictures else line
            lines, pictures = _counted(tag, lines, pictures)
            if lines == MOST_LINES + 1:
                yield told, f"More than {MOST_LINES} empty lines follow on each other.", WHY, "Take them out."
            if pictures == MOST_PICTURES + 1:
                what = f"More than {MOST_PICTURES} pictures follow on each other, with no word between."
                yield told, what, WHY, "Write what they show between them."
            yield from ((line, what, WHY, mend) for what, mend in _faults_of_depth(node))
            if tag.attributes:
                yield from ((line, what, WHY, mend) for what, mend in _faults_of_size(tag))
                yield from ((line, what, WHY_COUNTED, mend) for what, mend in _faults_of_count(tag))


def faults_of_drawing(html: str) -> Iterator[tuple[int, str, str]]:
    """Of one that the data holds: its line, what, and how to mend it."""
    for node in page_of(html).find_all(True):
        line = line_in(node) or 1
        tag = tag_of(node, line, says=False)
        yield from ((line, what, mend) for what, mend in (*_faults_of_depth(node), *_faults_of_size(tag)))


def _counted(tag: Tag, lines: int, pictures: int) -> tuple[int, int]:
    """What shows something takes no more than the line that it stands in; only words begin anew."""
    if tag.name in SHOWING | PICTURES:
        return max(lines - 1, 0), pictures + (tag.name in PICTURES)
    return lines + (tag.name in LINES and not tag.in_drawing), pictures


def _faults_of_depth(element: turbohtml.Element) -> Iterator[tuple[str, str]]:
    """Of the first that stands too deep."""
    around = elements_around(element)
    nested = element.tag in NESTING and sum(one.tag in NESTING for one in around) == MOST_DEPTH
    if nested or len(around) == DEEPEST + len(FRAMES):
        most = MOST_DEPTH if nested else DEEPEST
        yield f"More than {most} elements stand in each other.", "Take some of them out."


def _faults_of_text(text: turbohtml.Text) -> Iterator[tuple[str, str]]:
    words, marks = text.data, 0
    empty = words.count("\n") > MOST_LINES and BLANK_LINES.search(words)
    if empty and any(one.tag in ("pre", "textarea") for one in elements_around(text)):
        yield f"More than {MOST_LINES} empty lines follow on each other.", "Take them out."
    for sign in normalize("NFC", words) if any(map(combining, set(words))) else "":
        marks = marks + 1 if combining(sign) else 0
        if marks == MOST_MARKS:
            yield "Signs are stacked upon one letter, and cover the lines around it.", "Take them out."


def _faults_of_size(tag: Tag) -> Iterator[tuple[str, str]]:
    sizes = {name: _number(value) for name, value in tag.attributes.items()}
    if tag.name in ("img", "svg") and _is_tall(tag.attributes, sizes):
        yield f"<{tag.name}> is more than {TALLEST} times as high as wide, or {HIGHEST} high.", "Make it lower."
    elif tag.in_drawing and not _is_in_svg(tag):
        for name in sizes:
            if SPACING.fullmatch(name) and _in_letters(tag.attributes[name]) > WIDEST:
                yield f"“{name}” of <{tag.name}> is “{tag.attributes[name]}”.", f"Write {WIDEST}em at most."
    elif not tag.in_drawing:
        for name, most in MOST.items():
            if sizes.get(name, 0) > most:
                yield f"“{name}” of <{tag.name}> is “{tag.attributes[name]}”.", f"Write {most} at most."
        if tag.name != "img" and sizes.get("height", 0) > WIDEST:
            yield f"“height” of <{tag.name}> is “{tag.attributes['height']}”.", "Take it out."


def _faults_of_count(tag: Tag) -> Iterator[tuple[str, str]]:
    """A sentence that begins with a number becomes an item of a list; a long one is a year, or can be dialled."""
    for name, value in tag.attributes.items():
        if (tag.name, name) in COUNTED and _number(value) > MOST_COUNTED:
            mend = f"Count from {MOST_COUNTED} at most; or is it no list? Then write  {value}\\.  with a backslash."
            yield f"“{name}” of <{tag.name}> shows the number {value.strip()} before an item.", mend


def _is_in_svg(tag: Tag) -> bool:
    return not tag.name.startswith("m") or tag.name in ("marker", "mask", "metadata")


def _is_tall(attributes: Mapping[str, str], sizes: Mapping[str, float]) -> bool:
    width, height = sizes.get("width", 0), sizes.get("height", 0)
    box = [float(one) for one in NUMBER.findall(attributes.get("viewbox", ""))]
    shapes = [(width, height)] * ("width" in sizes and "height" in sizes) + [tuple(box[2:])] * (len(box) == 4)
    tall = any(high > TALLEST * wide for wide, high in shapes)
    return tall or height > HIGHEST or ("height" in sizes and not shapes and height > UNSHAPED)


def _in_letters(value: str) -> float:
    size = max((abs(float(one)) for one in NUMBER.findall(value)), default=0)
    return size / 16 if value.rstrip().endswith(("px", "pt")) or value.rstrip()[-1:].isdecimal() else size


def _number(value: str) -> float:
    found = NUMBER.match(value.strip())
    return abs(float(found[0])) if found else 0
