"""What pages of the site before this one still ask for: its scripts, its styles and its search, for a week.

A page may be open, or on its way to its reader, while a new site takes the place of the old one. It goes on with the
scripts that it was made for. Only a site that is built where an earlier one stands holds them, and only those that are
what their names say; a site that is built from nothing has the same bytes each time.
"""

import hashlib
import shutil
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path

from guide.site.assets import FOLDER, hash_of

LASTS = timedelta(days=7)
LIST = ".guide-earlier"
"""The file that says since when each of them has been of an earlier site; hosts show no such name to anybody."""
INDEX = "search"
COPIES = {".br", ".gz"}


def keep_earlier(old: Path, new: Path, today: date) -> None:
    """Copy them into a new site that is to take the place of the old one."""
    since = dict(_listed(old))
    kept: dict[str, date] = {}
    for path in [*sorted(old.glob(f"{FOLDER}*")), *sorted(old.glob(f"{INDEX}/*.json"))]:
        name = path.relative_to(old).as_posix()
        day = since.get(name, today)
        if not (new / name).exists() and today - day < LASTS and _is_what_it_says(path, kept):
            kept[name] = day
            _copy(path, new / name)
    if kept:
        lines = (f"{day} {name}\n" for name, day in kept.items())
        (new / LIST).write_text("".join(lines), encoding="utf-8")


def _listed(site: Path) -> Iterator[tuple[str, date]]:
    """Of what stands there already for an earlier site: since when. What cannot be read counts as new."""
    path = site / LIST
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []:
        day, _, name = line.partition(" ")
        try:
            yield name, date.fromisoformat(day)
        except ValueError:
            continue


def _is_what_it_says(path: Path, kept: Collection[str]) -> bool:
    """Whether it is called by its hash; or, as a first piece of the index, after scripts that are kept as well."""
    files = _files_of(path)
    if path.is_symlink() or not all(file.is_file() and not file.is_symlink() for file in files):
        return False
    data = {file.name: file.read_bytes() for file in files}
    if path.is_dir():
        return path.name == hash_of(data)
    said = path.stem.rpartition(".")[2]
    return f"{FOLDER}{said}" in kept or hashlib.sha256(data[path.name]).hexdigest().startswith(said)


def _files_of(path: Path) -> list[Path]:
    """What is in a folder, without compressed copies; or the one file that it is."""
    return [file for file in path.iterdir() if file.suffix not in COPIES] if path.is_dir() else [path]


def _copy(path: Path, to: Path) -> None:
    (to if path.is_dir() else to.parent).mkdir(parents=True, exist_ok=True)
    for file in _files_of(path):
        shutil.copyfile(file, to / file.name if path.is_dir() else to)
