"""The hidden files of a site, and its orders to git, for the rules of `guide.site.unseen`."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from guide.model.problems import Problem
from guide.reading.files import found_files
from guide.reading.settings import asked_for
from guide.site.publishing import Publishing
from guide.site.unseen import ATTRIBUTES, check_attributes, check_hidden, check_recorded
from mkdocs.config.defaults import MkDocsConfig

PASSED = {".git", "__pycache__", "node_modules", "site"}
"""Folders that no program of ours was written into, where git cannot tell."""


def check_unseen(config: MkDocsConfig, publishing: Publishing) -> list[Problem]:
    """What of a site nobody sees who reads a change of it."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    allowed = (*asked_for("allow", config.extra), *publishing.asked)
    found = [*check_hidden(publishing.kept_back, publishing.folder, allowed)]
    if not docs.is_relative_to(root):
        return found
    written = {Path(config.config_file_path).name: Path(config.config_file_path)}
    written |= {f"{publishing.folder}/{one.relative_to(docs).as_posix()}": one for one in sorted(docs.rglob("*.yml"))}
    recorded = check_recorded({name: path.read_bytes() for name, path in written.items() if path.is_file()})
    return [*found, *check_attributes(*_orders(root, docs)), *recorded]


def _orders(root: Path, docs: Path) -> tuple[dict[str, str], list[str]]:
    """The orders to git outside of the pages, {their path: text}, and the paths of all files that they may be about."""
    name, known = docs.relative_to(root).as_posix(), _known_to_git(root)
    above = [root, *(folder for folder in reversed(docs.parents) if root in folder.parents)]
    orders = {(folder / ATTRIBUTES).relative_to(root).as_posix() for folder in above}
    orders |= {path for path in known if path.rpartition("/")[2] == ATTRIBUTES and not path.startswith(f"{name}/")}
    files = {path: root / path for path in sorted(orders) if (root / path).is_file()}
    texts = {path: file.read_text(encoding="utf-8", errors="replace") for path, file in files.items()}
    pages = [f"{name}/{file.path}" for file in found_files(docs)] if texts else []
    return texts, [*{*pages, *known}]


def project_files(root: Path) -> list[str]:
    """Every file of a project, as git knows it; where git does not, all that stand there."""
    return _known_to_git(root) or sorted(_all_below(root))


def _known_to_git(root: Path) -> list[str]:
    words = ["git", "-C", str(root), "ls-files", "-coz", "--exclude-standard"]
    try:
        told = subprocess.run(words, capture_output=True, check=True).stdout
        return sorted({os.fsdecode(name) for name in told.split(b"\0") if name})
    except (OSError, subprocess.CalledProcessError):
        return []


def _all_below(root: Path) -> Iterator[str]:
    for above, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in PASSED and not Path(above, name, "pyvenv.cfg").exists()]
        yield from ((Path(above) / name).relative_to(root).as_posix() for name in files)
