"""The lines at the top of a new page: each field that its kind asks for, and what most pages say of themselves."""

import calendar
import json
from collections import Counter
from datetime import date
from typing import Any

from guide.model.guide import Guide
from guide.reading.fields import known_fields
from guide.text.to_write import to_write

USUAL = {"kind", "description", "also", "aliases", "reviewed", "reviewer", "next_review"}
"""Fields that every new page gets, asked for or not."""
OF_KIND = {
    "step": {"step"},
    "block": {"element", "order"},
    "worksheet": {"audience", "minutes", "not_when"},
    "questions": {"theme", "order"},
    "safety": {"tab"},
}
"""Fields that a kind gets besides."""
TAKEN = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
"""Words that YAML takes for something else."""
WORDS = {
    "description": "what the reader gets, in one or two sentences",
    "reviewer": "who has read the whole page and stands by it",
    "not_when": "when to leave the sheet for another day",
    "worksheets": "a sheet’s file name",
    "audience": "who fills it in",
}
MONTHS, MINUTES, NEUTRAL = 6, 10, "Notes"
"""After how many months a page is read again, how long a sheet takes, and what a tab says that tells nothing."""


def front_matter_of(kind: str, title: str, guide: Guide, today: date) -> str:
    """Both `---` lines and what stands between them."""
    shape = guide.shape
    asked = {name for part in ("every page", kind) for name in (shape.get(part) or {}).get("fields") or []}
    needed = {name for name, field in known_fields().items() if kind in field.get("needed", [])}
    wanted = asked | needed | USUAL | OF_KIND.get(kind, set())
    if not guide.data.get("audiences") and "audience" not in asked:
        wanted -= {"audience"}  # nobody could be named whom the guide knows
    known = [name for name in known_fields() if name in wanted and kind in known_fields()[name].get("for", [kind])]
    # A field of the guide's own is written as well: the check then says what it thinks of it.
    lines = [f"{name}: {_value_of(name, kind, title, guide, today)}" for name in [*known, *(asked - {*known_fields()})]]
    return "\n".join(["---", *lines, "---", ""])


def _value_of(name: str, kind: str, title: str, guide: Guide, today: date) -> str:
    """A field's value as it stands in the file, with a note for the author where there is something to choose."""
    fixed = {
        "kind": kind,
        "also": "[]  # other words that people use: [one thing, another thing]",
        "aliases": "[]",
        "reviewed": today.isoformat(),
        "next_review": _months_after(today).isoformat(),
        "step": str(max((step.number for step in guide.steps), default=0) + 1),
        "order": str(max((page.fields.get("order") or 0 for page in guide.of_kind(kind)), default=0) + 1),
        "minutes": f"{MINUTES}  # how long it takes",
        "element": quoted(title),
        "theme": quoted(title),
        "tab": quoted(_usual("tab", kind, guide) or NEUTRAL),
        "audience": _audience(guide),
    }
    return fixed.get(name) or _left(name)


def _left(name: str) -> str:
    """What is left to the author."""
    words = quoted(to_write(WORDS.get(name, f"the {name}")))
    return f"[{words}]" if known_fields().get(name, {}).get("type") in ("texts", "names") else words


def _audience(guide: Guide) -> str:
    first, *others = [*(guide.data.get("audiences") or {})] or [""]
    return f"{first}  # or: {', '.join(others)}" if others else first


def _usual(name: str, kind: str, guide: Guide) -> Any:
    """What most pages of a kind say in a field; None where none says anything."""
    said = Counter(page.fields[name] for page in guide.of_kind(kind) if name in page.fields)
    return next((value for value, _ in said.most_common(1)), None)


def quoted(text: str) -> str:
    """A text as YAML reads it: as it is where nothing in it means more, else in quotes."""
    plain = text.replace(" ", "").replace("-", "").isalnum() and text[:1].isalpha()
    return text if plain and text.lower() not in TAKEN else json.dumps(text, ensure_ascii=False)


def _months_after(day: date) -> date:
    month = day.month - 1 + MONTHS
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
