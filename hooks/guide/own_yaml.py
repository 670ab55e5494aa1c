"""YAML as authors write it: whatever is wrong with it is a YAMLError that knows its line."""

from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """A day that no calendar has (2026-02-30) is a mistake in the file, like any other."""
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error


def parse_yaml(text: str) -> Any:
    """Plain values out of YAML."""
    return yaml.load(text, Loader=_Loader)
