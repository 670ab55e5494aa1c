"""The words of `docs/_data/vocabulary.yml`: its lists by their names."""

from guide.model import Guide


def words_that_are(guide: Guide, name: str) -> list[str]:
    """All the words or lines of one name: `alike`, `people`, `topics`, `elsewhere`."""
    groups = guide.data.get("vocabulary") or []
    return [word for group in groups for word in group.get(name) or []]
