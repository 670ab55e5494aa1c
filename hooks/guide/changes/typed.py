"""What a change does to what people type, nearest to danger first: a few lines that unteach it hide among many.

What is taken from the lines of danger, and which new lines of other lists speak as those do: most of their telling
words are words of danger, or some of them follow each other as they do there.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.changes.quoting import code, plain, quoted
from guide.search.typed import IN_DANGER
from guide.search.words import language, stem, stems

MOST, OTHERS = 400, 100
"""Lines near danger that are told, and others: how many more there are is said."""
RUN = 4
"""Words in a row that a line has in common with one of danger."""
HALF = 0.5
Lines = Mapping[str, Sequence[str]]
"""{file: its lines, each with the place that it leads to: "home.md: the tide"}."""


@dataclass(frozen=True)
class TypedChange:
    """What is near danger of what is not as it was."""

    source: str
    is_danger: bool
    lines: tuple[str, ...]
    """Those that are danger's no more; or that are new, and speak as those do, the nearest first."""
    others: tuple[str, ...] = ()
    """The other new ones, in the same order."""
    moved: tuple[tuple[str, str, int], ...] = ()
    """Where lines that stayed led before, where they lead now, and how many."""


def typed_changes(base: Lines, head: Lines) -> Iterator[TypedChange]:
    """What lies between two of those; nothing where the first is of an older generator."""
    if not base or base == head:
        return
    danger = [source for source in {*base, *head} if _is_danger(source)]
    was, now = (_places(some, danger) for some in (base, head))
    gone = tuple(line for line in was if line not in now)
    moved = _moved(was, now)
    if gone or moved:
        yield TypedChange(danger[0], True, gone, (), moved)
    others = [source for source in sorted(head) if not _is_danger(source)]
    nearness = _nearness(was, _places(base, [source for source in base if not _is_danger(source)]))
    for source in others:
        known, leads = _places(base, [source]), _places(head, [source])
        new = sorted((nearness(line), line) for line in leads if line not in known)
        moved = _moved(known, leads)
        if new or moved:
            near, far = (tuple(line for (is_far, _), line in new if is_far is kind) for kind in (False, True))
            yield TypedChange(source, False, near, far, moved)


def _moved(was: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    moved = Counter((place, now[line]) for line, place in was.items() if line in now and now[line] != place)
    return tuple((*pair, often) for pair, often in sorted(moved.items()))


def new_lines(changes: Sequence[TypedChange]) -> list[str]:
    """Those in no danger, the nearest to danger first."""
    calm = [change for change in changes if not change.is_danger]
    return [line for some in ("lines", "others") for change in calm for line in getattr(change, some)]


def tell_typed(change: TypedChange) -> Iterator[str]:
    """Each line that is gone from those of danger, or new beside them."""
    count = len(change.lines)
    if change.is_danger:
        yield f"- {code(change.source)} has lost {count} lines of danger"
    else:
        others = len(change.others)
        yield f"- {code(change.source)}: {count} new lines speak as lines of danger do, and {others} do not"
    yield from (f"    - {often} lead to {plain(to)}, no more to {plain(was)}" for was, to, often in change.moved)
    yield from (f"    - {quoted(line)}" for line in change.lines[:MOST])
    if change.others:
        yield "    - The others, the nearest first:"
        yield from (f"        - {quoted(line)}" for line in change.others[:OTHERS])


def left_of_typed(changes: Iterable[TypedChange]) -> list[str]:
    """What of that is not told."""
    kinds = (
        (one, *kind)
        for one in changes
        for kind in ((one.lines, MOST, "that are nearest to danger"), (one.others, OTHERS, "that are not near danger"))
    )
    return [
        f"{len(lines) - most} of {len(lines)} lines of {code(one.source)} {what}"
        for one, lines, most, what in kinds
        if len(lines) > most
    ]


def _is_danger(source: str) -> bool:
    return source.endswith(f"{IN_DANGER}.txt")


def _places(lists: Lines, sources: Iterable[str]) -> dict[str, str]:
    """{line: the place that it leads to} of these files."""
    split = (line.partition(": ") for source in sources for line in lists.get(source, []))
    return {line: place for place, _, line in split}


def _nearness(danger: Iterable[str], calm: Iterable[str]) -> Callable[[str], tuple[bool, float]]:
    """Whether a line speaks as the others do, and not as those of danger; and how far it is from these."""
    dangers, calms = ([stems(line) for line in some] for some in (danger, calm))
    often, elsewhere = (Counter(word for words in some for word in {*words}) for some in (dangers, calms))
    runs = {run for words in dangers for run in _runs(words)}
    few = {*map(stem, language()["few"])}
    sizes = len(dangers) + 1, len(calms) + 1

    def near(line: str) -> tuple[bool, float]:
        words = stems(line)
        told = [math.log((often[w] + 0.1) / sizes[0]) - math.log((elsewhere[w] + 0.1) / sizes[1]) for w in words]
        telling = [much for word, much in zip(words, told, strict=True) if word not in few]
        of_danger = [much for much in telling if much > 0]
        shared = sum(run in runs for run in _runs(words))
        is_near = shared or len(of_danger) > HALF * len(telling)
        return not is_near, -shared - sum(of_danger) / max(1, len(telling))

    return near


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
