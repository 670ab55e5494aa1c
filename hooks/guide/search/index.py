"""The search's index, as the browser reads it."""

import json
from collections.abc import Sequence
from typing import Any

from guide.model import Guide
from guide.search.units import Unit, names_of, units_of

FIRST = "search/index.json"
PIECE = 1500  # places in one file: some 60 KB brotli
KINDS = {"question": "q", "worksheet": "w", "last": "l"}


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
    """A page is [title, address]; a unit is [page's number, heading, fragment, line, other words, kind]."""
    pages = list(dict.fromkeys((unit.page, unit.url.partition("#")[0]) for unit in units))
    numbers = {page: number for number, page in enumerate(pages)}
    return {"pages": pages, "units": [_unit(unit, numbers) for unit in units]}


def _unit(unit: Unit, numbers: dict[tuple[str, str], int]) -> list[Any]:
    address, _, fragment = unit.url.partition("#")
    also, kind = "; ".join(unit.also), KINDS.get(unit.kind, "")
    short = [numbers[unit.page, address], unit.heading, fragment, unit.line, also, kind]
    while short[-1] == "":
        short.pop()
    return short


def _words(guide: Guide, units: Sequence[Unit]) -> dict[str, Any]:
    """People's words and the units they lead to; what shows that a query is about the guide's subject, or another's; dangers."""
    vocabulary, alarms = guide.data.get("vocabulary") or [], guide.data.get("alarms") or {}
    numbers = {name: number for number, name in enumerate(names_of(guide, units))}
    return {
        "words": [
            [group["says"], [numbers[lead] for lead in group.get("leads") or [] if lead in numbers]]
            for group in vocabulary
            if "says" in group
        ],
        "topics": [word for group in vocabulary for word in group.get("topics") or []],
        "elsewhere": [word for group in vocabulary for word in group.get("elsewhere") or []],
        "people": alarms.get("people") or [],
        "names": alarms.get("names") or {},
        "alarms": [[rule["page"], rule["all"], rule.get("not") or []] for rule in alarms.get("alarms") or []],
    }


def _ways_on(guide: Guide) -> dict[str, Any]:
    """Where else to look: the themes of questions, help, the page of all questions, and whom to ask."""
    words = guide.data.get("words") or {}
    every = next((page for page in guide.pages if any(mark.name == "questions" for mark in page.requests)), None)
    return {
        "themes": list({question.theme: (question.theme, question.page) for question in guide.questions}.values()),
        "every": [every.title, every.url] if every else None,
        "help": (words.get("help") or {}).get("page"),
        "ask": [words["ask"]["text"], words["ask"]["page"]] if words.get("ask") else None,
    }
