"""The data of a guide: the YAML files, lists and drawings of `docs/_data/`, read into plain values."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from guide.model.page import Text
from guide.model.problems import Problem
from guide.reading.data_names import FOLDERS, LISTS, check_name
from guide.reading.data_schema import sound_data
from guide.reading.limits import within
from guide.reading.yaml_lines import nodes_of, values_of

HEADING = re.compile(r"## +(\S.*)")
MEANT = re.compile(r"\s*##|\s+#")
"""What its author took for a heading or a note in a list, however it is written."""
LONGEST = 300  # signs of a line in a list; ours have 120


def parse_data(texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read {path: text} into {name without ending: value}; what cannot be used is left out, and is a problem.

    Drawings (`.svg`) come together under `pictures`, lists of what people type (`.txt`) under `typed`, sheets that are
    filled in (`examples/*.yml`) under `examples`, by name; the lines of other lists stand under the names of those.
    """
    data: dict[str, Any] = {name: {} for name in FOLDERS}
    texts, problems = _within(texts)
    for path, text in sorted(texts.items()):
        below = path.partition("_data/")[2]
        name, _, ending = below.rpartition("/")[2].rpartition(".")
        misnamed = check_name(path, below)
        if misnamed and name not in FOLDERS:
            problems.append(misnamed)
        if below in LISTS:
            data[below] = _lines_of(text)
        elif below == f"{name}.yml" and name in FOLDERS:
            problems.append(_taken(path, name))
        elif below == f"{name}.yml":
            data[name], found = _parse_file(path, name, text)
            problems += found
        elif not misnamed and below.startswith("examples/"):
            data["examples"][name], found = _parse_file(path, "examples", text)
            problems += found
        elif not misnamed and ending == "svg":
            data["pictures"][name] = text.strip()
        elif not misnamed and ending == "txt":
            problems += _faults_in_list(path, text)
            data["typed"][name] = _parse_list(text)
    return data, problems


def _within(texts: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The same, each list as far as it may be read."""
    lists = {path: within(text, path) for path, text in texts.items() if path.endswith(".txt")}
    cut = {path: text for path, (text, _) in lists.items()}
    return {**texts, **cut}, [problem for _, found in lists.values() for problem in found]


def _parse_file(path: str, name: str, text: str) -> tuple[Any, list[Problem]]:
    """What a file holds; None where that is nothing."""
    try:
        node, problems = sound_data(nodes_of(text), name, path)
        return values_of(node), problems
    except yaml.YAMLError as error:
        return None, [_broken(path, error)]


def _faults_in_list(path: str, text: str) -> Iterator[Problem]:
    """Lines that were meant to be headings, and would be notes or queries; and those that nobody types."""
    for number, line in enumerate(text.split("\n"), 1):
        if MEANT.match(line) and not HEADING.match(line):
            yield _no_heading(path, number, line)
        elif len(line) > LONGEST and not line.startswith("#"):
            yield _too_long(path, number)


def _lines_of(text: str) -> list[Text]:
    """The lines of a list that we wrote, of any length, without its notes."""
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            lines.append(Text(line.strip()))
            lines[-1].line = number
    return lines


def _parse_list(text: str) -> dict[str, list[Text]]:
    """Lines by the heading (`## …`) above them; a line that begins with one `#` is a note."""
    lists: dict[str, list[Text]] = {}
    lines = lists.setdefault("", [])
    for number, line in enumerate(text.split("\n"), 1):
        heading = HEADING.fullmatch(line)
        if heading:
            lines = lists.setdefault(heading[1].strip(), [])
        elif line.strip() and not line.startswith("#") and len(line) <= LONGEST:
            lines.append(Text(line.strip()))
            lines[-1].line = number
    return {heading: lines for heading, lines in lists.items() if heading or lines}


def _no_heading(path: str, number: int, line: str) -> Problem:
    name = line.strip().lstrip("#").strip()
    return Problem(
        path,
        number,
        f"“{line.strip()}” is no heading as it is written.",
        "The lines below it would be taken for those of the page above.",
        f"Write it at the beginning of its line:  ## {name or 'start/safe.md'} ; a note begins with one #.",
    )


def _too_long(path: str, number: int) -> Problem:
    return Problem(
        path,
        number,
        f"The line has more than {LONGEST} characters.",
        "Nobody types that, and a build would be busy with it for minutes; it is left out.",
        "Write each query on a line of its own.",
    )


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
