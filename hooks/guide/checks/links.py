"""Links between pages lead somewhere."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from guide.addresses import UNREADABLE, parts_of
from guide.model import Guide, Link, Page
from guide.problems import Problem, nearest


def check_links(guide: Guide) -> Iterator[Problem]:
    """Links to Markdown files, and to headings, in the guide itself. What is outside is not asked after."""
    pages = {page.source: page for page in guide.pages}
    for page in guide.pages:
        for link in page.links:
            yield from _check_link(page, link, pages)


def _check_link(page: Page, link: Link, pages: dict[str, Page]) -> Iterator[Problem]:
    target = parts_of(link.target)
    if target is UNREADABLE:
        yield Problem(
            page.source,
            link.line,
            f"“{link.target}” is no address.",
            "No browser could follow the link.",
            "Copy the address anew, from its http to its end.",
        )
    if target.scheme or target.netloc or target.path.startswith("/"):
        return
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), unquote(target.path)))
    if not target.path:
        path = page.source
    elif not path.endswith(".md"):
        return
    if path not in pages:
        yield Problem(
            page.source,
            link.line,
            f"The link to “{target.path}” leads nowhere.",
            "A reader would land on “that page is not here”.",
            _guess(page, path, pages),
        )
    elif target.fragment and target.fragment not in _anchors(pages[path]):
        guess = nearest(target.fragment, _anchors(pages[path]))
        yield Problem(
            page.source,
            link.line,
            f"There is no “#{target.fragment}” on {path}.",
            "A reader would land at the top of a page and have to look for the place.",
            f"Write  #{guess}" if guess else "Link to the page alone, or to one of its headings.",
        )


def _anchors(page: Page) -> frozenset[str]:
    return page.anchors | {alias for question in page.questions for alias in question.aliases}


def _guess(page: Page, path: str, pages: dict[str, Page]) -> str:
    same_name = [known for known in pages if posixpath.basename(known) == posixpath.basename(path)]
    names = {posixpath.basename(known): known for known in pages}
    guess = same_name[0] if same_name else names.get(nearest(posixpath.basename(path), names, 0.75))
    if not guess:
        return "Mend the path, or take the link out."
    return f"Write  {posixpath.relpath(guess, posixpath.dirname(page.source))}"
