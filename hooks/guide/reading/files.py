"""The files of a guide on disk: the only place in the generator that opens them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = ("_data/*.yml", "_data/examples/*.yml", "_data/pictures/*.svg", "_data/typed/*.txt", "_data/addresses.txt")


def read_texts(folder: Path) -> dict[str, str]:
    """Every page, data file and drawing below a folder, by its path from there.

    A byte that is no character is kept in its text, for `guide.reading.encoding` to find. A file among the data that is
    none of them is not opened: its text is "".
    """
    return read_data(folder) | _read(folder, "**/*.md")


def read_data(folder: Path) -> dict[str, str]:
    """The same without the pages."""
    beside = (path for path in folder.glob("_data/**/*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): "" for path in beside} | _read(folder, *DATA)


def _read(folder: Path, *endings: str) -> dict[str, str]:
    paths = sorted(path for ending in endings for path in folder.glob(ending) if path.is_file())
    return {path.relative_to(folder).as_posix(): _text(path) for path in paths}


def _text(path: Path) -> str:
    """Of a file, its line ends as they are: what ends a line may end it for some programs only."""
    return _bytes_of(path).decode("utf-8", errors="surrogateescape")


def _bytes_of(path: Path) -> bytes:
    """Of a file, and nothing of what is none: whoever opens a pipe waits for somebody to write into it."""
    return path.read_bytes() if path.is_file() else b""


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file of a built site, by its path from there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def names_in(folder: Path) -> list[str]:
    """The paths of every file of a built site, from there."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def read_built(folder: Path) -> dict[str, str]:
    """Every page of a built site, by its path from there: `steps/talk/index.html`."""
    paths = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix(): _bytes_of(path).decode("utf-8") for path in paths}


@dataclass(frozen=True)
class FoundFile:
    """A file of the folder of pages, or a link in it."""

    path: str
    """From there."""
    leads_out: bool = False
    """Whether it is a link that leads out of the folder, to a folder (and so maybe round in a circle), or nowhere."""
    is_closed: bool = False
    """Whether it is a file or a folder that is closed to the builder, or none: a pipe, a socket, a device."""
    text: str = ""
    """Of a drawing: what stands in it."""
    target: str = ""
    """Of a link that does not lead out: the file that it shows, from the folder."""


def found_files(folder: Path) -> list[FoundFile]:
    """Everything below a folder, no link followed; nothing where there is no folder."""
    found = (_found(folder, Path(above) / name) for above, name in _names_below(folder))
    return sorted((file for file in found if file), key=lambda file: file.path)


def _names_below(folder: Path) -> Iterator[tuple[str, str]]:
    for above, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield above, name


def _found(folder: Path, path: Path) -> FoundFile | None:
    """None for a folder that is open, whose files are found by themselves."""
    name, target = path.relative_to(folder).as_posix(), ""
    if path.is_symlink():
        target = _target_of(path, folder)
        if not target:
            return FoundFile(name, leads_out=True)
    if path.is_dir():
        return None if os.access(path, os.R_OK | os.X_OK) else FoundFile(name, is_closed=True)
    if not (path.is_file() and os.access(path, os.R_OK)):
        return FoundFile(name, is_closed=True)
    drawing = path.suffix.lower() == ".svg"
    text = _bytes_of(path).decode("utf-8", errors="replace") if drawing else ""
    return FoundFile(name, text=text, target=target)


def _target_of(path: Path, folder: Path) -> str:
    """The file of a folder that a link in it shows; "" where it shows none."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # it leads nowhere, or to itself
        return ""
    inside = target.is_file() and target.is_relative_to(folder.resolve())
    return target.relative_to(folder.resolve()).as_posix() if inside else ""


def templates_in(folder: Path | None) -> dict[str, str]:
    """The templates at the top of a theme, by name."""
    paths = sorted(folder.glob("*.html")) if folder else []
    return {path.name: _bytes_of(path).decode("utf-8", errors="replace") for path in paths}
