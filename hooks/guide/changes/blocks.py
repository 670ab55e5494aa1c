"""What a change does to the blocks that sentences stand in, where their words are as they were.

Three steps that become one item, advice that becomes code, a paragraph that a box takes in: no word of them is another,
and yet somebody in a hurry reads something else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from guide.changes.quoting import code, quoted
from guide.changes.sentences import Said, even, sentences_of
from guide.checks.text_blocks import blocks_of_text
from guide.model.guide import Guide
from guide.model.page import Page

Snapshot = Mapping[str, Mapping[str, Sequence]]
Stands = tuple[str, str, int, int, bool]
"""A sentence as it is shown, what stands around it, the number of its block, its line, whether it is near danger."""
SIGNS = re.compile(r"^[\W\d_]+")
"""What a list has before its items, and is words where the list is none any more."""


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


def block_changes(base: Snapshot, head: Snapshot) -> Iterator[BlockChange]:
    """What lies between two snapshots; of pages whose words are all as they were, also what is shown no more."""
    was, now = base["blocks"], head["blocks"]
    for source in sorted({*was} & {*now}):
        old, new = was[source], now[source]
        if [one[:3] for one in old] != [one[:3] for one in new]:
            words = [[one[0] for one in some["said"].get(source, [])] for some in (base, head)]
            yield from _changes(source, old, new, is_same=words[0] == words[1])


def _changes(source: str, old: Sequence[Stands], new: Sequence[Stands], *, is_same: bool) -> Iterator[BlockChange]:
    keys = ([_bare(one[0]) for one in some] for some in (old, new))
    last: tuple[Stands, Stands] | None = None
    for how, start, end, first, to in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if how == "equal":
            for was, now in zip(old[start:end], new[first:to], strict=True):
                begins = tuple(one[2] != before[2] for one, before in zip((was, now), last or (), strict=False))
                last = was, now
                is_moved = len({*begins}) > 1
                if was[1] != now[1] or is_moved:
                    yield BlockChange(
                        source, now[3], was[4] or now[4], now[0], was[1], now[1], begins[1] if is_moved else None
                    )
        elif is_same:
            yield from (BlockChange(source, one[3], one[4], one[0], one[1], "", None) for one in old[start:end])
            yield from (BlockChange(source, one[3], one[4], one[0], "", one[1], None) for one in new[first:to])


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
