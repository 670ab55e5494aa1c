"""Words as the search compares them, the same here as in the browser (overrides/assets/scripts/search/words.js)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SHORTEST = 4  # letters of a word that may lose its ending
JOINED = [
    (re.compile(r"\bwill not\b"), "wont"),
    (re.compile(r"\bcan ?not\b"), "cant"),
    (re.compile(r"\b(do|does|did|is|are|was|were|have|has|had|would|could|should) not\b"), r"\1nt"),
]


@cache
def language() -> dict[str, Any]:
    """English: `few` words that say little, `joints` of sentences, `irregular` forms and their base, `endings`."""
    read = yaml.safe_load(Path(__file__).with_name("english.yml").read_text(encoding="utf-8"))
    forms = {form: base for base, forms in read["irregular"].items() for form in forms.split()}
    return {**read, "few": read["few"].split(), "irregular": forms}


def plain(text: str) -> list[str]:
    """Its words, without accents and apostrophes; "does not" is "doesnt"."""
    text = re.sub("[\u0300-\u036f’']", "", unicodedata.normalize("NFD", text.lower()))
    for pattern, joined in JOINED:
        text = pattern.sub(joined, text)
    return [word for word in re.split(r"[\W_]+", text) if word]


@cache
def stem(word: str) -> str:
    """What its forms have in common: "forgave" and "forgiving" are one."""
    word = language()["irregular"].get(word, word)
    if len(word) < SHORTEST:
        return word
    stemmed = word
    for pattern, instead in _endings():
        stemmed = pattern.sub(instead, stemmed, count=1)
    return stemmed if len(stemmed) > 2 else word


def stems(text: str) -> list[str]:
    """The stems of its words, in their order."""
    return [stem(word) for word in plain(text)]


def clauses(asked: Sequence[str]) -> list[list[str]]:
    """What is said in one query after the other, of its stems: "i hit her and i feel terrible" is two."""
    breaks = {stem(word) for word in language()["joints"].split()}
    parts: list[list[str]] = [[]]
    for word in asked:
        if word in breaks:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def heads(groups: Iterable[str]) -> dict[str, str]:
    """Stems that count as one: each stem of a group, and the group's first."""
    lists = [stems(group) for group in groups]
    return {word: words[0] for words in lists for word in words}


@cache
def _endings() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", instead)) for pattern, instead in language()["endings"]]
