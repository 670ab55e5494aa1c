"""`python -m guide new KIND NAME`: the beginning of a page, or of a guide, written where it belongs."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from guide.authors.names import RefusedError
from guide.authors.page import KINDS, Beginning, begin_page
from guide.model.guide import Guide
from mkdocs.config.defaults import MkDocsConfig


def add_new(command: argparse.ArgumentParser) -> None:
    """What may be said of something new on the command line."""
    command.add_argument("kind", choices=[*KINDS])
    command.add_argument("name", help="of its file, such as listen; with a folder where it is to stand elsewhere")
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


def _write(begun: Beginning, docs: Path) -> None:
    path = docs / begun.file
    if not path.parent.resolve().is_relative_to(docs.resolve()):
        raise RefusedError(f"{path.parent} is a link that leads out of {docs}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(begun.text)


def _next(begun: Beginning, config: MkDocsConfig) -> str:
    steps = ["Write it. docs/about/content-model.md tells what a page can hold."]
    if config.nav:
        title = begun.title if begun.title.replace(" ", "").isalnum() else json.dumps(begun.title, ensure_ascii=False)
        steps.append(f"Add it to nav in mkdocs.yml:  - {title}: {begun.file}")
    steps.append("Run scripts/check. It names each line above until it is written, and all else that is wrong.")
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
