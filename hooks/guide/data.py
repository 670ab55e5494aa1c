"""The data of a guide: the YAML files, lists and drawings of `docs/_data/`, read into plain values."""

from collections.abc import Mapping
from typing import Any

import yaml

from guide.model import Text
from guide.own_yaml import parse_yaml
from guide.problems import Problem


def parse_data(texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read {path: text} into {name without ending: value}; a file that cannot be read is one problem.

    Drawings (`.svg`) come together under `pictures`, lists of what people type (`.txt`) under `typed`, by name.
    """
    data: dict[str, Any] = {"pictures": {}, "typed": {}}
    problems = []
    for path, text in sorted(texts.items()):
        name, _, ending = path.rpartition("/")[2].rpartition(".")
        if ending == "svg":
            data["pictures"][name] = text.strip()
            continue
        if ending == "txt":
            data["typed"][name] = _parse_list(text)
            continue
        try:
            data[name] = parse_yaml(text)
        except yaml.YAMLError as error:
            problems.append(_broken(path, error))
    return data, problems


def _parse_list(text: str) -> dict[str, list[Text]]:
    """Lines by the heading (`## …`) above them; a line that begins with one `#` is a note."""
    lists: dict[str, list[Text]] = {}
    lines = lists.setdefault("", [])
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            lines = lists.setdefault(line[3:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(Text(line.strip()))
            lines[-1].line = number
    return {heading: lines for heading, lines in lists.items() if heading or lines}


def _broken(path: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    return Problem(
        path,
        mark.line + 1 if mark else 1,
        f"The file cannot be read: {getattr(error, 'problem', None) or 'it is not YAML'}.",
        "Every page that shows what stands in it would be left without.",
        "Compare the line with its neighbours: the indent, the colon, the quotes.",
    )
