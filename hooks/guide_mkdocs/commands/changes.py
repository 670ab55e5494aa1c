"""`python -m guide snapshot` and `python -m guide compare`: what a guide holds now, and what changed since."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

from guide.changes.code_files import file_changes
from guide.changes.compare import Changes, changes_of
from guide.changes.differences import GONE, digest_of
from guide.changes.documents import is_document, lines_in, said_in
from guide.changes.pictures import pictures_of
from guide.changes.snapshot import Snapshot, snapshot_of
from guide.changes.summary import name_of_picture, render_changes, render_problems
from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.pdf.paper import Pdfs
from guide.pdf.picture import first_page
from guide.reading.files import found_files, read_files

from guide_mkdocs.settings.check import CONFIG
from guide_mkdocs.unseen import project_files

SHOWN = "-a4.pdf"
"""Of two papers of one sheet, the one whose picture is made."""


class Settings(NamedTuple):
    """What the settings say."""

    ways: dict[str, str]
    """Of the ways of whoever is in danger, each by where it stands."""
    files: dict[str, Any]
    """All of it, {file: what is read in it}."""
    docs: Path = Path("docs")
    """The folder of pages."""


def _snapshot(guide: Guide, pdfs: Pdfs, problems: list[Problem], settings: Settings) -> Snapshot:
    """As it is read again from a file."""
    pictures = pictures_of(guide.folder, found_files(settings.docs), read_files(settings.docs))
    kept = {
        **snapshot_of(guide, pdfs, problems, settings.ways, settings.files, pictures),
        **_files(),
    }
    return json.loads(json.dumps(kept))


def _files() -> dict[str, Any]:
    """What is kept of every file of the project, whether its settings can be used or not."""
    written = {path: _bytes_of(Path(path)) for path in project_files(Path()) if _is_there(Path(path))}
    read = {path: lines_in if path == CONFIG else said_in for path in written if path == CONFIG or is_document(path)}
    return {
        "files": {path: digest_of(data) for path, data in written.items()},
        "documents": {path: how(written[path].decode("utf-8", "replace")) for path, how in read.items()},
    }


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.is_file()


def _bytes_of(path: Path) -> bytes:
    return os.readlink(path).encode() if path.is_symlink() else path.read_bytes()


def add_changes(commands: argparse._SubParsersAction) -> None:
    """The words that the two commands take."""
    commands.add_parser("snapshot").add_argument("file", type=Path, help="to write")
    compare = commands.add_parser("compare")
    compare.add_argument("file", type=Path, help="that a snapshot was written to")
    compare.add_argument("--sheets", type=Path, metavar="DIR", help="where to put pictures of sheets that changed")


def tell_changes(
    asked: argparse.Namespace, guide: Guide | None, problems: list[Problem], pdfs: Pdfs, settings: Settings
) -> int:
    """Keep what the guide holds now, or say what has changed since; 1 where there is no guide to keep."""
    if asked.command == "compare":
        print(summary_of(asked.file, guide, pdfs, problems, settings, asked.sheets), end="")
    elif guide is None:
        asked.file.write_text(json.dumps(_files()), encoding="utf-8")
        print("There are only files to keep: the settings cannot be used.", file=sys.stderr)
        return 1
    else:
        kept = _snapshot(guide, pdfs, problems, settings)
        asked.file.write_text(json.dumps(kept), encoding="utf-8")
    return 0


def summary_of(
    base: Path,
    guide: Guide | None,
    pdfs: Pdfs,
    problems: list[Problem],
    settings: Settings,
    pictures: Path | None = None,
) -> str:
    """What changed since a snapshot was written to `base`, as Markdown; what is wrong, and files, where there is none.

    The first page of each sheet that is not as it was is drawn into the folder `pictures`.
    """
    before = _read(base)
    if before is None or guide is None or "guide" not in before:
        return render_problems(problems, file_changes(before or {}, _files()))
    changes = changes_of(before, _snapshot(guide, pdfs, problems, settings), guide)
    return render_changes(changes, _draw(changes, pdfs, pictures) if pictures else [])


def _read(path: Path) -> Snapshot | None:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _draw(changes: Changes, pdfs: Pdfs, folder: Path) -> list[str]:
    papers = {file.url: file.data for sizes in pdfs.values() for file in sizes.values()}
    drawn = [url for url, how in changes.sheets.items() if how != GONE and url.endswith(SHOWN)]
    for url in drawn:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name_of_picture(url)).write_bytes(first_page(papers[url]))
    return drawn
