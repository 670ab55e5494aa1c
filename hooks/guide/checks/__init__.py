"""The rules of a guide, one a file. Each looks at the whole guide and yields what is to be mended."""

from collections.abc import Callable, Collection, Iterator

from guide.checks.alarms import check_alarms
from guide.checks.answers import check_answers
from guide.checks.as_written import check_as_written
from guide.checks.care import check_care
from guide.checks.citations import check_citations
from guide.checks.claims import check_claims
from guide.checks.content_notes import check_content_notes
from guide.checks.dialled import check_dialled
from guide.checks.directory import check_directory
from guide.checks.drawings import check_drawings
from guide.checks.examples import check_examples
from guide.checks.fields import check_fields
from guide.checks.glossary import check_glossary
from guide.checks.grades import check_grades
from guide.checks.headings import check_headings
from guide.checks.help_lines import check_help_lines
from guide.checks.ids import check_ids
from guide.checks.link_words import check_link_words
from guide.checks.links import check_links
from guide.checks.lists import check_lists
from guide.checks.neutral import check_neutral
from guide.checks.openings import check_openings
from guide.checks.outside import check_outside
from guide.checks.parts import check_parts
from guide.checks.plain_words import check_plain_words
from guide.checks.policy import check_policy
from guide.checks.reach import check_reach
from guide.checks.requests import check_requests
from guide.checks.reviews import check_reviews
from guide.checks.rhythm import check_rhythm
from guide.checks.safety import check_safety
from guide.checks.shown import check_shown
from guide.checks.typed import check_typed
from guide.checks.unclosed import check_unclosed
from guide.checks.unwritten import check_unwritten
from guide.checks.vocabulary import check_vocabulary
from guide.checks.vouched.check import check_vouched
from guide.checks.ways import check_ways
from guide.checks.wording import check_wording
from guide.model.guide import Guide
from guide.model.problems import Problem

CHECKS: tuple[Callable[[Guide], Iterator[Problem]], ...] = (
    check_alarms,
    check_answers,
    check_as_written,
    check_care,
    check_citations,
    check_claims,
    check_content_notes,
    check_dialled,
    check_directory,
    check_drawings,
    check_examples,
    check_fields,
    check_glossary,
    check_grades,
    check_headings,
    check_help_lines,
    check_ids,
    check_link_words,
    check_links,
    check_lists,
    check_neutral,
    check_openings,
    check_outside,
    check_parts,
    check_plain_words,
    check_policy,
    check_reach,
    check_reviews,
    check_rhythm,
    check_safety,
    check_shown,
    check_typed,
    check_unclosed,
    check_unwritten,
    check_vocabulary,
    check_vouched,
    check_ways,
    check_wording,
)


def check_guide(guide: Guide, parts: Collection[str]) -> Iterator[Problem]:
    """Everything that any rule finds. `parts` are those that a page may ask for."""
    yield from check_requests(guide, parts)
    for check in CHECKS:
        yield from check(guide)
