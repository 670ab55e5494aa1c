"""The files of a guide on disk: the only place in the generator that opens them."""

from pathlib import Path

ENDINGS = ("**/*.md", "_data/*.yml", "_data/pictures/*.svg", "_data/typed/*.txt")


def read_texts(folder: Path) -> dict[str, str]:
    """Every page, data file and drawing below a folder, by its path from there.

    A byte that is no character is kept in its text, for `guide.characters` to find.
    """
    paths = sorted(path for ending in ENDINGS for path in folder.glob(ending))
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="surrogateescape")
        for path in paths
    }


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file of a built site, by its path from there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def read_built(folder: Path) -> dict[str, str]:
    """Every page of a built site, by its path from there: `steps/talk/index.html`."""
    paths = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
