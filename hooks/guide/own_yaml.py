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
    return yaml.load(text, Loader=_Loader)
