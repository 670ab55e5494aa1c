"""How much a drawing becomes when a browser draws it: what is used again is drawn again, and so is what that uses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 20_000
"""Elements that a browser draws at once; our own drawings have fewer than 50."""
USED = re.compile(r"url\(\s*[\"']?\s*#([^\"')\s]+)")


@dataclass
class Drawn:
    """An element of a drawing: its id, what it draws again, by their ids, and the places of those in it."""

    id: str
    uses: Sequence[str]
    inside: Sequence[int]


def used_by(name: str, attributes: dict[str, str]) -> list[str]:
    """The ids of what an element draws again, wherever it stands; a link only leads there."""
    used = [found for value in attributes.values() for found in USED.findall(value)]
    if name != "a":
        used += [value.strip()[1:] for key, value in attributes.items() if _is_way(key) and value.strip()[:1] == "#"]
    return used


def size_of(elements: Sequence[Drawn]) -> int:
    """How many are drawn in all, at most one more than MOST. What uses itself is drawn by no browser, and counts once.

    They stand in their order, each before those in it.
    """
    places: dict[str, int] = {}
    for place, one in enumerate(elements):
        places.setdefault(one.id, place)
    within = {place for one in elements for place in one.inside}
    sizes: dict[int, int] = {}
    for place in range(len(elements)):
        _measure(place, elements, places, sizes)
    return min(sum(size for place, size in sizes.items() if place not in within), MOST + 1)


def _measure(start: int, elements: Sequence[Drawn], places: dict[str, int], sizes: dict[int, int]) -> None:
    """Note the size of one and of all that it draws; without calling itself, however deep they stand."""
    waiting: list[tuple[int, Iterator[int]]] = [(start, _drawn_by(start, elements, places))] * (start not in sizes)
    open_ones = {start}
    while waiting:
        place, rest = waiting[-1]
        following = next((one for one in rest if one not in sizes and one not in open_ones), None)
        if following is not None:
            open_ones.add(following)
            waiting.append((following, _drawn_by(following, elements, places)))
            continue
        waiting.pop()
        open_ones.discard(place)
        drawn = sum(sizes.get(one, 0) for one in _drawn_by(place, elements, places))
        sizes[place] = min(1 + drawn, MOST + 1)


def _drawn_by(place: int, elements: Sequence[Drawn], places: dict[str, int]) -> Iterator[int]:
    yield from elements[place].inside
    yield from (places[name] for name in elements[place].uses if name in places)


def _is_way(attribute: str) -> bool:
    return attribute.rpartition("}")[2].rpartition(":")[2].lower() == "href"
