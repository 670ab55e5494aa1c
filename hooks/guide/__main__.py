"""What can be done with a guide from the command line.

`python -m guide check [DOCS]` says everything that is wrong with the pages, in seconds and without building them;
`python -m guide compress SITE` puts compressed copies beside the text files of a finished site.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from guide.compress import compress_site
from guide.folder import read_texts
from guide.loader import load_guide
from guide.model import Guide
from guide.paper import make_pdfs
from guide.problems import ERROR, Problem, for_github, for_people, in_order, summary
from guide.settings import read_settings, site_of


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
    parser.add_argument("command", choices=["check", "compress"])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs"), help="of the pages, or of the site")
    asked = parser.parse_args(words)
    if not asked.folder.is_dir():
        print(f"There is no folder {asked.folder}.", file=sys.stderr)
        return 2
    return _check(asked.folder) if asked.command == "check" else _compress(asked.folder)


def _check(docs: Path) -> int:
    config = docs.parent / "mkdocs.yml"
    site = read_settings(config) if config.exists() else site_of("", "", "en")
    guide, problems = load_guide(read_texts(docs), folder=docs.as_posix(), address=site["address"])
    return report(in_order([*problems, *_paper(guide, site, docs.parent)]))


def _compress(site: Path) -> int:
    compress_site(site)
    return 0


def _paper(guide: Guide, site: dict[str, Any], root: Path) -> list[Problem]:
    """What is wrong with the sheets on paper; nothing where the site has no template for them."""
    folder = root / "overrides/print"
    return make_pdfs(guide, site, folder, root / ".cache/pdf")[1] if folder.is_dir() else []


if __name__ == "__main__":
    sys.exit(main())
