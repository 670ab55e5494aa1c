"""Reviews that are due: a notice, for a date that passes must not break a build that was whole yesterday.

A day on which nobody can have read anything yet is a mistake.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import NOTICE, Problem

LONGEST = timedelta(days=2 * 366)
"""How long a page may go without being read again."""


def check_reviews(guide: Guide, today: date | None = None) -> Iterator[Problem]:
    """Pages whose `next_review` has passed or is far off, or whose `reviewed` is still to come."""
    today = today or date.today()
    for page in guide.pages:
        read = page.fields.get("reviewed")
        if read and read > today:
            yield Problem(
                page.source,
                page.lines.get("reviewed", 1),
                f"The page says that it was reviewed on {read}, which is still to come.",
                "Readers would trust a reading that nobody has done, and none would be asked for.",
                "Write the day on which somebody last read the whole page.",
            )
        yield from _check_next(page, today)


def _check_next(page: Page, today: date) -> Iterator[Problem]:
    due, line = page.fields.get("next_review"), page.lines.get("next_review", 1)
    if not due:
        return
    span = due - (page.fields.get("reviewed") or min(today, due))
    if not timedelta(0) <= span <= LONGEST:
        yield Problem(
            page.source,
            line,
            f"The next review, {due}, is not in the two years after the last one.",
            "Nobody would be asked to read the page again while it may still mislead.",
            "Write a day at most two years after  reviewed .",
        )
    if due < today:
        yield Problem(
            page.source,
            line,
            f"The page was to be reviewed by {due}.",
            "What was right a year ago may mislead a reader today.",
            "Read the whole page; mend it; set  reviewed  to today and  next_review  to a later day.",
            NOTICE,
        )
