"""What a change does to the data beside the pages and to the settings: by file, which entries are not as they were.

A word of docs/_data/words.yml stands on every page, and a setting decides over all of them: in the difference of a
large change such a line is soon passed over.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guide.changes.differences import ordinals_of
from guide.changes.parts import Part
from guide.changes.quoting import code, from_to, plain, quoted
from guide.changes.written import AGAIN, ENTRY, KEY, way, way_shown, written
from guide.model.guide import Guide
from guide.reading.data_names import LISTS

TOLD = {"help-lines", "pictures"}
"""What the summary tells by itself."""
FOLDED = {"typed": "txt", "examples": "yml"}
"""Folders of data, and how their files end."""
SHOWN = 100
"""Lines of a list of what people type that are told of each kind: many are added at once."""
NAME = 300
"""Signs of a name of an entry: what it says is told whole behind it."""
Entries = Mapping[str, str]
"""{the way to an entry (guide.changes.written): what it says}."""
Said = tuple[str, str, str]
"""The way to an entry, and what it says before and after; "" for nothing."""


@dataclass(frozen=True)
class DataChange:
    """What became of one file."""

    source: str
    new: tuple[Said, ...]
    gone: tuple[Said, ...]
    changed: tuple[Said, ...]
    moved: str = ""
    """The first entry that stands at another place among those that stayed; "" for none."""


def settings_of(settings: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """All that a snapshot keeps of settings: {file: its entries}, of files of settings as they are read."""
    return {source: _entries(value) for source, value in settings.items()}


def data_of(guide: Guide) -> dict[str, dict[str, str]]:
    """All that a snapshot keeps of data: {file: its entries}."""
    kept = {}
    for name, value in guide.data.items():
        if name in FOLDED:
            files = {guide.data_file(f"{name}/{one}.{FOLDED[name]}"): part for one, part in value.items()}
            kept |= {source: _entries(part) for source, part in files.items()}
        elif name not in TOLD:
            kept[guide.data_file(name if name in LISTS else f"{name}.yml")] = _entries(value)
    return kept


def data_changes(
    base: Mapping[str, Entries], head: Mapping[str, Entries], *, is_ordered: bool = False
) -> Iterator[DataChange]:
    """What lies between two of those, file by file; nothing where the first is of an older generator.

    `is_ordered` where another order of the same entries is a change, too.
    """
    for source in sorted({*base, *head}) if base else ():
        old, new = base.get(source, {}), head.get(source, {})
        moved = _moved(old, new) if is_ordered else ""
        if old != new or moved:
            yield DataChange(
                source,
                new=tuple((name, "", words) for name, words in new.items() if name not in old),
                gone=tuple((name, words, "") for name, words in old.items() if name not in new),
                changed=tuple((name, old[name], new[name]) for name in new if name in old and old[name] != new[name]),
                moved=moved,
            )


def _moved(old: Entries, new: Entries) -> str:
    stayed = ([name for name in some if name in old and name in new] for some in (old, new))
    return next((now for was, now in zip(*stayed, strict=True) if was != now), "")


def _entries(value: Any) -> dict[str, str]:
    """Each value of a file by the way there."""
    return dict(_values(value, ""))


def _values(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """What stands in a value. In a list the place of an entry says nothing: it is known by what it says first.

    A second one that says the same first has a number: what stands in it is not in the other. A list of nothing is a
    value: without `plugins: []` there would be some.
    """
    if isinstance(value, Mapping) and value:
        for key, one in value.items():
            yield from _values(one, way(name, KEY, written(key)))
    elif isinstance(value, list | tuple) and value:
        known_by = [_known_by(one) for one in value]
        for one, (is_alone, words), number in zip(value, known_by, ordinals_of(known_by), strict=True):
            step = way(name, ENTRY, "" if is_alone else words)
            yield from _values(one, way(step, AGAIN, f"({number})") if number > 1 else step)
    else:
        yield name, written(value)


def _known_by(entry: Any) -> tuple[bool, str]:
    """Whether an entry of a list has one name and nothing else, and by which words it is known."""
    is_alone = isinstance(entry, Mapping) and len(entry) == 1
    return is_alone, written(next(iter(entry))) if is_alone else first_words(entry)


def first_words(value: Any) -> str:
    """The first words in a value; "" for none."""
    if isinstance(value, Mapping | list | tuple):
        values = value.values() if isinstance(value, Mapping) else value
        return next(filter(None, map(first_words, values)), "")
    return "" if value is None else str(value)


def tell_settings(change: DataChange) -> Iterator[str]:
    """Each setting of one file that is not as it was."""
    yield f"- {code(change.source)}"
    for name, before, after in (*change.new, *change.gone, *change.changed):
        yield _entry(name, before, after)
    if change.moved:
        yield f"    - The order is another, from {quoted(way_shown(change.moved))} on."


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
            lines += [_entry(*entry) for entry in entries[:most]]
            if len(entries) > len(entries[:most]):
                lines.append(f"    - and {len(entries) - SHOWN} more")
                left.append(f"{len(entries) - SHOWN} of {len(entries)} {how} lines of {code(change.source)}")
    return Part("Data", lines, left=left)


def _entry(name: str, before: str, after: str) -> str:
    told = way_shown(name)
    shown = told if len(told) <= NAME else f"{told[:NAME]}…"
    return f"    - {plain(shown)}: {from_to(before, after)}"
