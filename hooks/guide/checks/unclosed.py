"""What a text opens it closes: else a browser takes the rest of the page, and what stands below it, into it."""

import re
from collections.abc import Iterator

from guide.checks.html_tags import left_open
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem

ENDS = re.compile(r"</(?:main|body|html)\b", re.IGNORECASE)


def check_unclosed(guide: Guide) -> Iterator[Problem]:
    """The HTML of every page."""
    for page in guide.pages:
        found = left_open(page.html)
        if found:
            name, line = found
            closed = name == "main"
            yield Problem(
                page.source,
                line or _line_of_end(page),
                f"The text {'ends' if closed else 'does not close'} <{name}>.",
                "A browser would take what follows for something else, and the page's foot and scripts with it.",
                f"Take  </{name}>  out." if closed else f"Write  </{name}>  where it ends, or take it out.",
            )


def _line_of_end(page: Page) -> int:
    found = ENDS.search(page.text)
    return page.text_line + page.text.count("\n", 0, found.start()) if found else page.text_line
