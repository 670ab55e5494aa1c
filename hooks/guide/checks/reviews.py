"""Reviews that are due. Only ever a notice: a date that passes must not break a build that was whole yesterday."""

from collections.abc import Iterator
from datetime import date

from guide.model.guide import Guide
from guide.model.problems import NOTICE, Problem


def check_reviews(guide: Guide, today: date | None = None) -> Iterator[Problem]:
    """Pages whose `next_review` has passed."""
    today = today or date.today()
    for page in guide.pages:
        due = page.fields.get("next_review")
        if due and due < today:
            yield Problem(
                page.source,
                page.lines.get("next_review", 1),
                f"The page was to be reviewed by {due}.",
                "What was right a year ago may mislead a reader today.",
                "Read the whole page; mend it; set  reviewed  to today and  next_review  to a later day.",
                NOTICE,
            )
