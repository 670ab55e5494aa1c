"""The unsafe branch leads to help only: a page of kind `safety` offers no tool and no way deeper into the guide."""

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.model import Guide, Page
from guide.problems import Problem

HELP = {"help-lines", "sources"}


def check_safety(guide: Guide) -> Iterator[Problem]:
    """Its links go to other safety pages or outside; it has no boxes to tick; only help is put into it."""
    safe = {page.source for page in guide.of_kind("safety")}
    for page in guide.of_kind("safety"):
        yield from _check_links(page, safe)
        for checklist in page.checklists:
            yield _tool(page, checklist.line, f"a checklist (“{checklist.title}”)")
        for request in page.requests:
            if request.name not in HELP:
                yield _tool(page, request.line, f"a generated part (“{request.name}”)")


def _check_links(page: Page, safe: set[str]) -> Iterator[Problem]:
    for link in page.links:
        target = urlsplit(link.target)
        if target.scheme or not target.path:
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), target.path))
        if path not in safe:
            yield Problem(
                page.source,
                link.line,
                f"A safety page links to “{target.path}”, which is not one.",
                "Somebody in danger would be led back to advice that is not for them.",
                "Link to a safety page or to help outside, or take the link out.",
            )


def _tool(page: Page, line: int, what: str) -> Problem:
    return Problem(
        page.source,
        line,
        f"A safety page holds {what}.",
        "Somebody in danger needs people who can help, and no tool.",
        "Take it out.",
    )
