"""The rules of a guide, one a file. Each looks at the whole guide and yields what is to be mended."""

from collections.abc import Callable, Iterator

from guide.checks.answers import check_answers
from guide.checks.citations import check_citations
from guide.checks.fields import check_fields
from guide.checks.headings import check_headings
from guide.checks.help_lines import check_help_lines
from guide.checks.ids import check_ids
from guide.checks.links import check_links
from guide.checks.lists import check_lists
from guide.checks.parts import check_parts
from guide.checks.plain_words import check_plain_words
from guide.checks.policy import check_policy
from guide.checks.requests import check_requests
from guide.checks.reviews import check_reviews
from guide.checks.safety import check_safety
from guide.checks.typed import check_typed
from guide.checks.vocabulary import check_vocabulary
from guide.checks.wording import check_wording
from guide.model import Guide
from guide.problems import Problem

CHECKS: tuple[Callable[[Guide], Iterator[Problem]], ...] = (
    check_answers,
    check_citations,
    check_fields,
    check_headings,
    check_help_lines,
    check_ids,
    check_links,
    check_lists,
    check_parts,
    check_plain_words,
    check_policy,
    check_requests,
    check_reviews,
    check_safety,
    check_typed,
    check_vocabulary,
    check_wording,
)


def check_guide(guide: Guide) -> Iterator[Problem]:
    """Everything that any rule finds."""
    for check in CHECKS:
        yield from check(guide)
