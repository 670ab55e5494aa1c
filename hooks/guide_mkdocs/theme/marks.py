"""The mark of a site, which stands on each page, is a file of its own: `favicon` and `logo`, below `theme`."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from guide.model.problems import Problem
from mkdocs.config.defaults import MkDocsConfig

from guide_mkdocs.settings.files import line_of

NAMES = ("favicon", "logo")
DRAWN = ".svg"


def mark_of(config: MkDocsConfig) -> str:
    """The mark of a site as SVG; "" where it has none, or as another kind of picture."""
    found = _file_of(config, config.theme.get("favicon"))
    return found.read_text(encoding="utf-8") if found and found.suffix == DRAWN else ""


def odd_marks(config: MkDocsConfig, path: str) -> Iterator[Problem]:
    """What no reader would see, or would be fetched from somebody who then learns who reads; `path` names the file."""
    for name in NAMES:
        asked = config.theme.get(name)
        found = _file_of(config, asked)
        line = line_of(Path(config.config_file_path), "theme", name)
        if asked and not found:
            yield _not_there(path, line, name, asked)
        elif found and found.suffix == DRAWN and not _is_text(found):
            yield _not_read(path, line, name, asked)


def _file_of(config: MkDocsConfig, mark: object) -> Path | None:
    """The file of the theme, or of the folder of pages, that a setting names."""
    if not isinstance(mark, str) or not mark or PurePosixPath(mark).is_absolute() or ".." in PurePosixPath(mark).parts:
        return None
    files = (Path(folder) / mark for folder in (*config.theme.dirs, config.docs_dir))
    return next((file for file in files if file.is_file()), None)


def _is_text(file: Path) -> bool:
    try:
        file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_there(path: str, line: int, name: str, asked: object) -> Problem:
    return Problem(
        path,
        line,
        f"“{name}” of the theme is no file of this site: “{asked}”.",
        "It stands on every page. None would show it, or each would ask somebody else for it, who learns who reads.",
        f"Put the file into the folder of the theme, and write its path there:  {name}: assets/mark.svg",
    )


def _not_read(path: str, line: int, name: str, asked: object) -> Problem:
    return Problem(
        path,
        line,
        f"“{name}” of the theme is not written in UTF-8: “{asked}”.",
        "It could not be drawn on the cover of the book, nor beside a link that is shared.",
        "Save the drawing as UTF-8.",
    )
