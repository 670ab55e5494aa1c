"""The parser's own way through a line of text, past the patterns that cannot match there.

Python-Markdown tries each of some thirty patterns on each piece of text, and most look for a sign that it does not
hold: that was a tenth of a build. A pattern whose signs are not known is tried, as ever.
"""

from collections.abc import Iterator
from functools import lru_cache
from re import _constants as ops
from re import _parser as parser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString


class QuickInline(InlineProcessor):
    """Finds what the parser's own does; where a later parser goes another way, so does this, and takes its time."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look up once for all of a tree which sign each pattern needs."""
        expressions = [(pattern, pattern.getCompiledRegExp()) for pattern in self.inlinePatterns]
        self.signs = [(pattern, sign_of(one.pattern, one.flags)) for pattern, one in expressions]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - its names
        """Put what the patterns make, from the one of that index on, into the place of what they match."""
        if isinstance(data, AtomicString):
            return data
        for index, (pattern, sign) in enumerate(self.signs[patternIndex:], patternIndex):
            matched, start = sign in data, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)
        return data


def make_quick(md: Markdown) -> None:
    """Send the passes over text that a parser has, its own and its extensions', this way."""
    for one in md.treeprocessors:
        if type(one) is InlineProcessor:
            one.__class__ = QuickInline


@lru_cache
def sign_of(pattern: str, flags: int) -> str:
    """A sign that stands in whatever matches a pattern; "" where none is known."""
    return next(_signs(parser.parse(pattern, flags)), "")


def _signs(parsed: parser.SubPattern) -> Iterator[str]:
    """Letters are left out: one may stand for another."""
    for op, argument in parsed:
        if op is ops.LITERAL and not chr(argument).isalnum() and not chr(argument).isspace():
            yield chr(argument)
        elif op is ops.SUBPATTERN or (op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and argument[0]):
            yield from _signs(argument[-1])
