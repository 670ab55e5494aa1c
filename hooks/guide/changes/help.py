"""What a change does to the ways to help: each help line, by its fields, and what pages say of whom to call.

No rule can know whether a new number is right. Whoever merges the change has to look it up, and so is told each one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from guide.changes.quoting import code, from_to, plain
from guide.changes.sentences import even
from guide.changes.written import written
from guide.checks.boxes import boxes_of
from guide.checks.ways import TO_HELP
from guide.model.guide import Guide
from guide.model.page import Page
from guide.text.calling import Calling, calling_of
from guide.text.phone import FIELDS, numbers_of_line
from guide.text.shown_numbers import calls_in

LINES, AT, SEEN = "help-lines", "at", "seen_on"
REACHED = (*FIELDS, "url")
"""What somebody in need presses or types."""
Line = Mapping[str, str]
Said = tuple[str, str, str]
"""The name of a field, and its value before and after; "" for none."""


@dataclass(frozen=True)
class HelpChange:
    """What became of one line, or of what a page says."""

    place: str
    """Where that stands now, or stood, with its line."""
    name: str
    """Of the service; "" for a page."""
    said: tuple[Said, ...]

    @property
    def is_unseen(self) -> bool:
        """Whether another number or address is said to have been seen on the day of the one before."""
        fields = {field for field, before, _ in self.said if before}
        return bool(fields & {*REACHED}) and SEEN not in fields

    @property
    def has_old_source(self) -> bool:
        """Whether the source is the one of the number before as well."""
        return self.is_unseen and "source" not in {field for field, *_ in self.said}


def help_of(guide: Guide, settings: Mapping[str, str]) -> dict[str, Any]:
    """All that a snapshot keeps of help: the lines, with the names of their countries and kinds, and {place: words}.

    Of what people type, by which the search tells who is in danger, it keeps all. `settings` are such words as well.
    """
    countries = {one["code"]: one["name"] for one in guide.data.get("countries") or []}
    kinds = {one["kind"]: one["name"] for one in guide.data.get("help-kinds") or []}
    names = {"country": countries, "also_in": countries, "category": kinds, "also_for": kinds}
    lines = guide.data.get(LINES) or []
    source = guide.data_file(f"{LINES}.yml")
    known = {number for line in lines for number in numbers_of_line(line)}
    calling = calling_of(guide.shape)
    ways = {name: way for name, way in (guide.data.get("words") or {}).items() if name in TO_HELP}
    said = {f"{guide.data_file('words.yml')} ({name})": _all(way) for name, way in ways.items()}
    return {
        "lines": [
            {AT: f"{source}:{line['service'].line}"}
            | {field: _words(value, names.get(field, {})) for field, value in line.items() if value is not None}
            for line in lines
        ],
        "typed": {
            guide.data_file(f"typed/{name}.txt"): [f"{page}: {line}" for page, some in lists.items() for line in some]
            for name, lists in (guide.data.get("typed") or {}).items()
        },
        "boxes": {page.source: [box.says for box in boxes_of(page.html) if box.is_care] for page in guide.pages},
        "said": {**settings, **said}
        | {page.source: words for page in guide.pages if (words := _said_on(page, known, calling))},
    }


def _said_on(page: Page, known: set[str], calling: Calling) -> str:
    """Which help lines a page asks for, and which numbers its own words tell somebody to call."""
    asked = [f"{LINES} {request.argument or 'of all kinds'}" for request in page.requests if request.name == LINES]
    shown = known if page.kind == "safety" else ()  # elsewhere “116 people” is no call
    return ", ".join(
        [*asked, *sorted({number for words, _ in page.prose for number in calls_in(words, shown, calling)})]
    )


def _all(way: Mapping[str, str]) -> str:
    return ", ".join(filter(None, way.values()))


def _words(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return written([f"{one} ({names[one]})" if one in names else one for one in value])
    return f"{value} ({names[value]})" if value in names else str(value)


def help_changes(base: Mapping[str, Any], head: Mapping[str, Any]) -> Iterator[HelpChange]:
    """What lies between two of those, lines first; a snapshot of an older generator holds none."""
    yield from sorted(_lines(base.get("lines", []), head.get("lines", [])), key=lambda one: not one.is_unseen)
    before, after = base.get("said", {}), head.get("said", {})
    for place in sorted({*before, *after}):
        if before.get(place) != after.get(place):
            yield HelpChange(place, "", (("", before.get(place, ""), after.get(place, "")),))
    yield from _boxes(base.get("boxes"), head.get("boxes", {}))
    typed = base.get("typed", {})
    for place, lines in head.get("typed", {}).items():
        old, new = {*typed.get(place, [])}, {*lines}
        if old != new:
            told = f"lines: {len(new)} ({len(old - new)} gone, {len(new - old)} new)"
            yield HelpChange(place, "", (("", f"lines: {len(old)}", told),))


def tell_help(change: HelpChange) -> str:
    """Each value by itself, as it was and as it is."""
    said = [f"{field} {from_to(before, after)}".strip() for field, before, after in change.said]
    old = " and its source" if change.has_old_source else ""
    unseen = f" **The day it was seen{old} did not change: look it up.**" if change.is_unseen else ""
    return f"- {code(change.place)} {plain(change.name)}: {'; '.join(said)}.{unseen}".replace(" : ", " ")


def _boxes(base: Mapping[str, list[str]] | None, head: Mapping[str, list[str]]) -> Iterator[HelpChange]:
    """What boxes of care said and say, for no rule can know whether their words still lead to safety."""
    for place in sorted({*base, *head}) if base is not None else ():
        old, new = base.get(place, []), head.get(place, [])
        known, said = ({even(one) for one in some} for some in (old, new))
        gone, come = [one for one in old if even(one) not in said], [one for one in new if even(one) not in known]
        for before, after in zip_longest(gone, come, fillvalue=""):
            how = "has changed" if before and after else "has gone" if before else "is new"
            yield HelpChange(place, "", ((f"A safety box {how}:", before, after),))


def _lines(old: Sequence[Line], new: Sequence[Line]) -> Iterator[HelpChange]:
    left = list(old)
    pairs: list[tuple[Line | None, Line]] = []
    unknown = list(new)
    for alike in ALIKE:
        for line in list(unknown):
            was = next((one for one in left if alike(one) == alike(line)), None)
            if was is not None:
                left.remove(was)
                unknown.remove(line)
                pairs.append((was, line))
    for was, now in [*pairs, *((None, line) for line in unknown), *((line, None) for line in left)]:
        said = tuple(_differences(was or {}, now or {}))
        if said:
            yield HelpChange((now or was)[AT], (was or now)["service"], said)


def _differences(was: Line, now: Line) -> Iterator[Said]:
    fields = dict.fromkeys(field for field in (*REACHED, *was, *now) if field != AT)
    yield from ((field, was.get(field, ""), now.get(field, "")) for field in fields if was.get(field) != now.get(field))


def _by(*fields: str) -> Callable[[Line], tuple]:
    """What two lines have in common that are the same; one without a number has it in common with none."""
    return lambda line: tuple(line.get(field) or id(line) for field in fields)


ALIKE: tuple[Callable[[Line], Any], ...] = (
    lambda line: {field: value for field, value in line.items() if field != AT},
    lambda line: (line["service"], line.get("country"), line.get("region")),
    lambda line: (line["service"], line.get("country")),
    _by("country", "phone"),
    _by("service"),
    _by("phone"),
)
"""By what a line is known again, the surest first."""
