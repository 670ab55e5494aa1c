"""What a change does to the order of data that readers see: help lines of a country, kinds of help, where words lead.

Each entry is as it was, and yet other ones stand first: somebody in need takes the first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.changes.data import FOLDED, first_words
from guide.changes.differences import ordinals_of
from guide.changes.quoting import code, from_to, plain
from guide.model.guide import Guide
from guide.reading.data_names import LISTS

LINES, VOCABULARY, LEADS, EXAMPLES = "help-lines", "vocabulary", "leads", "examples"
UNSEEN = {LINES, "wording", "pictures", *LISTS, *FOLDED}
"""Data whose order nobody sees, or that is told in a way of its own."""
SHOWN = 8
"""Entries that are named, from the first that stands elsewhere."""
Orders = Mapping[str, Mapping[str, Sequence[str]]]
"""{file: {where in it: the names of what stands there, in order}}."""


@dataclass(frozen=True)
class OrderChange:
    """A list whose entries stand in another order."""

    source: str
    where: str
    """The way to it in its file; "" for the whole of that."""
    before: tuple[str, ...]
    after: tuple[str, ...]
    """Those that stayed, from the first that stands elsewhere."""


def orders_of(guide: Guide) -> dict[str, dict[str, list[str]]]:
    """All that a snapshot keeps of it."""
    found: dict[str, dict[str, list[str]]] = {guide.data_file(f"{LINES}.yml"): _lines(guide)}
    for name, value in guide.data.items():
        if name == VOCABULARY:
            told = ((f"{first_words(one)} {LEADS}", one[LEADS]) for one in value or [] if one.get(LEADS))
            found[guide.data_file(f"{name}.yml")] = {where: [*map(str, leads)] for where, leads in told}
        elif name == EXAMPLES:
            files = {guide.data_file(f"{name}/{one}.{FOLDED[name]}"): part for one, part in value.items()}
            found |= {source: _lists_in(part) for source, part in files.items()}
        elif name not in UNSEEN:
            found[guide.data_file(f"{name}.yml")] = _lists_in(value)
    return found


def order_changes(base: Orders, head: Orders) -> Iterator[OrderChange]:
    """What lies between two of those; what is new or gone is no other order, and is told by itself."""
    for source in sorted({*base} & {*head}):
        for where, new in head[source].items():
            old = base[source].get(where, [])
            was, now = _stayed(old, new)
            if was != now:
                first = next(at for at, pair in enumerate(zip(was, now, strict=True)) if len({*pair}) > 1)
                yield OrderChange(source, where, tuple(was[first:]), tuple(now[first:]))


def _stayed(*lists: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands in both of two lists, in the order of each; a second one of a name has a number."""
    old, new = ([*_numbered(some)] for some in lists)
    both = {*old} & {*new}
    return [one for one in old if one in both], [one for one in new if one in both]


def _numbered(names: Sequence[str]) -> Iterator[str]:
    for name, number in zip(names, ordinals_of(names), strict=True):
        yield f"{name} ({number})" if number > 1 else name


def tell_order(change: OrderChange) -> str:
    """One line, however many stand elsewhere."""
    was, now = (", ".join(some[:SHOWN]) for some in (change.before, change.after))
    more = f", and {len(change.after) - SHOWN} more" if len(change.after) > SHOWN else ""
    where = f" {plain(change.where)}" if change.where else ""
    return f"- {code(change.source)}{where}: the order is another: {from_to(was, now)}{more}."


def _lines(guide: Guide) -> dict[str, list[str]]:
    """The services of each country, in their order; behind its own those of others that help there as well."""
    names = {one["code"]: one["name"] for one in guide.data.get("countries") or []}
    found: dict[str, list[str]] = {}
    lines = guide.data.get(LINES) or []
    at_home = [(line, line.get("country") or line.get("country_name") or "") for line in lines]
    elsewhere = [(line, place) for line in lines for place in line.get("also_in") or []]
    for line, place in (*at_home, *elsewhere):
        name = f"{line['service']} ({line['region']})" if line.get("region") else str(line["service"])
        found.setdefault(str(names.get(place, place)), []).append(name)
    return found


def _lists_in(value: Any) -> dict[str, list[str]]:
    found = [*_lists(value, "")]
    return dict(zip(_numbered([where for where, _ in found]), (names for _, names in found), strict=True))


def _lists(value: Any, where: str) -> Iterator[tuple[str, list[str]]]:
    """Each list of more than one, and those in it; an entry is known by what it says first."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _lists(one, f"{where} {key}".strip())
    elif isinstance(value, list | tuple):
        if len(value) > 1:
            yield where, [*map(first_words, value)]
        for one in value:
            if isinstance(one, Mapping | list | tuple):
                yield from _lists(one, f"{where} {first_words(one)}".strip())
