"""The search's index, as the browser reads it."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.search.lines import lines_of
from guide.search.phrases import fold
from guide.search.typed import learnt_of
from guide.search.units import FOR_DANGER, Unit, names_of, units_of
from guide.search.vocabulary import sayings_of, words_that_are
from guide.search.words import language, stem

FIRST = "search/index.json"
TELLING = 5  # other words for one place
PIECE = 1500  # places in one file: some 60 KB brotli
KINDS = {"question": "q", "care": "c", "safety": "s", "worksheet": "w", "last": "l"}
WORD = re.compile(r"\w+")
APOSTROPHES = {ord(sign): None for sign in "'’"}  # "can't" is one word, for the browser as well


def render_index(guide: Guide, cache: Path | None = None) -> dict[str, str]:
    """Files of JSON by address, as short as they can be read: they are fetched on a first search.

    The first holds what tells danger, and the places for it, so that whoever is in danger waits for nothing else. The
    second holds the vocabulary, what tells other subjects, and the most telling places. `more` names the files after
    the first, by their hash: what the first says of them is true of no others. `lines` names the last, which nothing is
    found by.
    `cache` is a folder where what is learnt from examples is kept.
    """
    units, learnt = units_of(guide), learnt_of(guide, cache)
    also = _also(units)
    split = sum(unit.kind in FOR_DANGER for unit in units)
    starts = [split, *range(split + PIECE, len(units), PIECE)]
    pieces = [
        _piece(units[start:end], also[start:end]) for start, end in zip([0, *starts], [*starts, None], strict=True)
    ]
    pieces[1] |= {"says": _says(guide, units), **{name: learnt.pop(name) for name in ("about", "elsewhere")}}
    more = {_address(f"index-{number}", text): text for number, text in enumerate(map(_as_json, pieces[1:]), 2)}
    lines = _as_json(lines_of(guide, units))
    named = {"more": list(more), "lines": _address("lines", lines)}
    first = {**pieces[0], **named, **_words(guide), "learnt": learnt, **_ways_on(guide)}
    return {FIRST: _as_json(first), **more, named["lines"]: lines}


def _address(name: str, text: str) -> str:
    return f"search/{name}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.json"


def _as_json(file: dict[str, Any]) -> str:
    return json.dumps(file, ensure_ascii=False, separators=(",", ":"))


def _piece(units: Sequence[Unit], also: Sequence[str]) -> dict[str, Any]:
    """Its pages, as [title, address]; and of each place the page's number, and what it is, in columns of one length."""
    pages = list(dict.fromkeys((unit.page, unit.url.partition("#")[0]) for unit in units))
    numbers = {page: number for number, page in enumerate(pages)}
    return {
        "pages": pages,
        "page": [numbers[unit.page, unit.url.partition("#")[0]] for unit in units],
        "kind": "".join(KINDS.get(unit.kind, "p") for unit in units),
        "heading": [unit.heading for unit in units],
        "fragment": [unit.url.partition("#")[2] for unit in units],
        "line": [unit.line if unit.kind in FOR_DANGER else _told(unit) for unit in units],
        "also": also,
    }


def _told(unit: Unit) -> str:
    """Of its line what it is found by: the whole is shown in danger alone, where nothing is waited for."""
    known = {*map(stem, _plain(f"{unit.page} {unit.heading}")), *map(stem, language()["few"])}
    return " ".join(word for word in _plain(unit.line) if stem(word) not in known)


def _also(units: Sequence[Unit]) -> list[str]:
    """The other words for each place: those it is not called by, and of them the few that tell it best from others."""
    ways = [set(_plain(" ".join(unit.also))) - set(_plain(f"{unit.page} {unit.heading}")) for unit in units]
    times = Counter(word for words in ways for word in words)
    return [" ".join(sorted(words, key=lambda word: (times[word], word))[:TELLING]) for words in ways]


def _plain(text: str) -> list[str]:
    return WORD.findall(text.lower().translate(APOSTROPHES))


def _words(guide: Guide) -> dict[str, Any]:
    """The language, and words of our field."""
    few = " ".join(language()["few"])
    lists = {name: words_that_are(guide, name) for name in ("alike", "people", "topics")}
    return {"language": {**language(), "few": few}, **lists}


def _says(guide: Guide, units: Sequence[Unit]) -> list[list[Any]]:
    """What people say, and the units that it leads to."""
    numbers = {name: number for number, name in enumerate(names_of(guide, units))}
    return [
        [fold(group["says"]), [numbers[lead] for lead in group.get("leads") or [] if lead in numbers]]
        for group in sayings_of(guide)
    ]


def _ways_on(guide: Guide) -> dict[str, Any]:
    """Where else to look: the themes of questions, help, the page of all questions, and whom to ask."""
    words = guide.data.get("words") or {}
    every = next((page for page in guide.pages if any(mark.name == "questions" for mark in page.requests)), None)
    return {
        "themes": list({question.theme: (question.theme, question.page) for question in guide.questions}.values()),
        "every": every.url if every else None,
        "help": (words.get("help") or {}).get("page"),
        "ask": [words["ask"]["text"], words["ask"]["page"]] if words.get("ask") else None,
        "covers": words.get("covers"),
    }
