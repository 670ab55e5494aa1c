"""What a change does to the order of data that readers see: help lines of a country, kinds of help, where words lead.

Each entry is as it was, and yet other ones stand first: somebody in need takes the first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.changes.data import FOLDED, first_words
from guide.changes.quoting import code, from_to, plain
from guide.model.guide import Guide
from guide.reading.data_names import LISTS

LINES, VOCABULARY, LEADS = "help-lines", "vocabulary", "leads"
UNSEEN = {LINES, "references", "wording", "pictures", *LISTS, *FOLDED}
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
        elif name not in UNSEEN:
            found[guide.data_file(f"{name}.yml")] = dict(_lists(value, ""))
    return found


def order_changes(base: Orders, head: Orders) -> Iterator[OrderChange]:
    """What lies between two of those; what is new or gone is no other order, and is told by itself."""
    for source in sorted({*base} & {*head}):
        for where, new in head[source].items():
            old = base[source].get(where, [])
            was, now = ([*dict.fromkeys(one for one in some if one in old and one in new)] for some in (old, new))
            if was != now:
                first = next(at for at, pair in enumerate(zip(was, now, strict=True)) if len({*pair}) > 1)
                yield OrderChange(source, where, tuple(was[first:]), tuple(now[first:]))


def tell_order(change: OrderChange) -> str:
    """One line, however many stand elsewhere."""
    was, now = (", ".join(some[:SHOWN]) for some in (change.before, change.after))
    more = f", and {len(change.after) - SHOWN} more" if len(change.after) > SHOWN else ""
    where = f" {plain(change.where)}" if change.where else ""
    return f"- {code(change.source)}{where}: the order is another: {from_to(was, now)}{more}."


def _lines(guide: Guide) -> dict[str, list[str]]:
    """The services of each country, in their order."""
    names = {one["code"]: one["name"] for one in guide.data.get("countries") or []}
    found: dict[str, list[str]] = {}
    for line in guide.data.get(LINES) or []:
        home = line.get("country") or line.get("country_name") or ""
        name = f"{line['service']} ({line['region']})" if line.get("region") else str(line["service"])
        found.setdefault(str(names.get(home, home)), []).append(name)
    return found


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
