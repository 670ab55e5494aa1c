"""Ids made of a text's own words."""

import pytest
from guide.dialect.text import LONGEST_ID, id_from


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask first", "ask-first"),
        ("“Ask”, it’s & <b>", "ask-its"),
        ("Ένα Δύο", "ένα-δύο"),
        ("你好 世界", "你好-世界"),
        ("!!!", "item"),
        ("", "item"),
        ("a" * 60, "a" * LONGEST_ID),
        ("word " * 12, "word-word-word-word-word-word-word-word-word-wor"),
    ],
)
def test_ids(text, expected):
    """Lower case, letters of any script, hyphens between; never empty, never very long."""
    assert id_from(text, set()) == expected


def test_ids_differ():
    """The same words again are counted, and what was given is remembered."""
    taken: set[str] = set()

    assert [id_from(text, taken) for text in ("A", "a", "A!", "a 2", "a")] == ["a", "a-2", "a-3", "a-2-2", "a-4"]


def test_thousands_alike():
    """Each is told from the others by the next number, and few are looked at to find it."""
    looks = 0

    class Taken(set):
        def __contains__(self, name) -> bool:
            nonlocal looks
            looks += 1
            return super().__contains__(name)

    taken = Taken()

    assert [id_from("A", taken) for _ in range(3_000)] == ["a", *(f"a-{number}" for number in range(2, 3_001))]
    assert looks < 3_000 * 50
