"""The words of `docs/_data/vocabulary.yml`: its sayings, and its lists by their names."""

from typing import Any

from guide.model.guide import Guide


def words_that_are(guide: Guide, name: str) -> list[str]:
    """All the words or lines of one name: `alike`, `kinds`, `roles`, `people`, `topics`."""
    return [word for group in _groups(guide) for word in group.get(name) or []]


def sayings_of(guide: Guide) -> list[dict[str, Any]]:
    """The groups of what people say: what each `says`, and the places that it `leads` to, if any."""
    return [group for group in _groups(guide) if group.get("says")]


def _groups(guide: Guide) -> list[dict[str, Any]]:
    return guide.data.get("vocabulary") or []
