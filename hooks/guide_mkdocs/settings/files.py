"""The files of a site's settings as they are written, and where in them something stands."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from guide.changes.written import Tagged
from guide.reading.yaml_lines import insist_on_sense
from mkdocs.utils.yaml import get_yaml_loader

INHERIT = "INHERIT"
"""The setting that names a file which this one takes over."""


class _Plain(get_yaml_loader(yaml.SafeLoader)):
    """Reads all that MkDocs reads, but for what a tag makes of it."""


_Plain.add_multi_constructor("", lambda loader, tag, node: None)


class AsWritten(yaml.SafeLoader):
    """Reads a value with a tag as it is written: `!ENV [MAIL, "a@b.example"]`. This machine may make another of it."""


def _written(loader: yaml.SafeLoader, tag: str, node: yaml.Node) -> str:
    start, end = node.start_mark, node.end_mark
    return Tagged((start.buffer or tag)[start.pointer : end.pointer].strip())


AsWritten.add_multi_constructor(None, _written)


class SettingsFile(NamedTuple):
    """One file of settings."""

    path: Path
    text: str
    root: yaml.Node | None
    values: dict[str, Any]


def settings_files(path: Path) -> Iterator[SettingsFile]:
    """The file of the settings, and those that it inherits from; what is no YAML raises a `YAMLError`."""
    seen: set[Path] = set()
    while path.is_file() and path.resolve() not in seen:
        seen.add(path.resolve())
        text = path.read_text(encoding="utf-8")
        insist_on_sense(text)
        values = yaml.load(text, _Plain)
        yield SettingsFile(path, text, yaml.compose(text), values if isinstance(values, dict) else {})
        after = values.get(INHERIT) if isinstance(values, dict) else None
        path = Path(os.path.normpath(path.parent / after)) if isinstance(after, str) else path


def read_settings(path: Path) -> dict[str, Any]:
    """What stands in the file of settings, and in each that it takes over; nothing where there is none."""
    return {
        Path(os.path.relpath(file.path, path.parent)).as_posix(): yaml.load(file.text, AsWritten)
        for file in settings_files(path)
    }


def line_of(path: Path, *names: str) -> int:
    """The line of a setting, or of one below it, as far as those are written; the first line where none is."""
    node = yaml.compose(path.read_text(encoding="utf-8")) if path.is_file() else None
    line = 1
    for name in names:
        found = [pair for pair in node.value if pair[0].value == name] if isinstance(node, yaml.MappingNode) else []
        if not found:
            break
        line, node = found[-1][0].start_mark.line + 1, found[-1][1]
    return line


def line_in(file: SettingsFile, words: str) -> int:
    """The line where a value, or its name, stands in a file; 0 where none does."""
    return next((node.start_mark.line + 1 for node, _ in nodes_below(file.root) if node.value == words), 0)


def shown(path: Path) -> str:
    """How a file of settings is called: a build knows its whole path, the check that from the project's root."""
    return path.name if path.is_absolute() else path.as_posix()


def nodes_below(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, bool]]:
    """Each node once, with whether it is the name of a value."""
    left, seen = [(node, False)] if node else [], set()
    while left:
        one, is_name = left.pop()
        if (id(one), is_name) not in seen:
            seen.add((id(one), is_name))
            yield one, is_name
            for inner in reversed(one.value if isinstance(one, yaml.CollectionNode) else []):
                pair = inner if isinstance(inner, tuple) else (inner,)
                left += [(part, len(pair) == 2 and part is pair[0]) for part in reversed(pair)]
