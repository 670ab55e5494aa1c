"""The data of a guide: the YAML files, lists and drawings of `docs/_data/`, read into plain values."""

from collections.abc import Mapping
from typing import Any

import yaml

from guide.model.page import Text
from guide.model.problems import Problem
from guide.reading.data_schema import sound_data
from guide.reading.yaml_lines import nodes_of, values_of

FOLDERS = ("pictures", "typed")
PUBLISHED = "addresses.txt"
"""The file of every address that the site has ever had, and its name among the data."""


def parse_data(texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read {path: text} into {name without ending: value}; what cannot be used is left out, and is a problem.

    Drawings (`.svg`) come together under `pictures`, lists of what people type (`.txt`) under `typed`, by name;
    the addresses of `addresses.txt` stand under that name.
    """
    data: dict[str, Any] = {name: {} for name in FOLDERS}
    problems: list[Problem] = []
    for path, text in sorted(texts.items()):
        name, _, ending = path.rpartition("/")[2].rpartition(".")
        if path.endswith(f"_data/{PUBLISHED}"):
            data[PUBLISHED] = _parse_list(text).get("") or []
        elif ending == "svg":
            data["pictures"][name] = text.strip()
        elif ending == "txt":
            data["typed"][name] = _parse_list(text)
        elif name in FOLDERS:
            problems.append(_taken(path, name))
        else:
            data[name], found = _parse_file(path, name, text)
            problems += found
    return data, problems


def _parse_file(path: str, name: str, text: str) -> tuple[Any, list[Problem]]:
    """What a file holds; None where that is nothing."""
    try:
        node, problems = sound_data(nodes_of(text), name, path)
        return values_of(node), problems
    except yaml.YAMLError as error:
        return None, [_broken(path, error)]


def _parse_list(text: str) -> dict[str, list[Text]]:
    """Lines by the heading (`## …`) above them; a line that begins with one `#` is a note."""
    lists: dict[str, list[Text]] = {}
    lines = lists.setdefault("", [])
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("## "):
            lines = lists.setdefault(line[3:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(Text(line.strip()))
            lines[-1].line = number
    return {heading: lines for heading, lines in lists.items() if heading or lines}


def _taken(path: str, name: str) -> Problem:
    return Problem(
        path,
        1,
        f"The name “{name}” is that of a folder.",
        f"What stands in the folder {name}/ would be lost.",
        "Give the file another name, or take it out.",
    )


def _broken(path: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    return Problem(
        path,
        mark.line + 1 if mark else 1,
        f"The file cannot be read: {getattr(error, 'problem', None) or 'it is not YAML'}.",
        "Every page that shows what stands in it would be left without.",
        "Compare the line with its neighbours: the indent, the colon, the quotes.",
    )
