"""The beginning of another guide: a folder that holds its own copy of the generator, and a first page to change."""

import os
import shutil
import tempfile
from pathlib import Path
from string import Template

from guide.authors.generator import ROOT, generator_files
from guide.authors.names import RefusedError

FIRST = Path(__file__).with_name("guide")
"""What stands in a guide at first. In its texts `$name` is what the guide is called, and `$title` the same as YAML."""


def begin_guide(folder: Path) -> str:
    """Make a folder of a guide, whole or not at all, and return what the guide is called.

    Raises RefusedError for a folder that holds something.
    """
    target = folder.absolute()
    if target.is_symlink() or (target.exists() and not (target.is_dir() and not any(target.iterdir()))):
        raise RefusedError(f"{folder} holds something already, and is left as it is. Name a new folder.")
    if target.is_relative_to(ROOT / "docs"):
        raise RefusedError(f"{folder} is among the pages of this guide. Name a folder beside the project.")
    name = " ".join(target.name.replace("-", " ").replace("_", " ").split()) or "A guide"
    name = name[:1].upper() + name[1:]
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".guide-", dir=target.parent) as aside:
        made = Path(aside) / "guide"
        _fill(made, name)
        os.replace(made, target)
    return name


def _fill(made: Path, name: str) -> None:
    shutil.copytree(FIRST, made)
    words = {"name": name, "title": f"'{name.replace(chr(39), 2 * chr(39))}'"}
    for path in (path for path in made.rglob("*") if path.is_file()):
        text = Template(path.read_text(encoding="utf-8"))
        path.write_text(text.substitute({**words, "name": words["title"]} if path.suffix == ".yml" else words), "utf-8")
    for place, source in generator_files().items():
        (made / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, made / place)
