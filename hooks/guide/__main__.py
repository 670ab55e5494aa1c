"""What can be done with a guide from the command line.

`python -m guide check [DOCS]` says everything that is wrong with the pages, in seconds and without building them. They
are read as mkdocs.yml says, which stands here, or beside the folder that is named;
`python -m guide compress SITE` puts compressed copies beside the text files of a finished site.
"""

import argparse
import os
import sys
from pathlib import Path

from guide.compress import compress_site
from guide.folder import read_texts
from guide.loader import load_guide
from guide.model import Guide
from guide.paper import make_pdfs
from guide.problems import ERROR, Problem, for_github, for_people, in_order, summary
from guide.settings import Settings, folder_of, read_settings

CONFIG = "mkdocs.yml"


def report(problems: list[Problem]) -> int:
    """Print the problems; 1 where there is an error among them, else 0."""
    for problem in problems:
        print(for_people(problem))
        if os.environ.get("GITHUB_ACTIONS"):
            print(for_github(problem))
    if problems:
        print(f"\n{summary(problems)}")
    return int(any(problem.severity == ERROR for problem in problems))


def main(words: list[str] | None = None) -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="python -m guide", description="Check a guide, or compress its site.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check").add_argument("folder", nargs="?", type=Path, help="of the pages")
    commands.add_parser("compress").add_argument("folder", type=Path, help="of the site")
    asked = parser.parse_args(words)
    return _check(asked.folder) if asked.command == "check" else _compress(asked.folder)


def _check(named: Path | None) -> int:
    root = named.parent if named else Path()
    settings, problems = read_settings(root / CONFIG)
    if problems:
        return report(problems)
    docs = named or settings.docs
    if not docs.is_dir():
        return _missing(docs)
    folder = named.as_posix() if named else folder_of(docs, root)
    texts = settings.built(read_texts(docs))
    guide, problems = load_guide(texts, folder, settings.extensions, settings.sheets["address"])
    return report(in_order([*problems, *_paper(guide, settings, root)]))


def _compress(site: Path) -> int:
    if not site.is_dir():
        return _missing(site)
    compress_site(site)
    return 0


def _missing(folder: Path) -> int:
    print(f"There is no folder {folder}.", file=sys.stderr)
    return 2


def _paper(guide: Guide, settings: Settings, root: Path) -> list[Problem]:
    """What is wrong with the sheets on paper; nothing where the site has no template for them."""
    if not (settings.theme and (settings.theme / "print").is_dir()):
        return []
    return make_pdfs(guide, settings.sheets, settings.theme / "print", root / ".cache/pdf")[1]


if __name__ == "__main__":
    sys.exit(main())
