"""The lines between two `---` at the top of a page: text in, fields with line numbers out."""

import re
import sys
from dataclasses import dataclass, field
from typing import Any

import yaml

from guide.model.page import Text
from guide.model.problems import Problem
from guide.reading.yaml_lines import nodes_of, values_of

FENCED = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


ENTRY = r"[a-z_]+:.*(?:\r?\n(?:[ \t]+\S|- ).*)*(?:\r?\n|\Z)"
# A rule at the top of a text is no front matter; a field right under it shows that one was meant.
OPENED = re.compile(rf"\A---[ \t]*\r?\n(?P<yaml>(?:{ENTRY})+)")
ONE = re.compile(ENTRY, re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """The fields of a page, the line of each, and the text that follows."""

    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins."""


def parse_front_matter(text: str, path: str) -> tuple[FrontMatter, list[Problem]]:
    """Read the fields of a page. What is broken is one problem, and nothing that only follows from it is another:

    the other fields count, and a broken one counts as written. The body is kept either way.
    """
    found = FENCED.match(text)
    opened = None if found else OPENED.match(text)
    if not found and not opened:
        return FrontMatter(body=text), []
    if opened:
        found = opened
    body, body_line = text[found.end() :], text.count("\n", 0, found.end()) + 1
    try:
        fields, lines, problems = _parse_fields(found["yaml"], path)
    except yaml.composer.ComposerError as error:  # too much, or not to be seen: of such a text nothing is kept
        return FrontMatter(body=body, body_line=body_line), [_broken(error, path)]
    except yaml.YAMLError as error:
        fields, lines, broken = _each_alone(found["yaml"], path)
        problems = [broken or _broken(error, path)]
    return FrontMatter(fields, lines, body, body_line), [_never_closed(path)] if opened else problems


def _each_alone(source: str, path: str) -> tuple[dict[str, Any], dict[str, int], Problem | None]:
    """The fields of broken YAML, each read by itself, and what is wrong with the first that cannot be.

    That one is a text, or a list, as it is written.
    """
    fields: dict[str, Any] = {}
    lines: dict[str, int] = {}
    broken = None
    for entry in ONE.finditer(source):
        before = source.count("\n", 0, entry.start())
        name, _, written = entry[0].partition("\n")[0].partition(":")
        lines[name] = before + 2
        try:
            fields |= _parse_fields("\n" * before + entry[0], path)[0]
        except yaml.YAMLError as error:
            words = Text(written.strip(" \t\r\"'[]"))
            words.line = before + 1
            fields[name] = [words] if written.strip().startswith("[") else words
            if not isinstance(error, yaml.composer.ComposerError):  # what it repeats stands in another field
                broken = broken or _broken(error, path, before + 2 + entry[0].strip().count("\n"))
    return fields, lines, broken


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


def _broken(error: yaml.YAMLError, path: str, last: int = sys.maxsize) -> Problem:
    """`last` is the last line that can be at fault: a quote that is never closed is missed only behind it."""
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it is not YAML"
    return Problem(
        path,
        min(mark.line + 2, last) if mark else 1,
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
