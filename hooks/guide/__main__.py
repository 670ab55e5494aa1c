"""`python -m guide check [DOCS]`: everything that is wrong with the pages, in seconds and without building them."""

import argparse
import os
import sys
from pathlib import Path

from guide.folder import read_texts
from guide.loader import load_guide
from guide.model import Guide
from guide.paper import make_pdfs
from guide.problems import ERROR, Problem, for_github, for_people, in_order, summary
from guide.settings import read_settings


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
    parser = argparse.ArgumentParser(prog="python -m guide", description="Read a guide and say what is wrong with it.")
    parser.add_argument("command", choices=["check"])
    parser.add_argument("docs", nargs="?", type=Path, default=Path("docs"), help="the folder of its pages")
    asked = parser.parse_args(words)
    if not asked.docs.is_dir():
        print(f"There is no folder {asked.docs}.", file=sys.stderr)
        return 2
    guide, problems = load_guide(read_texts(asked.docs), folder=asked.docs.as_posix())
    return report(in_order([*problems, *_paper(guide, asked.docs.parent)]))


def _paper(guide: Guide, root: Path) -> list[Problem]:
    """What is wrong with the sheets on paper; nothing where the site has no template for them."""
    folder, config = root / "overrides/print", root / "mkdocs.yml"
    if not folder.is_dir() or not config.exists():
        return []
    _, problems = make_pdfs(guide, read_settings(config), folder, root / ".cache/pdf")
    return problems


if __name__ == "__main__":
    sys.exit(main())
