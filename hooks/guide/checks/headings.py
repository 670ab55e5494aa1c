"""One first-level heading, and no level skipped on the way down."""

from collections.abc import Iterator
from itertools import pairwise

from guide.checks.html_tags import tags_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem


def check_headings(guide: Guide) -> Iterator[Problem]:
    """Screen-reader users move by headings; a gap sounds like a missing part."""
    for page in guide.pages:
        yield from _check_first(page)
        for heading in page.headings:
            if not heading.text:
                yield Problem(
                    page.source,
                    heading.line,
                    "A heading has no words.",
                    "Somebody who listens to the page, or looks for a place on it, finds nothing there.",
                    "Write the words after the #, or take the line out.",
                )
        for above, below in pairwise(page.headings):
            if below.level > above.level + 1:
                yield Problem(
                    page.source,
                    below.line,
                    f"“{below.text}” jumps from level {above.level} to level {below.level}.",
                    "Somebody who listens to the page would think that a part is missing.",
                    f"Write  {'#' * (above.level + 1)} {below.text}",
                )


def _check_first(page: Page) -> Iterator[Problem]:
    firsts = [heading for heading in page.headings if heading.level == 1]
    if not firsts:
        yield Problem(
            page.source,
            page.headings[0].line if page.headings else 1,
            "The page has no title.",
            "A page is found, linked and read aloud by its first heading.",
            f"Begin the text with  # {page.fields.get('title') or 'The title'}",
        )
    for heading in firsts[1:]:
        yield _second(page, heading.line, f"“{heading.text}”", f"Write  ## {heading.text}")
    known = {heading.line for heading in firsts}
    for tag in tags_of(page.html):
        says = (
            tag.attributes.get("role", "").lower() == "heading" and tag.attributes.get("aria-level", "").strip() == "1"
        )
        if says or (tag.name == "h1" and tag.line not in known):
            yield _second(page, tag.line, f"<{tag.name}>", "Write it in Markdown:  ## Its words")


def _second(page: Page, line: int, what: str, mend: str) -> Problem:
    return Problem(
        page.source, line, f"{what} is a second title.", "A page has one title; two sound like two pages.", mend
    )
