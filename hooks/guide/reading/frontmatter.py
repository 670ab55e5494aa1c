"""The lines between two `---` at the top of a page: text in, fields with line numbers out."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from guide.model.problems import Problem
from guide.reading.yaml_lines import nodes_of, values_of

FENCED = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


# A rule at the top of a text is no front matter; a field right under it shows that one was meant.
OPENED = re.compile(r"\A---[ \t]*\r?\n[a-z_]+:")


@dataclass(frozen=True)
class FrontMatter:
    """The fields of a page, the line of each, and the text that follows."""

    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins."""


def parse_front_matter(text: str, path: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the fields of a page. Broken YAML gives no fields and one problem; the body is kept either way."""
    found = FENCED.match(text)
    if not found:
        return FrontMatter(body=text), [_never_closed(path)] if OPENED.match(text) else []
    body, body_line = text[found.end() :], text.count("\n", 0, found.end()) + 1
    try:
        fields, lines, problems = _parse_fields(found["yaml"], path)
    except yaml.YAMLError as error:
        return FrontMatter(body=body, body_line=body_line), [_broken(error, path)]
    return FrontMatter(fields, lines, body, body_line), problems


def _parse_fields(source: str, path: str) -> tuple[dict[str, Any], dict[str, int], list[Problem]]:
    node = nodes_of(source)
    if node is None:
        return {}, {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, {}, [_not_fields(path)]
    lines: dict[str, int] = {}
    problems = []
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            continue  # a key of several parts cannot be read, and the parser says so below
        line = key.start_mark.line + 2  # the marks count from 0, and the first line of the file is the fence
        if key.value in lines:
            problems.append(_twice(key.value, lines[key.value], line, path))
        lines[key.value] = line
    return values_of(node), lines, problems


def _broken(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it is not YAML"
    return Problem(
        path,
        mark.line + 2 if mark else 1,
        f"The front matter cannot be read: {reason}.",
        "Its lines would be shown to readers as text, and none of its fields would count.",
        "Write each line as  name: value  and put a value that holds a colon or a # in double quotes.",
    )


def _never_closed(path: str) -> Problem:
    return Problem(
        path,
        1,
        "The front matter is never closed.",
        "Its lines would be shown to readers as text, and none of its fields would count.",
        "Write  ---  on a line of its own below the last field.",
    )


def _not_fields(path: str) -> Problem:
    return Problem(
        path,
        1,
        "The front matter holds no fields.",
        "A page says what it is by fields.",
        "Write each line as  name: value , or take the two --- lines out.",
    )


def _twice(name: str, first: int, line: int, path: str) -> Problem:
    return Problem(
        path,
        line,
        f"The field “{name}” is written twice (first on line {first}).",
        "Only one of the two would count.",
        "Keep the one you mean.",
    )
