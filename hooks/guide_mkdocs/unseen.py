"""The hidden files of a site, and its orders to git, for the rules of `guide.site.unseen`."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from guide.model.problems import Problem
from guide.reading.files import found_files
from guide.site.publishing import Publishing
from guide.site.unseen import ATTRIBUTES, check_attributes, check_hidden, check_recorded
from mkdocs.config.defaults import MkDocsConfig

from guide_mkdocs.settings.files import allowed_in

PASSED = {".git", "__pycache__", "node_modules", "site"}
"""Folders that no program of ours was written into, where git cannot tell."""


def check_unseen(config: MkDocsConfig, publishing: Publishing) -> list[Problem]:
    """What of a site nobody sees who reads a change of it."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    allowed = (*allowed_in(config.extra), *publishing.asked)
    found = [*check_hidden(publishing.kept_back, publishing.folder, allowed)]
    if not docs.is_relative_to(root):
        return found
    above = [root, *(folder for folder in reversed(docs.parents) if root in folder.parents)]
    orders = {path.relative_to(root).as_posix(): path for folder in above if (path := folder / ATTRIBUTES).is_file()}
    texts = {name: path.read_text(encoding="utf-8", errors="replace") for name, path in orders.items()}
    paths = [f"{docs.relative_to(root).as_posix()}/{file.path}" for file in found_files(docs)] if texts else []
    written = {Path(config.config_file_path).name: Path(config.config_file_path)}
    written |= {f"{publishing.folder}/{one.relative_to(docs).as_posix()}": one for one in sorted(docs.rglob("*.yml"))}
    recorded = check_recorded({name: path.read_bytes() for name, path in written.items() if path.is_file()})
    return [*found, *check_attributes(texts, paths), *recorded]


def project_files(root: Path) -> list[str]:
    """Every file of a project, as git knows it; where git does not, all that stand there."""
    words = ["git", "-C", str(root), "ls-files", "-coz", "--exclude-standard"]
    try:
        told = subprocess.run(words, capture_output=True, check=True).stdout
        return sorted({os.fsdecode(name) for name in told.split(b"\0") if name})
    except (OSError, subprocess.CalledProcessError):
        return sorted(_all_below(root))


def _all_below(root: Path) -> Iterator[str]:
    for above, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in PASSED and not Path(above, name, "pyvenv.cfg").exists()]
        yield from ((Path(above) / name).relative_to(root).as_posix() for name in files)
