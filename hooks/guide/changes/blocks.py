"""What a change does to the blocks that sentences stand in, where their words are as they were.

Three steps that become one item, advice that becomes code, a paragraph that a box takes in: no word of them is another,
and yet somebody in a hurry reads something else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from guide.changes.quoting import code, quoted
from guide.changes.sentences import Said, even, sentences_of
from guide.changes.words import WordChange
from guide.checks.text_blocks import blocks_of_text
from guide.model.guide import Guide
from guide.model.page import Page

Snapshot = Mapping[str, Mapping[str, Sequence]]
Stands = tuple[str, str, int, int, bool]
"""A sentence as it is shown, what stands around it, the number of its block, its line, whether it is near danger."""
SIGNS = re.compile(r"^[\W\d_]+")
"""What a list has before its items, and is words where the list is none any more."""
WORD = re.compile(r"\w+")
MOST = 200
"""Sentences that one is looked for in; where it is in none of so many, it is told by itself."""


@dataclass(frozen=True)
class BlockChange:
    """A sentence that stands in another block."""

    source: str
    line: int
    is_near: bool
    words: str
    before: str
    """What stood around it; "" where it was not shown."""
    after: str
    begins: bool | None
    """Whether it begins a block now and did not, or the other way round; None where that is as it was."""


def blocks_on_pages(guide: Guide, said: Mapping[str, Sequence[Said]]) -> dict[str, list[Stands]]:
    """All that a snapshot keeps of it: {source of a page: its sentences as they are shown}."""
    return {page.source: [*_stands(page, said[page.source])] for page in guide.pages}


def _stands(page: Page, said: Sequence[Said]) -> Iterator[Stands]:
    lines = [line for _, line, _ in said]
    written = {_bare(words): line for words, line, _ in said}
    for number, (around, words, line) in enumerate(blocks_of_text(page.html)):
        at = bisect_right(lines, line) - 1
        for one in sentences_of(words):
            if bare := _bare(one):
                yield one, around, number, written.get(bare, line), at >= 0 and said[at][2]


def block_changes(base: Snapshot, head: Snapshot, said: Iterable[WordChange]) -> Iterator[BlockChange]:
    """What lies between two snapshots; also what is shown no more, or anew, and no sentence that is told says so.

    `said` are the sentences that are not as they were. Nothing where the first is of an older generator.
    """
    told: dict[str, list[WordChange]] = {}
    for change in said:
        if not change.has_same_words:
            told.setdefault(change.source, []).append(change)
    was, now = base["blocks"] if base["said"] else {}, head["blocks"]
    for source in sorted({*was} & {*now}):
        old, new = was[source], now[source]
        if [one[:3] for one in old] != [one[:3] for one in new]:
            yield from _changes(source, old, new, told.get(source, []))


def _changes(
    source: str, old: Sequence[Stands], new: Sequence[Stands], told: Sequence[WordChange]
) -> Iterator[BlockChange]:
    keys = ([_bare(one[0]) for one in some] for some in (old, new))
    before, after = _by_word(one.before for one in told), _by_word(one.after for one in told)
    last: tuple[Stands, Stands] | None = None
    for how, start, end, first, to in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if how == "equal":
            for was, now in zip(old[start:end], new[first:to], strict=True):
                begins = tuple(one[2] != above[2] for one, above in zip((was, now), last or (), strict=False))
                last = was, now
                is_moved = len({*begins}) > 1
                if was[1] != now[1] or is_moved:
                    yield BlockChange(
                        source, now[3], was[4] or now[4], now[0], was[1], now[1], begins[1] if is_moved else None
                    )
        else:
            gone = (one for one in old[start:end] if not _is_told(one[0], before))
            come = (one for one in new[first:to] if not _is_told(one[0], after))
            yield from (BlockChange(source, one[3], one[4], one[0], one[1], "", None) for one in gone)
            yield from (BlockChange(source, one[3], one[4], one[0], "", one[1], None) for one in come)


def _by_word(told: Iterable[str]) -> dict[str, list[list[str]]]:
    """The words of sentences, by each of them."""
    found: dict[str, list[list[str]]] = {}
    for sentence in told:
        words = WORD.findall(even(sentence))
        for word in {*words}:
            found.setdefault(word, []).append(words)
    return found


def _is_told(shown: str, told: Mapping[str, Sequence[Sequence[str]]]) -> bool:
    """Whether its words follow each other in a sentence that is told: another one beside it explains nothing."""
    words = WORD.findall(even(shown))
    fewest = min((told.get(word, []) for word in words), key=len)
    return any(_follow(words, iter(sentence)) for sentence in fewest[:MOST])


def _follow(words: Sequence[str], others: Iterator[str]) -> bool:
    return all(word in others for word in words)


def _bare(words: str) -> str:
    return SIGNS.sub("", even(words))


def tell_block(change: BlockChange) -> str:
    """One sentence, and how it stands."""
    told = []
    if change.before != change.after:
        was, now = (code(one) if one else "nothing" for one in (change.before, change.after))
        told.append(f"stands otherwise: {was} → {now}")
    if change.begins is not None:
        told.append("begins a block of its own now" if change.begins else "goes on in the block before it now")
    return f"- {code(f'{change.source}:{change.line}')} {quoted(change.words)} {', and '.join(told)}."
