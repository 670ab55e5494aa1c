"""What the summary of a change says of settings and pictures: all of them, as each may lead somebody astray."""

from collections.abc import Collection, Iterable, Iterator

from guide.changes.data_changes import DataChange
from guide.changes.picture_changes import Kept, PictureChange
from guide.changes.quoting import code, from_to, plain, quoted
from guide.changes.summary_parts import Part

SHOWN = 100
"""Lines of a list of what people type that are told of each kind: many are added at once."""
NAME = 300
"""Signs of a name of an entry: what it says is told whole behind it."""


def tell_settings(change: DataChange) -> Iterator[str]:
    """Each setting of one file that is not as it was."""
    yield f"- {code(change.source)}"
    for name, before, after in (*change.new, *change.gone, *change.changed):
        yield tell_entry(name, before, after)
    if change.moved:
        yield f"    - The order is another, from {quoted(change.moved)} on."


def tell_data(changes: Iterable[DataChange], told: Collection[str]) -> Part:
    """How many entries of each file are not as they were, and these; of a list of lines the first of each kind.

    `told` are files whose new lines are told by themselves.
    """
    lines, left = [], []
    for change in changes:
        kinds = {"new": change.new, "gone": change.gone, "changed": change.changed}
        counted = ", ".join(f"{len(entries)} {how}" for how, entries in kinds.items() if entries)
        lines.append(f"- {code(change.source)} {counted}")
        most = SHOWN if change.source.endswith(".txt") else None
        for how, entries in kinds.items():
            if how == "new" and change.source in told:
                continue
            lines += [tell_entry(*entry) for entry in entries[:most]]
            if len(entries) > len(entries[:most]):
                lines.append(f"    - and {len(entries) - SHOWN} more")
                left.append(f"{len(entries) - SHOWN} of {len(entries)} {how} lines of {code(change.source)}")
    return Part("Data", lines, left=left)


def tell_entry(name: str, before: str, after: str) -> str:
    """One entry of a file, or setting."""
    shown = name if len(name) <= NAME else f"{name[:NAME]}…"
    return f"    - {plain(shown)}: {from_to(before, after)}"


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


def _size(kept: Kept) -> str:
    return "{} × {} pixels".format(*kept["size"]) if all(kept["size"]) else ""
