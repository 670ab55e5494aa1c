"""The fields that a page may have, as data: fields.yml."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def known_fields() -> dict[str, dict[str, Any]]:
    """{name: its type, the kinds it is for and needed by, and what it says}."""
    return yaml.safe_load(Path(__file__).with_name("fields.yml").read_text(encoding="utf-8"))


def kinds() -> list[str]:
    """The kinds of page there are."""
    return known_fields()["kind"]["choices"]


def is_sound(value: Any, kind: str) -> bool:
    """Whether a value is of the type that a field asks for."""
    if kind in ("texts", "names"):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "number":
        return type(value) is int and value > 0
    # A moment is a date to Python, and would not compare with one.
    return type(value) is date if kind == "date" else isinstance(value, str)


def sound_fields(written: Mapping[str, Any]) -> dict[str, Any]:
    """The known fields of a page that are of the right type: all that may be built on. Texts stand on one line."""
    known = known_fields()
    return {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in written.items()
        if name in known and is_sound(value, known[name]["type"]) and value in known[name].get("choices", [value])
    }
