"""A last look at the finished site, as a host would send it: what is in it is known, and its pages are whole.

What is wrong with a page is told long before, by its line. This sees to it that whatever was overlooked there (by a
template, another plugin, a part that the build filled from data) is not published all the same.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from guide.model.problems import Problem
from guide.text.addresses import UNREADABLE, parts_of

POLICY = 'http-equiv="Content-Security-Policy"'
EXIT = re.compile(r'<a\s[^>]*\bdata-guide="?exit\b')
REDIRECT = 'http-equiv="refresh"'
SAFETY = 'data-kind="safety"'
# Where a page's own text begins and ends; before it stands what every page has.
TEXT = re.compile(r"<main\b.*</main>", re.DOTALL)
ADDRESS = re.compile(
    r"""<(?P<tag>[a-z]+)\b[^<>]*?\s(?:xlink:)?(?:href|src|action|formaction)=["'](?P<to>[^"']*)""", re.I
)
PASSED_OVER = re.compile(r"[\x00-\x20\x7f]+")  # by a browser that reads an address
SCHEMES = {"", "http", "https", "tel", "sms", "mailto"}
INDEX = "index.html"
OTHER_PAGES = (".htm", ".shtml", ".xht", ".xhtml")
"""Ends of files that a browser shows as a page, and that no page of a guide has."""


def audit_files(paths: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    """Each file of the site, by its path, is one that the build made or was asked for."""
    for path in sorted(set(paths) - set(known)):
        yield _problem(
            path, "Nobody knows of it", "Take out what wrote it, or name it in mkdocs.yml, below extra: publish:"
        )
    for path in sorted(one for one in paths if one.lower().endswith(OTHER_PAGES)):
        yield _problem(path, "It is shown as a page, and has no policy", "Keep it out in mkdocs.yml, by exclude_docs.")


def audit_pages(pages: Mapping[str, str], has_exit: bool) -> Iterator[Problem]:
    """Each page, {path: HTML}, has its policy, and its way out."""
    for path in sorted(pages):
        opening = _opening(pages[path])
        if POLICY not in opening.partition("<body")[0]:
            yield _problem(path, "It has no policy", "Use a template that has the skeleton of main.html.")
        if has_exit and not EXIT.search(opening) and REDIRECT not in opening.partition("<body")[0]:
            yield _problem(path, "It has no way out", "Use a template that has the skeleton of main.html.")


def audit_ways(pages: Mapping[str, str], home: str = "") -> Iterator[Problem]:
    """Each page leads nowhere that it should not; its author has been told already, unless the build filled it in.

    `home` is where the site stands, for links that name it; "" where nobody knows.
    """
    safe = {path for path, html in pages.items() if SAFETY in _opening(html)}
    for path in sorted(pages):
        yield from _audit_ways(path, pages[path], safe, home)


def _opening(html: str) -> str:
    """What stands before a page's own text."""
    return html.partition("<main")[0]


def _audit_ways(path: str, html: str, safe: set[str], home: str) -> Iterator[Problem]:
    text = TEXT.search(html) if path in safe else None
    for found in ADDRESS.finditer(html):
        written = unescape(found["to"])
        parts = parts_of(PASSED_OVER.sub("", written))
        if parts is not UNREADABLE and parts.scheme.lower() not in SCHEMES:
            yield _problem(path, f"It leads to “{written}”", "Lead to an address of the web, a telephone or a letter.")
        elif text and text.start() < found.start() < text.end() and found["tag"].lower() == "a":
            place = _place_of(written, path, home)
            if place and place not in safe:
                yield _problem(path, f"It is a safety page, and leads to “{written}”", "Lead to help alone.")


def _place_of(written: str, path: str, home: str) -> str:
    """The file of the site that a link leads to; "" for outside."""
    bare = written.partition("#")[0].partition("?")[0].replace("\\", "/")
    if home and bare.startswith(home):
        bare = bare.removeprefix(home) or "./"
        path = ""
    parts = parts_of(bare)
    if parts.scheme or parts.netloc:
        return ""
    if not parts.path:
        return path
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return place if place.endswith(".html") else posixpath.normpath(posixpath.join(place, INDEX))


def _problem(path: str, what: str, mend: str) -> Problem:
    return Problem(f"site/{path}", 1, f"{what}.", "It must not be published like this.", mend)
