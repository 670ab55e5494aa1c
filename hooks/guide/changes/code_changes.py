"""What a change does to the code of a project: files that run, or tell git or a host what to do."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from guide.changes.quoting import code, plain

PROSE = (".md", ".txt", ".yml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
"""Among the pages, what is read and told by itself."""
ADDED, CHANGED, GONE = "new", "changed", "gone"
FIRST = "**Read these first.** They run on the machine of whoever tries the change, or decide what is shown of it."
MOST = 60
"""Files that are named."""


def is_code(path: str, folder: str, settings: Iterable[str]) -> bool:
    """Whether a file of a project, by its path from there, is neither its words, nor told by itself."""
    name = path.rpartition("/")[2]
    if path.startswith(f"{folder}/"):
        hidden = any(part.startswith(".") for part in path.split("/"))
        return hidden or not name.lower().endswith(PROSE)
    return path not in settings and not ("/" not in path and name.endswith(".md")) and name != "LICENSE"


def digest_of(data: bytes) -> str:
    """What is kept of a file."""
    return hashlib.sha256(data).hexdigest()


def code_changes(base: Mapping[str, str], head: Mapping[str, str]) -> list[tuple[str, str]]:
    """(path, what became of it) of all that is not as it was, between two {path: digest}."""
    return [
        (path, ADDED if path not in base else GONE if path not in head else CHANGED)
        for path in sorted({*base, *head})
        if base.get(path) != head.get(path)
    ]


def tell_code(changes: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Each file by a line of its own: orders to git and to hosts first, for they decide what else is seen."""
    ordered = sorted(changes, key=lambda one: (not _decides(one[0]), one))
    if ordered:
        yield FIRST
        yield ""
    yield from (f"- {code(path)} is {how}" for path, how in ordered[:MOST])
    if len(ordered) > MOST:
        yield f"- and {len(ordered) - MOST} more: {plain(_folders(ordered[MOST:]))}"


def _decides(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _folders(changes: Iterable[tuple[str, str]]) -> str:
    return ", ".join(sorted({path.partition("/")[0] for path, _ in changes}))
