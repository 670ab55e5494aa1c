"""What people's words lead to is somewhere in the guide: docs/_data/vocabulary.yml leads nowhere else."""

from collections.abc import Iterator

from guide.model import Guide, Text
from guide.problems import Problem, nearest
from guide.search.units import names_of, units_of
from guide.search.vocabulary import sayings_of

SOURCE = "docs/_data/vocabulary.yml"


def check_vocabulary(guide: Guide) -> Iterator[Problem]:
    """Every lead is a page, a question or a section that the search shows, and no saying stands there twice."""
    places = set(names_of(guide, units_of(guide)))
    said: set[str] = set()
    for group in sayings_of(guide):
        for lead in group.get("leads") or []:
            if lead not in places:
                yield _nowhere(lead, group["says"][0], places)
        yield from (_twice(saying) for saying in group["says"] if saying in said)
        said |= set(group["says"])


def _nowhere(lead: Text, saying: str, places: set[str]) -> Problem:
    guess = nearest(lead, places)
    return Problem(
        SOURCE,
        lead.line,
        f"“{lead}” is nothing that the search shows (“{saying}” leads there).",
        "Somebody who searches for it would be led nowhere.",
        f"Write  {guess}  instead."
        if guess
        else "Name a page below docs/, or one of its questions or sections: page.md#id",
    )


def _twice(saying: Text) -> Problem:
    return Problem(
        SOURCE,
        saying.line,
        f"“{saying}” stands there twice.",
        "It would lead to two groups of places at once.",
        "Take it out of one of the groups.",
    )
