"""YAML as authors write it: whatever is wrong with it is a YAMLError that knows its line.

A few lines of YAML can stand for more than any machine holds (a list of ten aliases for a list of ten aliases for …),
or be nested deeper than Python counts. Both are refused before any of it is read into values.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from guide.model.page import Text
from guide.reading.limits import MOST_VALUES

NUMBER = re.compile(r"[-+]?[0-9][0-9a-fox_.:+-]{99,}", re.IGNORECASE)  # Python writes down none of 4,300 figures
DEEPEST = 30  # lists within lists; our own data has 5
MOST_COPIED = 10_000  # values that stand elsewhere, and are repeated by an alias
# What an escape can put into a text, and no editor shows: controls, and what turns a line around.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff]")


# In C where it is there: a tenth of the time.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """A day that no calendar has (2026-02-30) is a mistake in the file, like any other."""
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error


def _text(loader: _Loader, node: yaml.ScalarNode) -> Text:
    text = Text(loader.construct_scalar(node))
    text.line = node.start_mark.line + 1
    return text


_Loader.add_constructor("tag:yaml.org,2002:str", _text)


def nodes_of(text: str) -> yaml.Node | None:
    """YAML before it is values: each node still knows its line and how it is written. None for an empty file."""
    try:
        _insist_on_sense(text, _Loader)
    except yaml.YAMLError:
        insist_on_sense(text)  # Python's own parser knows the line better, and says it in better words
        raise
    return yaml.compose(text, Loader=_Loader)


def values_of(node: yaml.Node | None) -> Any:
    """Plain values out of what was read."""
    return None if node is None else _Loader("").construct_document(node)


def keys_twice(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, int]]:
    """Each key that its mapping holds already, anywhere below a node, with the line of the one before.

    YAML itself lets the last one win in silence.
    """
    entries = node.value if isinstance(node, yaml.CollectionNode) else []
    if isinstance(node, yaml.MappingNode):
        yield from keys_twice_in(entries)
        entries = [value for _, value in entries]
    for entry in entries:
        yield from keys_twice(entry)


def keys_twice_in(fields: Iterable[tuple[yaml.Node, yaml.Node]]) -> Iterator[tuple[yaml.Node, int]]:
    """The same of one mapping."""
    lines: dict[str, int] = {}
    for key in (key for key, _ in fields if isinstance(key, yaml.ScalarNode)):
        if key.value in lines:
            yield key, lines[key.value]
        lines[key.value] = key.start_mark.line + 1


def insist_on_sense(text: str) -> None:
    """Raise for what is no YAML, or stands for more than anybody means, by its line."""
    _insist_on_sense(text, yaml.SafeLoader)


def _insist_on_sense(text: str, loader: type) -> None:
    """Raise for what is too much, too deep, or cannot be seen; the parser's own events tell, one after the other."""
    sizes: dict[str | None, int] = {}
    opened = [(None, 0)]  # of what is not closed yet: the name by which it may be repeated, and how many values it has
    copied = values = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionEndEvent):
            name, size = opened.pop()
            sizes[name] = size
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((event.anchor, 1))
            _refuse(len(opened) > DEEPEST, "lists stand within lists too deep", event)
            continue
        elif isinstance(event, yaml.AliasEvent):
            _refuse(event.anchor in dict(opened), "an alias stands in what it repeats", event)
            size = sizes.get(event.anchor, 0)
            copied += size
            _refuse(copied > MOST_COPIED, "its aliases stand for too much", event)
        elif isinstance(event, yaml.ScalarEvent):
            size = sizes[event.anchor] = 1
            values += 1
            _refuse(values > MOST_VALUES, f"it holds more than {MOST_VALUES:,} values", event)
            _refuse(event.implicit[0] and bool(NUMBER.fullmatch(event.value)), "a number is too long", event)
            _refuse(bool(UNSEEN.search(event.value)), "a text holds a sign that cannot be seen", event)
        else:
            continue
        opened[-1] = (opened[-1][0], opened[-1][1] + size)


def _refuse(wrong: bool, reason: str, event: yaml.Event) -> None:
    if wrong:
        raise yaml.composer.ComposerError(None, None, reason, event.start_mark)
