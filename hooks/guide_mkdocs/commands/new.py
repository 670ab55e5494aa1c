"""What authors are given: the beginning of a page or of a guide (`new`), and schemas for their editors (`schemas`)."""

import argparse
import shlex
import sys
from datetime import date
from pathlib import Path

from guide.authors.front_matter import quoted
from guide.authors.names import RefusedError
from guide.authors.own_guide import begin_guide
from guide.authors.page import KINDS, Beginning, begin_page
from guide.authors.schemas import render_schemas
from guide.model.guide import Guide
from mkdocs.config.defaults import MkDocsConfig

GUIDE = "guide"
"""What is not begun in a guide, but is one."""


def add_new(command: argparse.ArgumentParser) -> None:
    """What may be said of something new on the command line."""
    command.add_argument("kind", choices=[*KINDS, GUIDE])
    command.add_argument("name", help="of its file, such as listen; for a guide, of its folder")
    command.add_argument("folder", nargs="?", type=Path, help="of the pages")
    command.add_argument("--title", default="", help="what the page is called, where its name does not say it")


def write_new(asked: argparse.Namespace, guide: Guide, config: MkDocsConfig) -> int:
    """Write the beginning of a page, and say what comes next; 2 where it is refused."""
    try:
        begun = begin_page(asked.kind, asked.name, guide, date.today(), asked.title)
        _write(begun, Path(config.docs_dir))
    except (RefusedError, FileExistsError) as error:
        print(f"There is a file {error.filename}." if isinstance(error, OSError) else error, file=sys.stderr)
        return 2
    print(f"Begun: {guide.folder}/{begun.file}\n\nStill to be written:")
    for line, what in begun.left:
        print(f"  line {line}: {what}")
    print(f"\n{_next(begun, config)}")
    return 0


def write_guide(folder: Path) -> int:
    """Make the folder of another guide, and say what comes next; 2 where it is refused."""
    try:
        name = begin_guide(folder)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename or folder}", file=sys.stderr)
        return 2
    print(f"Begun: {folder}, “{name}”\n\n1. cd {shlex.quote(str(folder))}\n2. ./scripts/serve   shows it")
    print("3. README.md there says what is yours to change, and how to begin a page.")
    return 0


def write_schemas(folder: Path) -> int:
    """Write the schemas for editors to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def _write(begun: Beginning, docs: Path) -> None:
    path = docs / begun.file
    if not path.parent.resolve().is_relative_to(docs.resolve()):
        raise RefusedError(f"{path.parent} is a link that leads out of {docs}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(begun.text)


def _next(begun: Beginning, config: MkDocsConfig) -> str:
    told = Path(config.config_file_path).with_name("reference")
    where = "reference" if told.is_dir() else "docs/about"
    steps = [f"Write it. {where}/content-model.md tells what a page can hold."]
    if config.nav:
        steps.append(f"Add it to nav in mkdocs.yml:  - {quoted(begun.title)}: {begun.file}")
    steps.append("Run scripts/check. It names each line above until it is written, and all else that is wrong.")
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
