"""YAML as authors write it: whatever is wrong with it is a YAMLError that knows its line."""

from typing import Any

import yaml

from guide.model import Text


class _Loader(yaml.SafeLoader):
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


def parse_yaml(text: str) -> Any:
    """Plain values out of YAML; each text in it is a `Text`."""
    return values_of(nodes_of(text))


def nodes_of(text: str) -> yaml.Node | None:
    """The same before it is values: each node still knows its line and how it is written. None for an empty file."""
    return yaml.compose(text, Loader=_Loader)


def values_of(node: yaml.Node | None) -> Any:
    """Plain values out of what was read."""
    return None if node is None else _Loader("").construct_document(node)
