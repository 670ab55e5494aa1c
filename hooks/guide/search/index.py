"""The search's index, as the browser reads it."""

import json
import re
from collections import Counter
from typing import Any

from guide.model import Guide
from guide.search.units import Unit, units_of

WORD = re.compile(r"[^\W\d_]{4,}")
TELLING = 4
LEAST, MOST = 2, 0.04  # a word that stands once is chance; one that stands everywhere tells nothing


def render_index(guide: Guide) -> str:
    """Units, vocabulary and alarms as JSON, as short as it can be read: it is fetched on a first search.

    A page is [title, address]; a unit is [page's number, heading, fragment, line, other words, kind, telling words].
    """
    units = units_of(guide)
    pages = list(dict.fromkeys((unit.page, unit.url.partition("#")[0]) for unit in units))
    numbers = {page: number for number, page in enumerate(pages)}
    alarms = guide.data.get("alarms") or {}
    vocabulary = guide.data.get("vocabulary") or []
    words = guide.data.get("words") or {}
    index = {
        "pages": pages,
        "units": [_unit(unit, numbers, telling) for unit, telling in zip(units, telling_words(units), strict=True)],
        "words": [[group["says"], group["means"]] for group in vocabulary if "says" in group],
        "topics": [word for group in vocabulary for word in group.get("topics") or []],
        "names": alarms.get("names") or {},
        "themes": list({question.theme: (question.theme, question.page) for question in guide.questions}.values()),
        "help": (words.get("help") or {}).get("page"),
        "ask": [words["ask"]["text"], words["ask"]["page"]] if words.get("ask") else None,
        "alarms": [[rule["page"], rule["all"], rule.get("not") or []] for rule in alarms.get("alarms") or []],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def telling_words(units: list[Unit]) -> list[list[str]]:
    """For each unit the few words of its text that tell it best from the others, and stand in nothing else of it."""
    bags = [Counter(WORD.findall(unit.text.lower())) for unit in units]
    seen = Counter(word for bag in bags for word in bag)
    telling = []
    for unit, bag in zip(units, bags, strict=True):
        shown = set(WORD.findall(f"{unit.page} {unit.heading} {unit.line} {' '.join(unit.also)}".lower()))
        known = [word for word in bag if word not in shown and LEAST <= seen[word] <= len(units) * MOST]
        telling.append(sorted(known, key=lambda word: (seen[word] / bag[word], word))[:TELLING])
    return telling


def _unit(unit: Unit, numbers: dict[tuple[str, str], int], telling: list[str]) -> list[Any]:
    address, _, fragment = unit.url.partition("#")
    also, kind = "; ".join(unit.also), unit.kind[0]
    short = [numbers[unit.page, address], unit.heading, fragment, unit.line, also, kind, " ".join(telling)]
    while short[-1] in ("", "p"):
        short.pop()
    return short
