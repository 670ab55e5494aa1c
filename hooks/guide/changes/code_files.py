"""What a change does to files of a project that nothing else tells: what runs, orders to git or to a host, others."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from guide.changes.differences import differences
from guide.changes.documents import DocumentChange, document_changes
from guide.changes.quoting import code, plain

READ = (".md", ".txt", ".yml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
"""How files end that are read and told by themselves. What has another ending may run as well."""
FIRST = "**Read these first.** They run on the machine of whoever tries the change, or decide what is shown of it."
MOST = 1000
"""Files that are named."""


class FileChanges(NamedTuple):
    """What became of files that no other part of the summary tells."""

    code: tuple[tuple[str, str], ...] = ()
    """(file, what became of it) of what runs, tells git or a host what to do, or is told nowhere else."""
    documents: tuple[DocumentChange, ...] = ()
    """What became of README and its like."""


def file_changes(base: Mapping[str, Any], head: Mapping[str, Any]) -> FileChanges:
    """What lies between two snapshots.

    Nothing where the first snapshot is of an older generator. Either may hold files and documents alone.
    """
    files = head.get("files", {})
    told = {*_told(base), *_told(head)} if "guide" in base and "guide" in head else set()
    left = [one for one in differences(base.get("files", files), files) if one[0] not in told or _may_run(one[0])]
    documents = tuple(document_changes(left, base.get("documents", {}), head.get("documents", {})))
    named = {one.path for one in documents}
    return FileChanges(tuple(one for one in left if one[0] not in named), documents)


def _told(snapshot: Mapping[str, Any]) -> Iterator[str]:
    """The files that are told by what stands in them."""
    yield from (page["source"] for page in snapshot["guide"]["pages"])
    for name in ("settings", "pictures", "data", "orders"):
        yield from snapshot.get(name, {})


def _may_run(path: str) -> bool:
    return _decides(path) or not path.lower().endswith(READ)


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
