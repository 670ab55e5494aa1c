"""The unsafe branch leads to help only: a page of kind `safety` offers no tool and no way deeper into the guide."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from guide.checks.boxes import is_care
from guide.checks.html_tags import Tag, tags_of, words_of_page
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.addresses import parts_as_read

HELP = {"help-lines", "sources"}
FIELDS = {"button", "input", "select", "textarea"}
PORT = re.compile(":(80|443)?$")
TAB = "__tabbed_"  # what a tab is switched by is no field


def check_safety(guide: Guide) -> Iterator[Problem]:
    """Its links go to other safety pages or outside; it has nothing to tick or fill in; only help is put into it.

    What is put into it comes from data, and leads outside as well.
    """
    pages = guide.of_kind("safety")
    safe = safe_places(guide)
    for page in pages:
        tags = tags_of(page.html)
        yield from _check_links(page, tags, safe, guide.address)
        yield from _check_fields(page, tags)
        for checklist in page.checklists:
            yield _tool(page, checklist.line, f"a checklist (“{checklist.title}”)")
        for request in page.requests:
            if request.name not in HELP:
                yield _tool(page, request.line, f"a generated part (“{request.name}”)")
    yield from _check_data(guide, pages, safe)
    for page in guide.pages if pages else []:
        yield from _check_boxes(page, safe, guide.address)


def _check_links(page: Page, tags: Iterable[Tag], safe: set[str], home: str) -> Iterator[Problem]:
    """The links of its Markdown and of its HTML."""
    for tag in tags:
        for name, value in tag.attributes.items():
            written = value.partition("#")[0] if name.endswith("href") else ""
            place = place_of(written, page, home)
            if place and place not in safe:
                yield _way_back(page.source, tag.line, "A safety page", written)


def _check_boxes(page: Page, safe: set[str], home: str) -> Iterator[Problem]:
    """The boxes that speak of danger, on any page: who presses a link there is afraid."""
    if page.kind == "safety" or not any(map(is_care, tags_of(page.html))):
        return
    for _, around in words_of_page(page.html):
        link = next((tag for tag in around if tag.name == "a"), None)
        if link and any(map(is_care, around)):
            way = link.attributes.get("href", "")
            place = place_of(way.partition("#")[0], page, home)
            if place not in safe and not way.startswith("#"):
                yield _way_back(page.source, link.line, "A box of care", way)


def _way_back(source: str, line: int, whose: str, written: str) -> Problem:
    return Problem(
        source,
        line,
        f"{whose} links to “{written}”, which is not one.",
        "Somebody in danger would be led back to advice that is not for them.",
        "Link to a safety page or to help outside, or take the link out.",
    )


def _check_data(guide: Guide, pages: list[Page], safe: set[str]) -> Iterator[Problem]:
    """The addresses in what is put into safety pages."""
    cited = {citation.name for page in pages for citation in page.citations}
    lines = guide.data.get("help-lines") or [] if pages else []
    sources = [one for key, one in guide.references.items() if key in cited]
    for name, entries in (("help-lines.yml", lines), ("references.yml", sources)):
        for address in filter(None, (entry.get("url") for entry in entries)):
            place = place_of(address.partition("#")[0], pages[0], guide.address)
            if place and place not in safe:
                yield _way_back(guide.data_file(name), address.line, "Data for a safety page", address)


def safe_places(guide: Guide) -> set[str]:
    """What `place_of` calls the safety pages of a guide."""
    return {place for page in guide.of_kind("safety") for place in places_of(page, guide.address)}


def places_of(page: Page, home: str) -> set[str]:
    """What `place_of` calls a page, by how a link is written."""
    return {page.source, f"{home}{page.url}"}


def place_of(written: str, page: Page, home: str) -> str:
    """The file that a link leads to, or its whole address if that is below our own; "" for this page, and outside."""
    target = parts_as_read(written)
    if target.scheme in ("http", "https") and not target.netloc:
        target = target._replace(scheme="")  # “https:../b/” is a way from here
    host = target.netloc.casefold().rpartition("@")[2]
    host = re.sub(r"\.(?=:|$)", "", host)  # a stop at the end of a name says nothing
    whole = f"{PORT.sub('', host)}{target.path}".rstrip("/") + "/"
    if target.netloc and home and whole.startswith(home):
        return whole
    if target.scheme or target.netloc or not target.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.source), unquote(target.path)))


def _check_fields(page: Page, tags: Iterable[Tag]) -> Iterator[Problem]:
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
