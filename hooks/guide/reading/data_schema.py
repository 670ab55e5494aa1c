"""What an author wrote in a file of data, kept as far as it is what such a file holds (data.yml)."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from guide.model.problems import Problem, nearest
from guide.reading.patterns import is_quick
from guide.reading.yaml_lines import keys_twice, keys_twice_in

# What a value is called, what YAML may take it for, and how to write it.
VALUES = {
    "text": ("a text", {"str"}, 'Put it in quotes:  "{words}"'),
    "answer": ("an answer in words", {"str", "int"}, 'Put it in quotes:  "{words}"'),
    "number": ("a number", {"int", "float"}, "Write it in figures, without quotes."),
    "year": ("a year", {"int", "str"}, "Write it in four figures."),
    "date": ("a date", {"timestamp"}, "Write it as  2026-11-23"),
    "truth": ("true or false", {"bool"}, "Write  true  or  false"),
    "address": ("an address of the web", {"str"}, 'Copy it from its https:// to its end:  "https://help.example/"'),
    "page": ("the address of a page", {"str"}, "Write it from the site's root:  start/here/"),
    "name": ("a name without spaces", {"str"}, "Write it in letters, figures and hyphens:  one-name"),
    "language": ("the code of a language", {"str"}, "Write  en , or as it stands in the page that uses it:  pt-BR"),
    "doi": ("a DOI", {"str"}, "Copy it from its 10. to its end, without https://doi.org/"),
    "pattern": (
        "a pattern",
        {"str"},
        "Mend the regular expression (one repeat, and none of what repeats), in single quotes.",
    ),
    "range": ("two whole numbers", {"seq"}, "Write the least and the most:  [40, 120]"),
}
# What a value of these kinds looks like: most become part of an address, of an id or of an attribute.
LOOKS = {
    "number": re.compile(r"[-+]?[0-9]+(\.[0-9]+)?"),  # 9:30 and .inf are numbers to YAML, and to nobody who writes one
    "address": re.compile(r"(?i:https?)://(?![^/]*@)[^\s/?#<>\"\\^`{|}\u0080-\U0010ffff]+([/?#][^\s<>\"\\^`{|}]*)?"),
    "page": re.compile(r"([^\s/:?#<>\"'&\\][^/:?#<>\"'&\\]*/)*"),
    "name": re.compile(r"[\w-]+"),
    "language": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "doi": re.compile(r"10\.\d{4,9}/[^\s<>\"\\^`{|}]+"),
}
ENTRIES = ("a list", "Begin each entry with  -  on a line of its own, or put them all in square brackets.")
FIELDS = ("names with values", "Write each on a line of its own:  name: value")
TAKEN_FOR = {"bool": "true or false", "int": "a number", "float": "a number", "timestamp": "a date"}
WHY = "It could not be used, and readers would miss it."


@cache
def known_data() -> dict[str, Any]:
    """{name of a file: what it holds}."""
    return yaml.safe_load(Path(__file__).with_name("data.yml").read_text(encoding="utf-8"))


def sound_data(node: Node | None, name: str, path: str) -> tuple[Node | None, list[Problem]]:
    """The part of a file's content that may be built on, and what is wrong with the rest."""
    sieve = _Sieve(path)
    if name not in known_data():
        sieve.say_twice(keys_twice(node))
        return node, sieve.problems
    return sieve.sound(node, known_data()[name], "the file"), sieve.problems


class _Sieve:
    """Goes through one file. What is empty counts as not written."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def sound(self, node: Node | None, shape: Any, place: str) -> Node | None:
        """What is left of a value; None where nothing is. `place` is what the value is called."""
        if node is None or _type(node) == "null":
            return None
        if isinstance(shape, list):
            return self._entries(node, shape[0], place)
        return self._fields(node, shape, place) if isinstance(shape, dict) else self._value(node, shape, place)

    def _entries(self, node: Node, shape: Any, place: str) -> Node | None:
        if not isinstance(node, SequenceNode):
            return self._wrong(node, place, *ENTRIES)
        kept = [self.sound(entry, shape, f"an entry of {place}") for entry in node.value]
        return SequenceNode(node.tag, [entry for entry in kept if entry], node.start_mark, node.end_mark)

    def _fields(self, node: Node, shape: dict[str, Any], place: str) -> Node | None:
        if not isinstance(node, MappingNode):
            return self._wrong(node, place, *FIELDS)
        shapes = {name.removesuffix("!"): inner for name, inner in shape.items()}
        known = [(key, value) for key, value in node.value if self._is_known(key, shapes)]
        self.say_twice(keys_twice_in(known))
        sound = [(key, self.sound(value, shapes.get(key.value, shapes.get("*")), _named(key))) for key, value in known]
        kept = [(key, value) for key, value in sound if value]
        needed = {name.removesuffix("!") for name in shape if name.endswith("!")}
        for name in sorted(needed - {key.value for key, value in known if _type(value) != "null"}):
            self._say(node, f"{place} has no “{name}”.", f"Add  {name}: …")
        if needed - {key.value for key, _ in kept}:
            return None  # half an entry would mislead
        return MappingNode(node.tag, kept, node.start_mark, node.end_mark)

    def _value(self, node: Node, kind: str, place: str) -> Node | None:
        called, types, mend = VALUES[kind]
        return node if _type(node) in types and _holds(node, kind) else self._wrong(node, place, called, mend)

    def _is_known(self, key: Node, shapes: dict[str, Any]) -> bool:
        if _type(key) != "str":
            self._wrong(key, "a name", VALUES["text"][0], VALUES["text"][2])
        elif key.value not in shapes and "*" not in shapes:
            guess = nearest(key.value, shapes)
            known = f"Take it out, or use one of: {', '.join(shapes)}."
            self._say(key, f"Unknown field “{key.value}”.", f"Write  {guess}: …" if guess else known)
        else:
            return True
        return False

    def say_twice(self, found: Iterable[tuple[Node, int]]) -> None:
        """It may be that a new entry was never begun."""
        for key, first in found:
            what = f"{_named(key)} is written twice (first on line {first})."
            self._say(key, what, "Keep the one you mean, or begin a new entry with  -")

    def _wrong(self, node: Node, place: str, called: str, mend: str) -> None:
        words = node.value if isinstance(node, ScalarNode) else "…"
        self._say(node, f"{place} should be {called}, and is {_shown(node)}.", mend.format(words=words))

    def _say(self, node: Node, what: str, mend: str) -> None:
        self.problems.append(Problem(self.path, _line(node), what[0].upper() + what[1:], WHY, mend))


def _type(node: Node) -> str:
    return node.tag.removeprefix("tag:yaml.org,2002:")


def _line(node: Node) -> int:
    return node.start_mark.line + 1


def _named(key: Node) -> str:
    return f"“{key.value}”"


def _holds(node: Node, kind: str) -> bool:
    """Whether a value of the right type is right in itself."""
    if kind == "range":
        return [_type(entry) for entry in node.value] == ["int", "int"]
    if kind == "answer":  # 9:30 is a number to YAML, and not the one that was written
        return _type(node) == "str" or node.value.isdigit()
    if kind in LOOKS:
        return bool(LOOKS[kind].fullmatch(node.value))
    if kind == "pattern":
        return is_quick(node.value)
    return kind != "text" or not node.value or any(map(_is_seen, node.value))


def _is_seen(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) not in ("Cf", "Cc", "Mn")


def _shown(node: Node) -> str:
    if not isinstance(node, ScalarNode):
        return "a list" if isinstance(node, SequenceNode) else "names with values"
    taken = f", which YAML takes for {TAKEN_FOR[_type(node)]}" if _type(node) in TAKEN_FOR else ""
    return f"“{node.value}”{taken}"
