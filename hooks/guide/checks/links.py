"""Links and pictures lead somewhere: to a page, to a place on it, to a file of the site. Outside is not asked."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, unquote

from guide.checks.boxes import CITED
from guide.checks.html_tags import tags_of
from guide.model.guide import Guide
from guide.model.page import Link, Page
from guide.model.problems import Problem, nearest
from guide.text.address_tricks import trick_of
from guide.text.addresses import UNREADABLE, parts_as_read, parts_of

LEADS = {"a": "href", "area": "href", "img": "src", "source": "src", "video": "src", "audio": "src", "track": "src"}
PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
TRICKED = "Readers would land elsewhere than its host says, and nobody sees where."
LANDS = "A reader would land on “that page is not here”, or see no picture."


def check_links(guide: Guide) -> Iterator[Problem]:
    """Whether written in Markdown or as HTML."""
    pages = {page.file or page.source: page for page in guide.pages}
    for page in guide.pages:
        for link in _links(page):
            problem = _problem_of(page, link, pages, guide)
            if problem:
                yield Problem(page.source, link.line, *problem)
    for name in ("help-lines", "references"):
        for address in filter(None, (entry.get("url") for entry in guide.data.get(name) or [])):
            if trick := trick_of(address):
                what = f"“{address}” {trick}."
                yield Problem(guide.data_file(f"{name}.yml"), address.line, what, TRICKED, "Write its plain address.")


def _links(page: Page) -> Iterator[Link]:
    for tag in tags_of(page.html):
        target = tag.attributes.get(LEADS.get(tag.name, ""))
        # A citation leads to the list of sources, which the build puts in.
        if target is not None and tag.attributes.get("class") != CITED:
            yield Link(target, tag.line)


def _problem_of(page: Page, link: Link, pages: Mapping[str, Page], guide: Guide) -> tuple[str, str, str] | None:
    """What is wrong with a link, why that matters, and how to mend it."""
    target = parts_of(link.target)
    if target is UNREADABLE:
        what, why = f"“{link.target}” is no address.", "No browser could follow the link."
        return what, why, "Copy the address anew, from its http to its end."
    if trick := trick_of(link.target):
        return f"“{link.target}” {trick}.", TRICKED, "Link to the page itself, by its plain address."
    host = parts_as_read(link.target)
    if bool(host.netloc) != (host.scheme in ("http", "https")):
        return _half(link, host)
    if target.scheme or target.netloc:
        return None
    if target.path.startswith(("/", "\\")):
        return _absolute(page, target, pages)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(_file(page)), unquote(target.path)))
    found = pages.get(path) if target.path else page
    if found:
        return _place(page, target, found)
    if path.endswith(PAGES) or (guide.files is not None and path not in guide.files and path not in guide.made):
        return (
            f"The link to “{target.path}” leads nowhere.",
            LANDS,
            _guess(page, path, pages, guide.files or frozenset()),
        )
    return None


def _half(link: Link, host: SplitResult) -> tuple[str, str, str]:
    """An address of the web without its scheme, or without its host: a browser takes it for more than it looks like."""
    rest = f"{host.netloc}{host.path}".lstrip("/")
    what = f"The link to “{link.target}” is half an address."
    return what, "It leads out of the site, or nowhere, by where the page stands.", f"Write  https://{rest}"


def _absolute(page: Page, target: SplitResult, pages: Mapping[str, Page]) -> tuple[str, str, str]:
    meant = {other.url.strip("/"): file for file, other in pages.items()}
    address = unquote(target.path).strip("/").removesuffix("index.html").removesuffix(".html").removesuffix(".md")
    file = meant.get(address.strip("/"))
    way = f"Write  {_way(page, file)}" if file else "Write the way to the file from this page's own:  ../steps/talk.md"
    return f"The link to “{target.path}” begins at the root of its host.", "Below a path it would lead elsewhere.", way


def _place(page: Page, target: SplitResult, found: Page) -> tuple[str, str, str] | None:
    if not target.fragment or target.fragment in _anchors(found) or unquote(target.fragment) in _anchors(found):
        return None
    guess = nearest(target.fragment, _anchors(found))
    return (
        f"There is no “#{target.fragment}” on {found.source}.",
        "A reader would land at the top of a page and have to look for the place.",
        f"Write  #{guess}" if guess else "Link to the page alone, or to one of its headings.",
    )


def _anchors(page: Page) -> frozenset[str]:
    return page.anchors | {alias for question in page.questions for alias in question.aliases}


def _guess(page: Page, path: str, pages: Mapping[str, Page], files: frozenset[str]) -> str:
    """The file that was meant: named as a page's address, in other letters, in another folder, or nearly so."""
    bare = path.removesuffix("/index.html").removesuffix(".html")
    known = [*pages, *sorted(files)]
    lower = {one.casefold(): one for one in known}
    same_name = {posixpath.basename(one): one for one in reversed(known)}
    guess = next((name for name in (f"{bare}.md", f"{bare}/index.md") if name in pages), None)
    guess = guess or lower.get(path.casefold()) or same_name.get(posixpath.basename(path))
    guess = guess or same_name.get(nearest(posixpath.basename(path), same_name, 0.75) or "")
    return f"Write  {_way(page, guess)}" if guess else "Mend the path, or take the link out."


def _way(page: Page, file: str) -> str:
    return posixpath.relpath(file, posixpath.dirname(_file(page)) or ".")


def _file(page: Page) -> str:
    return page.file or page.source
