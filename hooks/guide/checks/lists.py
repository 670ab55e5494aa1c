"""A list that the parser took for part of a paragraph, a box with nothing beside it, and what no list can hold."""

import re
from collections.abc import Iterator

from guide.checks.html_lists import odd_lists
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem

GLUED = re.compile(r"(?:^| )(?:[-*+]|\d+\.) (?:\[[ xX]\]|\( \)) ")
BY_HAND = re.compile(r"<(?:ul|ol|menu|dl|li|dt|dd)[\s>/]", re.IGNORECASE)
"""What is written in Markdown holds what it may."""
CHOICE = re.compile(r"\(\s*\)(?:\s|$)")


def check_lists(guide: Guide) -> Iterator[Problem]:
    """GitHub shows a list right under a line of text; Python-Markdown wants an empty line between.

    A box says what it is for.
    """
    for page in guide.pages:
        for text, line in page.prose:
            if GLUED.search(text):
                yield _glued(page, line)
            elif CHOICE.match(text):
                yield _choice_among_boxes(page, line)
        if BY_HAND.search(page.text):
            yield from (_no_list(page, *found) for found in odd_lists(page.html))
        for item in (item for checklist in page.checklists for item in checklist.items):
            if not item.text:
                yield _bare_box(page, item.line)


def _no_list(page: Page, line: int, what: str) -> Problem:
    why = "A screen reader would count it wrongly, and an e-book with it is not opened everywhere."
    return Problem(page.source, line, what, why, "Write the list in Markdown:  - One")


def _glued(page: Page, line: int) -> Problem:
    return Problem(
        page.source,
        line,
        "A list is glued to the line above it.",
        "It would be shown as one long sentence with brackets in it.",
        "Put an empty line before the list.",
    )


def _choice_among_boxes(page: Page, line: int) -> Problem:
    return Problem(
        page.source,
        line,
        "A choice, ( ), stands among boxes.",
        "It could not be chosen; readers would see two brackets.",
        "Put a line of text between the list of boxes and that of choices, or write [ ] here too.",
    )


def _bare_box(page: Page, line: int) -> Problem:
    return Problem(
        page.source,
        line,
        "A box has no words.",
        "Nobody could know what to tick it for, least of all with a screen reader.",
        "Write on the same line what is to be done, or take the box out.",
    )
