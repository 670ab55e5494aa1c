"""Line numbers, which Python-Markdown does not keep.

Before parsing, a mark of invisible characters that spells the line's number is set into each line of text. The tree
then carries its lines with it, wherever the parser has moved them; marks that end up in code are swept out at the end.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from guide.dialect.context import Context

# Ten digits and a stop from the last private plane of Unicode, where no text has any business.
FIRST = 0x10FFF0
STOP = chr(FIRST + 10)
# In a tag a mark stands as an attribute: after a space, and with a sign of its own.
IN_TAG = chr(FIRST + 11)
DIGITS = f"[{chr(FIRST)}-{chr(FIRST + 9)}]+"
MARK = re.compile(f"(?: ?{IN_TAG})?{DIGITS}{STOP}")
BARE_MARK = re.compile(f"{DIGITS}{STOP}")  # is found much sooner, for it begins with a sign

# Indents, quotes, a definition's colon, list markers, hashes and a table's edge may come before the text of a line.
# They are taken whole, (?>…): in front of a marker a mark would leave none, and its list would become a sentence.
BEFORE_TEXT = re.compile(
    r"(?>[ \t]*(?:>[ \t]?)*(?::[ \t]+)?"
    r"(?:(?:[-*+]|\d+[.)])(?:[ \t]+|(?=\[[ \u00a0xX]{0,3}\]|\( ?\)[ ]*\w))|#{1,6}[ \t]+|\|[ \t]*)*)"
    r"(?=[^\W_]|[“‘(]|\*{1,2}\w|\[(?!TOC\])|!\[|`[^`]|<(?:"
    # A paragraph may begin with these; before any other tag a mark would make one of a block.
    r"abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)[\s>])"
)
HEADING = re.compile(r"[ \t]*(?:>[ \t]?)*#{1,6}(?:[ \t]+|$)")  # whatever it holds, if only nothing
RULE = re.compile(r"[ \t]*(?:(?:>|[-*+]|\d+[.)])[ \t]+)*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
DEFINITION = re.compile(r"[ \t]*\*?\[[^\]]*\]:")
LINK = re.compile(r"(?<!!)\[(?=@|[^\]\n]*\]\()")
NAME = r"[A-Za-z][\w.-]*(?::[\w.-]+)*"  # and no address: <https://help.example/>
TAG = re.compile(rf"(?<!\]\()<{NAME}(?=[\s/>]|$)")  # and no address in brackets: [a](<b c.md>)
MARKED_TAG = re.compile(rf"(<{NAME}) {IN_TAG}({DIGITS}{STOP})")
REQUEST = re.compile(r"(<!--\s*guide:\s*)(?=[\w-])")
ATTRIBUTE = "data-line"


def mark_of(number: int) -> str:
    """A line number in invisible digits."""
    return "".join(chr(FIRST + int(digit)) for digit in str(number)) + STOP


def number_of(mark: str) -> int:
    """The line number that a mark spells."""
    return int("".join(str(ord(character) - FIRST) for character in mark if 0 <= ord(character) - FIRST < 10))


def without_marks(text: str) -> str:
    """A text as its author wrote it."""
    return (MARK if IN_TAG in text else BARE_MARK).sub("", text)


class LineMarks(Preprocessor):
    """Sets a mark into each line where one can stand without changing what the line means."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        """The lines, marked, where line numbers are wanted."""
        if not self.context.first_line:
            return lines
        self.context.rules = list(_rules(lines, self.context.first_line))
        return [_marked(line, mark_of(number)) for number, line in enumerate(lines, self.context.first_line)]


def _rules(lines: list[str], first: int) -> Iterator[int]:
    """The lines of rules, which hold no text for a mark; dashes below words make a heading of them."""
    for number, (above, line) in enumerate(zip(["", *lines], lines, strict=False), first):
        found = RULE.match(line)
        if found and (found[1] != "-" or not above.strip()):
            yield number


def _marked(line: str, mark: str) -> str:
    if DEFINITION.match(line):
        return line
    line = REQUEST.sub(lambda found: found[1] + mark, line)
    line = LINK.sub(mark + "[", line)
    line = TAG.sub(lambda found: f"{found[0]} {IN_TAG}{mark}", line)
    before = BEFORE_TEXT.match(line) or HEADING.match(line)
    return line[: before.end()] + mark + line[before.end() :] if before else line


class LineNumbers(Treeprocessor):
    """Turns marks into an attribute: the line on which an element's first text stands."""

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, root: ElementTree.Element) -> None:
        """Number every element, and take the marks out of its text."""
        if self.context.first_line:
            self._number(root, 0)
            del root.attrib[ATTRIBUTE]  # the parser looks for its own root, bare

    def _number(self, element: ElementTree.Element, line: int) -> int:
        """Set the line of an element, `line` being the last one seen before it; return the last seen in it."""
        first, line = _lines_in(_mark_in(element) + (element.text or ""), line)
        if element.tag == "hr":
            first = line = next((rule for rule in self.context.rules if rule > line), line)
        element.text = _stripped(element.text)
        for child in element:
            before, line = line, self._number(child, line)
            first = first or (int(child.get(ATTRIBUTE)) if line != before else None)
            _, line = _lines_in(child.tail, line)
            child.tail = _stripped(child.tail)
        element.set(ATTRIBUTE, str(max(first or line, self.context.first_line)))
        return line


def _mark_in(element: ElementTree.Element) -> str:
    """The mark of a tag that its author wrote and the parser took into the tree. No mark is left in its attributes."""
    marks = [name for name in element.attrib if MARK.fullmatch(name)]
    for name in marks:
        del element.attrib[name]
    for name, value in element.attrib.items():
        element.set(name, _stripped(value))
    return "".join(marks)


def _lines_in(text: str | None, line: int) -> tuple[int | None, int]:
    """The first line marked in a text, if any, and the last one seen so far."""
    marks = MARK.findall(text) if text and STOP in text else ()
    return (number_of(marks[0]), number_of(marks[-1])) if marks else (None, line)


def _stripped(text: str | None) -> str | None:
    # A mutated AtomicString would be parsed again as inline text: its class is kept.
    return type(text)(without_marks(text)) if text and STOP in text else text


class BlocksAlone(Postprocessor):
    """Lets a block of HTML stand without the paragraph in which the parser keeps its place.

    The parser does so by itself where that paragraph is bare; ours knows its line.
    """

    KEPT = re.compile(rf'<p {ATTRIBUTE}="\d+">({HTML_PLACEHOLDER_RE.pattern})</p>')

    def run(self, text: str) -> str:
        """The page with those paragraphs bare."""
        return self.KEPT.sub(r"<p>\1</p>", text)


class LineSweep(Postprocessor):
    """Notes what the page asks the build to make, then takes the last marks out; a tag's becomes an attribute."""

    ASKED = re.compile(rf"<!--\s*guide:\s*(?P<mark>{MARK.pattern})(?P<name>[\w-]+)(?P<argument>[^>]*?)\s*-->")

    def __init__(self, md, context: Context) -> None:
        super().__init__(md)
        self.context = context

    def run(self, text: str) -> str:
        """The page without marks."""
        self.context.requests += [
            (found["name"], number_of(found["mark"]), " ".join(without_marks(found["argument"]).split()))
            for found in self.ASKED.finditer(text)
        ]
        text = MARKED_TAG.sub(lambda found: f'{found[1]} {ATTRIBUTE}="{number_of(found[2])}"', text)
        return without_marks(text)


def line_of(element: ElementTree.Element, default: int = 1) -> int:
    """The line on which an element's text begins."""
    return int(element.get(ATTRIBUTE) or default)
