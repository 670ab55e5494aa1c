"""What a change does to the words of pages, sentence by sentence as they are written, links and boxes with them.

Of a page it is soon passed over that one sentence says the opposite now. So what readers in danger read is known from
the rest: all of a safety page, and elsewhere what names danger, what leads to help, and whatever stands in one part
with that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page

Said = tuple[str, int, bool]
"""A sentence as it is written, its line in the file, and whether whoever is in danger may read it."""
HEADING = re.compile(r"#{2,6}\s")
SENTENCES = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[^\sa-z])")
NEAR = ("naming", "telling")
"""Patterns of a guide's `safety` by which danger and help are known."""


@dataclass(frozen=True)
class WordChange:
    """Sentences that follow on each other, as they were and as they are; "" for none."""

    source: str
    line: int
    is_near: bool
    """Whether whoever is in danger may read one of them, or could before."""
    before: str
    after: str


def said_on_pages(guide: Guide) -> dict[str, list[Said]]:
    """All that a snapshot keeps of words: {source of a page: its sentences}."""
    safety = guide.shape.get("safety") or {}
    files = [re.escape(page.source.rpartition("/")[2]) for page in guide.of_kind("safety")]
    near = [safety[name] for name in NEAR if safety.get(name)] + [rf"\b(?:{'|'.join(files)})"] * bool(files)
    pattern = re.compile("|".join(near), re.IGNORECASE) if near else None
    return {page.source: [*_said(page, pattern)] for page in guide.pages}


def _said(page: Page, near: re.Pattern[str] | None) -> Iterator[Said]:
    for part in _parts(page):
        is_near = page.kind == "safety" or bool(near and any(near.search(text) for text, _ in part))
        for text, line in part:
            yield from ((" ".join(one.split()), line, is_near) for one in SENTENCES.split(text) if one.strip())


def _parts(page: Page) -> Iterator[list[tuple[str, int]]]:
    """The lines below each heading, with that heading."""
    part: list[tuple[str, int]] = []
    for line, text in enumerate(page.text.splitlines(), page.text_line):
        if HEADING.match(text) and part:
            yield part
            part = []
        part.append((text, line))
    yield part


def word_changes(base: Mapping[str, Any], head: Mapping[str, Any]) -> Iterator[WordChange]:
    """What lies between two of those; nothing where the first is of an older generator.

    Of a page that is new or gone only what whoever is in danger may read.
    """
    for source in sorted({*base, *head}) if base else ():
        old, new = base.get(source, []), head.get(source, [])
        changes = _changes(source, old, new)
        yield from changes if old and new else (change for change in changes if change.is_near)


def _changes(source: str, old: Sequence[Said], new: Sequence[Said]) -> Iterator[WordChange]:
    """What was written anew is told one by one, as far as there are as many sentences as before."""
    matched = SequenceMatcher(None, [said for said, *_ in old], [said for said, *_ in new], autojunk=False)
    for how, start, end, first, last in matched.get_opcodes():
        if how == "replace" and end - start == last - first:
            pairs = zip(old[start:end], new[first:last], strict=True)
            yield from (_change(source, [was], [now]) for was, now in pairs)
        elif how == "replace":
            yield _change(source, old[start:end], new[first:last])
        elif how != "equal":
            for _, some in groupby((*old[start:end], *new[first:last]), key=itemgetter(2)):
                said = [*some]
                yield _change(source, *((said, []) if how == "delete" else ([], said)))


def _change(source: str, was: Sequence[Said], now: Sequence[Said]) -> WordChange:
    line = (now or was)[0][1]
    is_near = any(near for *_, near in (*was, *now))
    return WordChange(source, line, is_near, *(" ".join(said for said, *_ in some) for some in (was, now)))
