"""What a change does to the code of a project: files that run, or tell git or a host what to do."""

from collections.abc import Iterable, Iterator

from guide.changes.quoting import code, plain

PROSE = (".md", ".txt", ".yml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
"""Among the pages, what is read and told by itself."""
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
