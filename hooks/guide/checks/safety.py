"""The unsafe branch leads to help only: a page of kind `safety` offers no tool and no way deeper into the guide."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from guide.addresses import parts_of
from guide.model import Guide, Page
from guide.problems import Problem
from guide.tags import Tag, tags_of

HELP = {"help-lines", "sources"}
FIELDS = {"button", "input", "select", "textarea"}
TAB = "__tabbed_"  # what a tab is switched by is no field


def check_safety(guide: Guide) -> Iterator[Problem]:
    """Its links go to other safety pages or outside; it has nothing to tick or fill in; only help is put into it."""
    pages = guide.of_kind("safety")
    safe = {page.source for page in pages} | {f"{guide.address}{page.url}" for page in pages}
    for page in pages:
        tags = tags_of(page.html)
        yield from _check_links(page, tags, safe, guide.address)
        yield from _check_fields(page, tags)
        for checklist in page.checklists:
            yield _tool(page, checklist.line, f"a checklist (“{checklist.title}”)")
        for request in page.requests:
            if request.name not in HELP:
                yield _tool(page, request.line, f"a generated part (“{request.name}”)")


def _check_links(page: Page, tags: list[Tag], safe: set[str], home: str) -> Iterator[Problem]:
    """The links of its Markdown and of its HTML."""
    for tag in tags:
        written = tag.attributes.get("href", "").partition("#")[0]
        place = _place_of(written, page, home)
        if place and place not in safe:
            yield Problem(
                page.source,
                tag.line,
                f"A safety page links to “{written}”, which is not one.",
                "Somebody in danger would be led back to advice that is not for them.",
                "Link to a safety page or to help outside, or take the link out.",
            )


def _place_of(written: str, page: Page, home: str) -> str:
    """The file that a link leads to, or its whole address if that is below our own; "" for this page, and outside."""
    target = parts_of(written)
    whole = f"{target.netloc}{target.path}".rstrip("/") + "/"
    if target.netloc and home and whole.startswith(home):
        return whole
    if target.scheme or target.netloc or not target.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.source), unquote(target.path)))


def _check_fields(page: Page, tags: list[Tag]) -> Iterator[Problem]:
    """What is filled in, ticked or pressed, however it is written; boxes of a checklist are told as that."""
    fields = [tag for tag in tags if tag.name in FIELDS and not tag.attributes.get("name", "").startswith(TAB)]
    ticked = {item.line for checklist in page.checklists for item in checklist.items}
    for line in sorted({tag.line for tag in fields} - ticked):
        yield _tool(page, line, "a field to fill in")


def _tool(page: Page, line: int, what: str) -> Problem:
    return Problem(
        page.source,
        line,
        f"A safety page holds {what}.",
        "Somebody in danger needs people who can help, and no tool.",
        "Take it out.",
    )
