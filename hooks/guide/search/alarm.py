"""Whether a query raises the alarm, as the search of the finished site reads it (overrides/assets/scripts/search/)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guide.cache import folder_for
from guide.model.guide import Guide
from guide.search.learn import FINE, Learnt
from guide.search.marks import Marks
from guide.search.typed import danger_of, marks_of
from guide.search.words import clauses, stems

NEAR, PLAINLY = -2, 2  # units: how near the whole must be where one clause speaks of it, and how plainly (learnt.js)

NOWHERE = -1
"""The place of no query."""


@dataclass(frozen=True)
class Alarm:
    """What is learnt of danger, and how a query is read."""

    danger: Learnt
    marks: Marks

    def is_raised(self, query: str, least: float = 0) -> bool:
        """Whether it speaks of danger by more than so many units, as a whole or, where that is near, in one clause."""
        asked = stems(query)
        whole = self._score(asked)
        if whole > least:
            return True
        parts = (part for part in clauses(asked) if len(part) > 1)
        return whole > least + NEAR and any(self._score(part) > least + PLAINLY for part in parts)

    def margin(self, query: str, *, by_words: bool = False) -> float:
        """By how many units it raises the alarm; below 0, how many it would need.

        `by_words`: as if it had been taught by nothing but its parts, so as whoever types something like it is heard.
        """
        asked = stems(query)
        whole = self._score(asked, by_words)
        parts = [self._score(part, by_words) for part in clauses(asked) if len(part) > 1]
        return max(whole, min(whole - NEAR, max(parts, default=whole) - PLAINLY))

    def _score(self, asked: Sequence[str], by_words: bool = False) -> float:
        whole = NOWHERE if by_words else self.marks.whole_of_stems(asked, FINE)
        return self.danger.score(self.marks.finely_of_stems(asked, FINE), whole)


def alarm_of(guide: Guide) -> Alarm | None:
    """The alarm of a guide, kept for its index as well; None where nothing is known of what people in danger type."""
    danger = danger_of(guide, folder_for("search"))
    return danger and Alarm(danger, marks_of(guide))
