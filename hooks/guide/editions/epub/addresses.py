"""Where the ways on a page lead: authors link to files, the parts of the build to addresses."""

import posixpath
from collections.abc import Callable
from urllib.parse import quote, unquote, urljoin, urlsplit

from guide.model.guide import Guide
from guide.model.page import Page


def address_of(guide: Guide, page: Page, path: str, is_file: Callable[[str], bool]) -> str:
    """The address of the site that a path on a page means; `is_file` knows the files beside the pages."""
    if not path:
        return page.url
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), path))
    if path.endswith(".md"):
        other = guide.page_from(file)
        return other.url if other else file
    if file in guide.made or is_file(file):
        return guide.made.get(file, file)
    return unquote(urlsplit(urljoin(f"https://guide.invalid/{quote(page.url)}", quote(path))).path.lstrip("/"))


def on_the_site(home: str, address: str, place: str) -> str | None:
    """The way from a book to an address of the site, and to a place there; None where nobody knows where it stands."""
    return urljoin(home, quote(address)) + (f"#{quote(place)}" if place else "") if home else None
