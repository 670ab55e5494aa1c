"""What a change does to the words of pages, sentence by sentence."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from guide.changes.quoting import code, from_to, plain
from guide.changes.sentences import Said, even

ALIKE = 0.4
"""What part of their words two sentences share of which one has become the other."""
MOST = 400_000
"""Pairs of sentences that are compared; of more than that each is told alone."""


@dataclass(frozen=True)
class WordChange:
    """A sentence as it was and as it is; "" for none."""

    source: str
    line: int
    is_near: bool
    """Whether whoever is in danger may read it, or could before."""
    before: str
    after: str

    @property
    def has_same_words(self) -> bool:
        """Whether nothing but quotation marks, dashes, dots and blanks are not as they were."""
        return even(self.before) == even(self.after)


def word_changes(base: Mapping[str, Any], head: Mapping[str, Any]) -> Iterator[WordChange]:
    """What lies between two of those (see `said_on_pages`); nothing where the first is of an older generator.

    Of a page that is gone only what whoever is in danger may have read.
    """
    for source in sorted({*base, *head}) if base else ():
        changes = _changes(source, base.get(source, []), head.get(source, []))
        yield from changes if source in head else (change for change in changes if change.is_near)


def _changes(source: str, old: Sequence[Said], new: Sequence[Said]) -> Iterator[WordChange]:
    """Each sentence by itself: beside others it would be passed over."""
    matched = SequenceMatcher(None, *([even(said) for said, *_ in some] for some in (old, new)), autojunk=False)
    for how, start, end, first, last in matched.get_opcodes():
        was, now = old[start:end], new[first:last]
        pairs = zip(was, now, strict=True) if len(was) == len(now) else _paired(was, now)
        yield from (_change(source, *pair) for pair in pairs if how != "equal" or pair[0][0] != pair[1][0])


def _paired(old: Sequence[Said], new: Sequence[Said]) -> Iterator[tuple[Said | None, Said | None]]:
    """Which became which, in their order, by the words that they share; the others are gone or new."""
    likes = _likes(old, new) if len(old) * len(new) <= MOST else []
    at, to = 0, 0
    while likes and at < len(old) and to < len(new):
        best = likes[at][to]
        if best == likes[at + 1][to]:
            yield old[at], None
            at += 1
        elif best == likes[at][to + 1]:
            yield None, new[to]
            to += 1
        else:
            yield old[at], new[to]
            at, to = at + 1, to + 1
    yield from ((was, None) for was in old[at:])
    yield from ((None, now) for now in new[to:])


def _likes(old: Sequence[Said], new: Sequence[Said]) -> list[list[float]]:
    """How alike all are from each of the old and each of the new ones on, when they are paired best."""
    was, now = ([{*even(said).lower().split()} for said, *_ in some] for some in (old, new))
    likes = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in reversed(range(len(old))):
        for to in reversed(range(len(new))):
            alike = 2 * len(was[at] & now[to]) / (len(was[at]) + len(now[to]))
            paired = alike + likes[at + 1][to + 1] if alike >= ALIKE else 0.0
            likes[at][to] = max(paired, likes[at + 1][to], likes[at][to + 1])
    return likes


def _change(source: str, was: Said | None, now: Said | None) -> WordChange:
    line = (now or was)[1]
    is_near = any(one and one[2] for one in (was, now))
    return WordChange(source, line, is_near, was[0] if was else "", now[0] if now else "")


def tell_words(changes: Iterable[WordChange]) -> list[str]:
    """All of them, as no rule knows which one may lead somebody astray; the same words are told as a number."""
    return [tell_word(change) for change in changes if not change.has_same_words]


def tell_same_words(changes: Iterable[WordChange], broken: Collection[str], kinds: Mapping[str, str]) -> Iterator[str]:
    """How many sentences have nothing but other signs between their words, and on which kinds of page.

    `broken` are the sources of pages whose sentences are all as they were, though their lines are not.
    """
    same = [change.source for change in changes if change.has_same_words]
    if same:
        sentences, pages = _counted(same, "sentence", kinds), _counted({*same}, "page", kinds)
        yield f"The same words, written otherwise: {sentences}, {pages}."
        yield "Nothing in them but quotation marks, apostrophes, dashes, dots and blanks is not as it was."
    if broken:
        yield f"The same sentences, with other breaks of lines: {_counted(broken, 'page', kinds)}."
    if same or broken:
        yield ""


def _counted(sources: Collection[str], what: str, kinds: Mapping[str, str]) -> str:
    often = Counter(kinds.get(source, "") for source in sources)
    told = ", ".join(f"{often[kind]} {plain(kind)}" for kind in sorted(often))
    return f"{len(sources)} {what}{'s' * (len(sources) != 1)} ({told})"


def tell_word(change: WordChange) -> str:
    """One sentence, as it was and as it is."""
    return f"- {code(f'{change.source}:{change.line}')} {from_to(change.before, change.after)}"
