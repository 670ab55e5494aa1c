"""The search's index, as the browser reads it."""

import json
from typing import Any

from guide.model import Guide
from guide.search.units import Unit, units_of


def render_index(guide: Guide) -> str:
    """Units, vocabulary and alarms as JSON, as short as it can be read: it is fetched on a first search.

    A page is [title, address]; a unit is [page's number, heading, fragment, line, other words, kind].
    """
    units = units_of(guide)
    pages = list(dict.fromkeys((unit.page, unit.url.partition("#")[0]) for unit in units))
    numbers = {page: number for number, page in enumerate(pages)}
    alarms = guide.data.get("alarms") or {}
    vocabulary = guide.data.get("vocabulary") or []
    words = guide.data.get("words") or {}
    index = {
        "pages": pages,
        "units": [_unit(unit, numbers) for unit in units],
        "words": [[group["says"], group["means"]] for group in vocabulary if "says" in group],
        "topics": [word for group in vocabulary for word in group.get("topics") or []],
        "names": alarms.get("names") or {},
        "themes": list({question.theme: (question.theme, question.page) for question in guide.questions}.values()),
        "help": (words.get("help") or {}).get("page"),
        "ask": [words["ask"]["text"], words["ask"]["page"]] if words.get("ask") else None,
        "people": alarms.get("people") or [],
        "alarms": [[rule["page"], rule["all"], rule.get("not") or []] for rule in alarms.get("alarms") or []],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _unit(unit: Unit, numbers: dict[tuple[str, str], int]) -> list[Any]:
    address, _, fragment = unit.url.partition("#")
    also, kind = "; ".join(unit.also), unit.kind[0]
    short = [numbers[unit.page, address], unit.heading, fragment, unit.line, also, kind]
    while short[-1] in ("", "p"):
        short.pop()
    return short
