"""Whether those who type that they are in danger are heard as before: few lines may silence many others.

A line that is taught raises the alarm whatever else is learnt; what others type is nearly that. So lines of danger are
asked by their words alone. What is learnt anew is never quite the same: one harmless line moves most of them a little,
and some of them over the line. What is aimed at some of them moves these far.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.changes.quoting import quoted
from guide.changes.unheard import alarm_again, learnt_kept, unheard
from guide.model.guide import ALARMS, Guide
from guide.search.alarm import alarm_of
from guide.search.typed import IN_DANGER

SILENT = -99.0
"""The margin of any query where there is no alarm."""
FAR = 4
"""Units of its margin that a line loses seldom by chance."""
CHANCE_SILENT, CHANCE_FAR = 1 / 50, 1 / 2000
"""What part of all lines may fall silent, and how many of them far, by chance."""
LOST, CLOSE = 2, 1
"""Units of its margin that a query which must raise the alarm has lost, and how close to the line it stands."""
SHOWN = 20
Margins = Mapping[str, float]
"""{query: by how much it raises the alarm}."""
Fallen = tuple[str, float, float]
"""A query, and its margin before and after."""


@dataclass(frozen=True)
class AlarmChange:
    """What is heard less than before, what fell most first."""

    asked: int = 0
    """Lines of danger that raised the alarm by their words before."""
    silent: tuple[Fallen, ...] = ()
    """Those of them that do so no more."""
    far: tuple[Fallen, ...] = ()
    """Those that lost much, whether they are silent or not."""
    close: tuple[Fallen, ...] = ()
    """Queries that must raise it, and are close to not doing so."""
    beginnings: tuple[Fallen, ...] = ()
    """Of new lines in no danger: what was heard as danger, and is not any more."""
    is_another: bool = False
    """Whether what is learnt is not as it was."""

    @property
    def is_called_out(self) -> bool:
        """Whether it is more than chance."""
        too_many = (len(self.silent) > self.asked * CHANCE_SILENT, len(self.far) > self.asked * CHANCE_FAR)
        return any(too_many) or bool(self.close or self.beginnings)


def alarm_kept(guide: Guide) -> dict[str, Any]:
    """All that a snapshot keeps of it: what is typed in danger, and what must raise the alarm, with their margins."""
    typed = [line for lines in ((guide.data.get("typed") or {}).get(IN_DANGER) or {}).values() for line in lines]
    alarm = alarm_of(guide) if typed else None
    listed = guide.data.get(ALARMS) or []
    return {
        "typed": {str(line): round(alarm.margin(line, by_words=True), 2) if alarm else SILENT for line in typed},
        "listed": {str(query): round(alarm.margin(query), 2) if alarm else SILENT for query in listed},
        "learnt": learnt_kept(alarm),
    }


def alarm_change(base: Mapping[str, Any], head: Mapping[str, Any], new: Sequence[str] = ()) -> AlarmChange:
    """What lies between two of those; what was learnt for the second is asked what only the first knows.

    `new` are lines in no danger that only the second knows, the nearest to danger first.
    """
    was = {line: margin for line, margin in base.get("typed", {}).items() if margin > 0}
    unknown = [line for line in was if line not in head["typed"]]
    alarm = alarm_again(head.get("learnt", {}))
    asked = {line: alarm.margin(line, by_words=True) if alarm else SILENT for line in unknown}
    fallen = _fallen(was, {**head["typed"], **asked})
    listed = _fallen(base.get("listed", {}), {**dict.fromkeys(base.get("listed", {}), SILENT), **head["listed"]})
    return AlarmChange(
        asked=len(was),
        silent=tuple(one for one in fallen if one[2] <= 0),
        far=tuple(one for one in fallen if one[1] - one[2] > FAR),
        close=tuple(one for one in listed if one[1] - one[2] > LOST and one[2] < CLOSE),
        beginnings=tuple(unheard(base.get("learnt", {}), alarm, new)),
        is_another=bool(base) and base != head,
    )


def tell_alarm(change: AlarmChange) -> Iterator[str]:
    """How many are silent now, always; those that fell most, where it is more than chance, or they fell far."""
    if change.is_another:
        yield f"- {_counted(change)}"
        yield from (f"    - {_told(one)} **This one must raise it.**" for one in change.close)
        yield from (f"    - {_told(one)} **So begins a new line.**" for one in change.beginnings[:SHOWN])
        most = sorted({*change.far, *(change.silent if change.is_called_out else ())}, key=_fall)
        yield from (f"    - {_told(one)}" for one in most[:SHOWN])


def call_out_alarm(change: AlarmChange) -> list[str]:
    """What stands at the top, where it is more than chance."""
    if not change.is_called_out:
        return []
    close = f" {len(change.close)} that must raise it nearly do not." if change.close else ""
    begun = len(change.beginnings)
    begin = f" What {begun} new lines in no danger begin with was plainly heard, and is not any more." if begun else ""
    return [f"**People in danger may be heard no more. {_counted(change)}{close}{begin}**", ""]


def _counted(change: AlarmChange) -> str:
    far = f"and {len(change.far)} fell far (by chance 1 in {round(1 / CHANCE_FAR)} do)"
    silent = f"{len(change.silent)} do so no more (by chance up to 1 in {round(1 / CHANCE_SILENT)})"
    return f"Of {change.asked} lines of danger that raised the alarm by their words alone, {silent}, {far}."


def _fallen(was: Margins, now: Margins) -> list[Fallen]:
    return sorted(((query, margin, now[query]) for query, margin in was.items()), key=_fall)


def _fall(one: Fallen) -> tuple[float, str]:
    query, was, now = one
    return now - was, query


def _told(one: Fallen) -> str:
    query, was, now = one
    return f"{quoted(query)}: {was:+.1f} → {now:+.1f}"
