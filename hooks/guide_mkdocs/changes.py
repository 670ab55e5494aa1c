"""`python -m guide snapshot` and `python -m guide compare`: what a guide holds now, and what changed since."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.pdf.paper import Pdfs
from guide.pdf.picture import first_page
from guide.site.changes import GONE, Changes, changes_of
from guide.site.changes_told import name_of_picture, render_changes, render_problems
from guide.site.snapshot import Snapshot, snapshot_of
from mkdocs.utils.yaml import yaml_load

SHOWN = "-a4.pdf"
"""Of two papers of one sheet, the one whose picture is made."""


class Settings(NamedTuple):
    """What the settings say."""

    ways: dict[str, str]
    """Of the ways of whoever is in danger, each by where it stands."""
    files: dict[str, Any]
    """All of it, {file: what is read in it}."""


def read_settings(path: Path) -> dict[str, Any]:
    """What stands in the file of settings, and in those that it takes over; nothing where there is none."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {path.name: yaml_load(file)}


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
        print("There is nothing to keep: the settings cannot be used.", file=sys.stderr)
        return 1
    else:
        kept = snapshot_of(guide, pdfs, problems, *settings)
        asked.file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return 0


def summary_of(
    base: Path,
    guide: Guide | None,
    pdfs: Pdfs,
    problems: list[Problem],
    settings: Settings,
    pictures: Path | None = None,
) -> str:
    """What changed since a snapshot was written to `base`, as Markdown; only what is wrong where there is none.

    The first page of each sheet that is not as it was is drawn into the folder `pictures`.
    """
    before = _read(base)
    if before is None or guide is None:
        return render_problems(problems)
    changes = changes_of(before, json.loads(json.dumps(snapshot_of(guide, pdfs, problems, *settings))), guide)
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
