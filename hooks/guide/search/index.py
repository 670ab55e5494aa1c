"""The search's index, as the browser reads it."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from guide.model import Guide
from guide.search.phrases import fold
from guide.search.units import Unit, names_of, units_of

FIRST = "search/index.json"
TELLING = 8  # other words for one place
PIECE = 1500  # places in one file: some 60 KB brotli
KINDS = {"question": "q", "care": "c", "safety": "s", "worksheet": "w", "last": "l"}
WORD = re.compile(r"\w+")
APOSTROPHES = {ord(sign): None for sign in "'’"}  # "can't" is one word, for the browser as well


def render_index(guide: Guide) -> dict[str, str]:
    """Files of JSON by address, as short as they can be read: they are fetched on a first search.

    The first holds the vocabulary, the alarms and the most telling places; `more` names the files with the others.
    """
    units = units_of(guide)
    first, *others = [_piece(units[start : start + PIECE]) for start in range(0, len(units) or 1, PIECE)]
    more = {f"search/index-{number}.json": piece for number, piece in enumerate(others, 2)}
    files = {FIRST: {**first, "more": list(more), **_words(guide, units), **_ways_on(guide)}, **more}
    return {address: json.dumps(file, ensure_ascii=False, separators=(",", ":")) for address, file in files.items()}


def _piece(units: Sequence[Unit]) -> dict[str, Any]:
    """Its pages, as [title, address]; and of each place the page's number, and what it is, in columns of one length."""
    pages = list(dict.fromkeys((unit.page, unit.url.partition("#")[0]) for unit in units))
    numbers = {page: number for number, page in enumerate(pages)}
    return {
        "pages": pages,
        "page": [numbers[unit.page, unit.url.partition("#")[0]] for unit in units],
        "kind": "".join(KINDS.get(unit.kind, "p") for unit in units),
        "heading": [unit.heading for unit in units],
        "fragment": [unit.url.partition("#")[2] for unit in units],
        "line": [unit.line for unit in units],
        "also": _also(units),
    }


def _also(units: Sequence[Unit]) -> list[str]:
    """The other words for each place: those it is not called by, and of them the few that tell it best from others."""
    ways = [set(_plain(" ".join(unit.also))) - set(_plain(f"{unit.page} {unit.heading}")) for unit in units]
    times = Counter(word for words in ways for word in words)
    return [" ".join(sorted(words, key=lambda word: (times[word], word))[:TELLING]) for words in ways]


def _plain(text: str) -> list[str]:
    return WORD.findall(text.lower().translate(APOSTROPHES))


def _words(guide: Guide, units: Sequence[Unit]) -> dict[str, Any]:
    """People's words and the units they lead to, words of our field and of others, and the alarms."""
    vocabulary, alarms = guide.data.get("vocabulary") or [], guide.data.get("alarms") or {}
    numbers = {name: number for number, name in enumerate(names_of(guide, units))}
    return {
        "words": [
            [fold(group["says"]), [numbers[lead] for lead in group.get("leads") or [] if lead in numbers]]
            for group in vocabulary
            if "says" in group
        ],
        "alike": [words for group in vocabulary for words in group.get("alike") or []],
        "topics": [word for group in vocabulary for word in group.get("topics") or []],
        "elsewhere": fold(word for group in vocabulary for word in group.get("elsewhere") or []),
        "people": alarms.get("people") or [],
        "names": {name: fold(phrases) for name, phrases in (alarms.get("names") or {}).items()},
        "alarms": [
            [rule["page"], [fold(phrases) for phrases in rule["all"]], fold(rule.get("not") or [])]
            for rule in alarms.get("alarms") or []
        ],
    }


def _ways_on(guide: Guide) -> dict[str, Any]:
    """Where else to look: the themes of questions, help, the page of all questions, and whom to ask."""
    words = guide.data.get("words") or {}
    every = next((page for page in guide.pages if any(mark.name == "questions" for mark in page.requests)), None)
    return {
        "themes": list({question.theme: (question.theme, question.page) for question in guide.questions}.values()),
        "every": every.url if every else None,
        "help": (words.get("help") or {}).get("page"),
        "ask": [words["ask"]["text"], words["ask"]["page"]] if words.get("ask") else None,
    }
