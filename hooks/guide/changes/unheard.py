"""Which beginnings of new lines were heard as danger before and are not any more: who types only that is in danger.

"He put a camera in the bedroom for the cat" is no danger, and unteaches "he put a camera in the bedroom".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.search.alarm import Alarm
from guide.search.learn import Learnt
from guide.search.marks import Marks

PLAIN = 3
"""Units by which it was heard: what lines that were well meant unteach was heard by less."""
LEAST = 3
"""Words of a beginning."""
MOST = 2000
"""Lines whose beginnings are asked, the nearest to danger first."""


def learnt_kept(alarm: Alarm | None) -> dict[str, Any]:
    """All that a snapshot keeps of what is learnt, to ask it again."""
    if alarm is None:
        return {}
    marks = alarm.marks
    read = [[*one] for one in (marks.alike, marks.kinds, marks.roles, marks.people)]
    return {
        "weights": sorted([*one] for one in alarm.danger.weights.items()),
        "start": alarm.danger.start,
        "marks": read,
    }


def alarm_again(kept: Mapping[str, Any]) -> Alarm | None:
    """The alarm that this was kept of; None where that was none."""
    return Alarm(Learnt(dict(kept["weights"]), kept["start"]), Marks(*kept["marks"])) if kept else None


def unheard(kept: Mapping[str, Any], alarm: Alarm | None, lines: Sequence[str]) -> list[tuple[str, float, float]]:
    """(the shortest beginning of a line that is new, its margin before, and now), what was plainest first."""
    before = alarm_again(kept)
    if before is None or alarm is None:
        return []
    found = {one[0]: one for line in lines[:MOST] if (one := next(_unheard(before, alarm, line), None))}
    return sorted(found.values(), key=lambda one: (-one[1], one[0]))


def _unheard(before: Alarm, now: Alarm, line: str) -> Iterator[tuple[str, float, float]]:
    words = line.split()
    for end in range(LEAST, len(words)):
        beginning = " ".join(words[:end])
        was = before.margin(beginning)
        if was > PLAIN and (left := now.margin(beginning)) <= 0:
            yield beginning, was, left
