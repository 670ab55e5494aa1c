"""Which pages of a guide stand under another name now: they are compared with themselves, and are not gone and new."""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.changes.sentences import even
from guide.changes.written import items_of

ALIKE = 0.3
"""What part of their sentences two pages share that are one."""


def renamed_pages(base: Mapping[str, Any], head: Mapping[str, Any]) -> dict[str, str]:
    """{source of a page in the first snapshot: its source in the second}, by an old address of it, or by its words."""
    found: dict[str, str] = {}
    for _, was, now in sorted(_pairs(base, head), key=lambda pair: (-pair[0], pair[1:])):
        if was not in found and now not in found.values():
            found[was] = now
    return found


def as_named_now(kept: Mapping[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    """What a snapshot keeps by the sources of pages, by those that they have now."""
    return {renamed.get(source, source): one for source, one in kept.items()}


def _pairs(base: Mapping[str, Any], head: Mapping[str, Any]) -> Iterator[tuple[float, str, str]]:
    """How surely a page that is gone is one that is new: 2 where that says so itself."""
    gone, new = _only_in(base, head), _only_in(head, base)
    words = {source: {even(said) for said, *_ in head["said"][source]} for source in new}
    urls = {page["source"]: page["url"].strip("/") for page in base["guide"]["pages"]}
    for was in gone:
        old = {even(said) for said, *_ in base["said"][was]}
        for now in new:
            alike = 2 * len(old & words[now]) / max(1, len(old) + len(words[now]))
            if urls.get(was) in _aliases(head, now):
                yield 2.0, was, now
            elif alike >= ALIKE:
                yield alike, was, now


def _only_in(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Sources of pages; none where a snapshot is of an older generator, which kept no words."""
    return sorted({*one["said"]} - {*other["said"]}) if "said" in one and "said" in other else []


def _aliases(snapshot: Mapping[str, Any], source: str) -> set[str]:
    said, _ = snapshot["claims"].get(source, {}).get("front", {}).get("aliases", ("", 1))
    return {alias.strip(" /") for alias in items_of(said)} - {""}
