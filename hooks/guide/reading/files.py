"""The files of a guide on disk: the only place in the generator that opens them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from guide.reading.data_names import LISTS
from guide.reading.picture import HEAVIEST, KINDS, Picture, picture_of

DATA = (
    *("_data/*.yml", "_data/examples/*.yml", "_data/pictures/*.svg", "_data/typed/*.txt"),
    *(f"_data/{name}" for name in LISTS),
)
Content = TypeVar("Content")


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


def names_in(folder: Path) -> list[str]:
    """The paths of every file of a built site, from there."""
    below = ((Path(above).relative_to(folder).as_posix(), files) for above, _, files in os.walk(folder))
    return sorted(f"{above}/{name}".removeprefix("./") for above, files in below for name in files)


class OnDemand(Mapping[str, Content]):
    """Files by their path from a folder. Each is read when it is asked for, and none is held: a site may be large."""

    def __init__(self, folder: Path, paths: Iterable[str], read: Callable[[Path], Content]) -> None:
        self._folder, self._paths, self._read = folder, dict.fromkeys(paths), read

    def __getitem__(self, path: str) -> Content:
        if path not in self._paths:
            raise KeyError(path)
        return self._read(self._folder / path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def read_files(folder: Path) -> Mapping[str, bytes]:
    """Every file of a built site, by its path from there."""
    return OnDemand(folder, names_in(folder), _bytes_of)


def read_built(folder: Path, paths: Iterable[str] | None = None) -> Mapping[str, str]:
    """Every page of a built site, by its path from there: `steps/talk/index.html`; or those among `paths` alone."""
    pages = (path for path in (names_in(folder) if paths is None else paths) if path.endswith(".html"))
    return OnDemand(folder, pages, lambda path: _bytes_of(path).decode("utf-8"))


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
    picture: Picture | None = None
    """Of a picture, by the ending of its name: what it holds."""


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
    ending = path.suffix.lower()
    text = _bytes_of(path).decode("utf-8", errors="replace") if ending == ".svg" else ""
    return FoundFile(name, text=text, target=target, picture=_picture(path) if {ending} & {*KINDS, ".svg"} else None)


def _picture(path: Path) -> Picture:
    with path.open("rb") as file:
        return picture_of(file.read(HEAVIEST), os.fstat(file.fileno()).st_size)


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
