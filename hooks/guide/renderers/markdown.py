"""A page as plain Markdown beside its HTML, for whoever wants the words alone: `steps/talk/index.md`.

What only our dialect knows is said as any Markdown says it: ids go, citations get their numbers, parts made by the
build are made in Markdown, and links lead to the other pages' copies. What stands in code stays as it is.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, unquote

from guide.renderers import PARTS
from guide.renderers.fragments import render_fragment
from guide.renderers.part_requests import ASKED
from guide.renderers.place import Place
from guide.text.code import with_code

HEADING = re.compile(r"#{1,6} ")
ID = re.compile(r"\s*\{[#.:][^}]*\}\s*$")
TAG = re.compile(r"(?P<code>`[^`]*`)|</?[a-z]+>")
FIELD = re.compile(r"(?:also|sources|aliases): ")
ON_SCREEN = {"page-break", "picture"}
TARGET = r"\s*(?:<(?P<angled>[^<>]*)>|(?P<bare>[^)\s<]+))"
# Code is found first, and left alone.
# An id may stand within a line: after a link, after a blank, and at the end of a cell.
WITHIN = r"(?<=\))\{[#.:][^}]*\}|(?<=_)[ ]*\{#[\w-]+\}|[ ]*\{#[\w-]+\}(?=[ ]*\|)"
MARK = re.compile(rf"`[^`]*`|[ ]*\[@(?P<key>[\w-]+)\]|(?P<id>{WITHIN})|(?P<link>\]\(){TARGET}")
# Where a link by name leads, `[name]: ../talk.md "A title"`; a footnote looks like one.
NAMED = re.compile(rf"(?P<link> {{0,3}}\[(?!\^)[^\[\]]+\]:[ ]*){TARGET}(?=\s*$|\s+[\"'(])")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


class PlainPlace(Place):
    """A place whose parts are made in Markdown."""

    def to(self, target: str) -> str:
        """The way to a page's copy; to a heading, which has its id on the page alone, as it is from the page."""
        copy = "index.md" if self.guide.page_at(target) else ""
        way = quote(super().to(target) + copy, safe="/#")
        return f"./{way}" if way.startswith("#") else way

    def render(self, fragment: str, **values: Any) -> str:
        """Fill a template of Markdown."""
        return render_fragment(self.fragments, fragment, "md", here=self, data=self.guide.data, **values)


def render_markdown(here: Place) -> str:
    """The copy of the page at this place."""
    place = PlainPlace(**vars(here))
    text = "\n".join(_lines(place))
    return re.sub(
        r"\n{3,}", "\n\n", f"{text.strip()}\n\n{place.render('page', page=place.page, papers=_papers(place))}\n"
    )


def _papers(place: PlainPlace) -> list[tuple[str, str, int]]:
    return place.papers(place.page.name) if place.page.kind == "worksheet" else []


def _lines(place: PlainPlace) -> Iterator[str]:
    answering = False
    for line, is_code in with_code(place.page.text.splitlines()):
        if is_code:
            yield line
        elif HEADING.match(line):
            answering = bool(place.page.questions)
            yield _line(TAG.sub(r"\g<code>", line), place)
        elif not (answering and FIELD.match(line)):
            # The fields of a question stand before its answer.
            answering = answering and not line.strip()
            yield _line(line, place)


def _line(line: str, place: PlainPlace) -> str:
    asked = ASKED.fullmatch(line.strip())
    if asked:
        return _part(asked["name"], asked["argument"] or "", place)
    if "[" not in line and "{" not in line:
        return line
    marks = NAMED if NAMED.match(line) else MARK
    return marks.sub(lambda found: _marked(found, place), ID.sub("", line))


def _part(name: str, argument: str, place: PlainPlace) -> str:
    return PARTS[name](place, argument) if name in PARTS and name not in ON_SCREEN else ""


def _marked(found: re.Match, place: PlainPlace) -> str:
    marks = found.groupdict()
    if marks.get("key"):
        keys = list(dict.fromkeys(citation.name for citation in place.page.citations))
        return f" [{keys.index(marks['key']) + 1}]" if marks["key"] in keys else found[0]
    if marks.get("id"):
        return ""
    target = marks["angled"] or marks["bare"]
    return f"{marks['link']}{_way(target, place)}" if target else found[0]


def _way(target: str, place: PlainPlace) -> str:
    """Where a link leads, as seen from the copy; a link to a heading leads to it on the page itself."""
    if ELSEWHERE.match(target):
        return target
    path, mark, fragment = map(unquote, target.partition("#"))
    file = posixpath.normpath(posixpath.join(posixpath.dirname(place.page.file), path))
    linked = place.guide.page_from(file) if path else place.page
    if linked:
        return place.to(f"{linked.url}{mark}{fragment}")
    # A picture, say, which stands beside the source; a copy stands in a folder of its own.
    return place.to(file) if posixpath.splitext(file)[1] not in ("", ".md") else target
