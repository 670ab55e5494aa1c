"""What the summary of a change says of settings and pictures: all of them, as each may lead somebody astray."""

from collections.abc import Iterator
from itertools import takewhile

from guide.model.voices import in_markdown, visible
from guide.site.claims_told import LONGEST, code, quoted
from guide.site.data_changes import DataChange
from guide.site.picture_changes import Kept, PictureChange

LEAD = 40
"""Signs before the first difference of two long values."""


def tell_settings(change: DataChange) -> Iterator[str]:
    """Each setting of one file that is not as it was."""
    yield f"- {code(change.source)}"
    for name, before, after in (*change.new, *change.gone, *change.changed):
        yield tell_entry(name, before, after)
    if change.moved:
        yield f"    - The order is another, from {quoted(change.moved)} on."


def tell_entry(name: str, before: str, after: str) -> str:
    """One entry of a file, or setting."""
    return f"    - {in_markdown(visible(name[:LONGEST]))}: {from_to(before, after)}"


def tell_picture(change: PictureChange) -> Iterator[str]:
    """What became of a file, and the words of a drawing before and after."""
    before, after = change.before, change.after
    how = "is gone" if not after["digest"] else "has other bytes" if before["digest"] else "is new"
    sizes = [size for size in map(_size, (before, after)) if size]
    size = f" ({' → '.join(dict.fromkeys(sizes))})" if sizes else ""
    look = ": **look at it: it may show a number.**" if after["digest"] else "."
    yield f"- {code(change.source)} {how}{size}{look}"
    gone = [words for words in before["words"] if words not in after["words"]]
    new = [words for words in after["words"] if words not in before["words"]]
    yield from (f"    - It no longer says {quoted(words)}." for words in gone)
    yield from (f"    - It says {quoted(words)}." for words in new)


def from_to(before: str, after: str) -> str:
    """Two values, as they were written and as they are."""
    was, now = _differing(before, after)
    return f"{quoted(was)} → {quoted(now)}"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Two values whole; where one is too long for that, both from a little before they differ."""
    same = takewhile(lambda signs: signs[0] == signs[1], zip(before, after, strict=False))
    start = max(0, sum(1 for _ in same) - LEAD)
    if not start or max(len(before), len(after)) <= LONGEST:
        return before, after
    return f"…{before[start:]}", f"…{after[start:]}"


def _size(kept: Kept) -> str:
    return "{} × {} pixels".format(*kept["size"]) if all(kept["size"]) else ""
