"""The fields that a page may have, as data: fields.yml."""

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
