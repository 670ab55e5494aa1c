"""`python -m guide check [DOCS]`: everything that is wrong with the pages, in seconds and without building them."""

import argparse
import os
import sys
from pathlib import Path

from guide.folder import read_texts
from guide.loader import load_guide
from guide.problems import ERROR, Problem, for_github, for_people, summary


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
    _, problems = load_guide(read_texts(asked.docs), folder=asked.docs.as_posix())
    return report(problems)


if __name__ == "__main__":
    sys.exit(main())
