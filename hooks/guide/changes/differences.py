"""What became of each of many things that have a name, between two moments."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

ADDED, CHANGED, RENAMED, GONE = "new", "changed", "renamed", "gone"


def differences(base: Mapping[str, Any], head: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(name, what became of it) of all that is not as it was, in order."""
    for name in sorted({*base, *head}):
        if base.get(name) != head.get(name):
            yield name, ADDED if name not in base else GONE if name not in head else CHANGED


def ordinals_of(names: Iterable[Hashable]) -> Iterator[int]:
    """The how manieth of its name each is, from 1."""
    often: Counter[Hashable] = Counter()
    for name in names:
        often[name] += 1
        yield often[name]


def digest_of(data: bytes) -> str:
    """What is kept of what is not kept itself."""
    return sha256(data).hexdigest()
