"""The pages that docs/_data/words.yml leads to from every page of the site are pages of the guide."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page, Text
from guide.model.problems import NOTICE, Problem, nearest

TO_HELP = ("first", "help")
"""What stands on every page for whoever may be in danger."""


def check_ways(guide: Guide) -> Iterator[Problem]:
    """In a guide that has safety pages, the ways to help lead to one of those."""
    pages = {page.url: page for page in guide.pages}
    safe = {page.url for page in guide.of_kind("safety")}
    words = guide.data.get("words") or {}
    yield from (
        _no_way(guide.data_file("words.yml"), name, safe) for name in TO_HELP if safe and words and name not in words
    )
    for name, way in words.items():
        if isinstance(way, dict):
            known = safe if name in TO_HELP and safe else set(pages)
            if way["page"] not in known:
                yield _nowhere(guide.data_file("words.yml"), way["page"], known, is_page=way["page"] in pages)
            elif way.get("part") and way["part"] not in pages[way["page"]].anchors:
                yield _no_part(guide.data_file("words.yml"), way["part"], pages[way["page"]])


def _no_way(source: str, name: str, safe: set[str]) -> Problem:
    return Problem(
        source,
        1,
        f"No page leads to help: “{name}” is not there.",
        "The guide has pages for whoever is in danger, and who comes in elsewhere would not find them.",
        f"Write  {name}: {{text: Is it safe?, page: {min(safe)}}}",
        NOTICE,
    )


def _nowhere(source: str, address: Text, known: set[str], is_page: bool) -> Problem:
    guess = nearest(address, known)
    return Problem(
        source,
        address.line,
        f"“{address}” is {'no safety page' if is_page else 'no page of this guide'}.",
        "It stands on every page, and somebody who needs help would be led elsewhere.",
        f"Write  page: {guess}" if guess else "Write the address of one, from the site's root:  start/here/",
    )


def _no_part(source: str, part: Text, page: Page) -> Problem:
    guess = nearest(part, page.anchors)
    return Problem(
        source,
        part.line,
        f"“{part}” is no heading of {page.source}.",
        "It stands on every page, and would lead to the top of that page.",
        f"Write  part: {guess}" if guess else "Write the id of one, or take the line out.",
    )
