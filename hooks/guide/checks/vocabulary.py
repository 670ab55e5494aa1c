"""What people's words lead to is somewhere in the guide: docs/_data/vocabulary.yml leads nowhere else."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Text
from guide.model.problems import Problem, nearest
from guide.search.units import names_of, units_of
from guide.search.vocabulary import sayings_of


def check_vocabulary(guide: Guide) -> Iterator[Problem]:
    """Every lead is a page, a question or a section that the search shows, and no saying stands there twice."""
    places, source = set(names_of(guide, units_of(guide))), guide.data_file("vocabulary.yml")
    said: set[str] = set()
    for group in sayings_of(guide):
        for lead in group.get("leads") or []:
            if lead not in places:
                yield _nowhere(source, lead, group["says"][0], places)
        yield from (_twice(source, saying) for saying in group["says"] if saying in said)
        said |= set(group["says"])


def _nowhere(source: str, lead: Text, saying: str, places: set[str]) -> Problem:
    guess = nearest(lead, places)
    return Problem(
        source,
        lead.line,
        f"“{lead}” is nothing that the search shows (“{saying}” leads there).",
        "Somebody who searches for it would be led nowhere.",
        f"Write  {guess}  instead."
        if guess
        else "Name a page below docs/, or one of its questions or sections: page.md#id",
    )


def _twice(source: str, saying: Text) -> Problem:
    return Problem(
        source,
        saying.line,
        f"“{saying}” stands there twice.",
        "It would lead to two groups of places at once.",
        "Take it out of one of the groups.",
    )
