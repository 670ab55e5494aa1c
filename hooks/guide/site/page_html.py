"""One page as its readers get it: our notes taken out, and each link led to where its file stands in the site."""

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote, urlunsplit

from guide.dialect.notes import without_notes
from guide.model.page import Page
from guide.renderers.fragments import relative
from guide.text.addresses import UNREADABLE, parts_of

# Written in Markdown or as HTML: an author links to a file either way.
LINK = re.compile(
    r"""(<(?:a|area|img|source|video|audio|track)\s(?:[^<>"']|"[^"]*"|'[^']*')*?(?<=[\s"'])(?:href|src|poster)\s*=\s*)"""
    r"""("[^"]*"|'[^']*'|[^\s"'<>]+)""",
    re.IGNORECASE,
)


def render_page(page: Page, urls: Mapping[str, str]) -> str:
    """The HTML of a page, its parts still to be put in.

    `urls` says where each file of the site stands, by its path from the folder of pages; both are as a browser asks
    for them (`caf%C3%A9/`), and the home page is "". What is none of them stays as it is written.
    """
    html = without_notes(page.html)
    return LINK.sub(lambda found: found[1] + _led(found[2], page.file, urls), html)


def _led(value: str, file: str, urls: Mapping[str, str]) -> str:
    """The value of an attribute, in quotes or not, as its author wrote it or with the way that it means."""
    written = value[1:-1] if value[0] in "\"'" else value
    way = _way(written, file, urls)
    return value if way == written else f'"{way}"'


def _way(written: str, file: str, urls: Mapping[str, str]) -> str:
    parts = parts_of(unescape(written))
    if parts is UNREADABLE or parts.scheme or parts.netloc or not parts.path or parts.path[0] in "/\\":
        return written
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
    if target not in urls:
        return written
    way = urlunsplit(("", "", relative(urls[target], urls[file]), parts.query, parts.fragment))
    return way.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
