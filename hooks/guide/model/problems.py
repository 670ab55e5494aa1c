"""What is wrong with a page, said so that its author can mend it, in three voices."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from guide.model.voices import in_message, in_property, visible

ERROR, NOTICE = "error", "notice"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. It speaks of the page, never of the person who wrote it."""

    path: str
    """Where, from the project's root: `docs/steps/trust.md`."""
    line: int
    """Counted from 1; 1 as well where the whole file is meant."""
    what: str
    """One sentence: what is there."""
    why: str
    """One sentence: what it would do to a reader, or which rule it breaks."""
    mend: str
    """One sentence, with text to paste where there is one."""
    severity: str = ERROR
    """`error` fails a strict build; `notice` is said and fails nothing (all that depends on today's date)."""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by path and line."""
    return sorted(set(problems))


def for_people(problem: Problem) -> str:
    """The voice of a terminal: three lines, the first one clickable in most editors."""
    what, why, mend = map(visible, (problem.what, problem.why, problem.mend))
    return f"{visible(problem.path)}:{problem.line}: {what}\n    Why:  {why}\n    Mend: {mend}"


def for_logs(problem: Problem) -> str:
    """The voice of a build log: one line."""
    return visible(f"{problem.path}:{problem.line}: {problem.what} {problem.why} Mend: {problem.mend}")


def for_github(problem: Problem) -> str:
    """The voice of an annotation beside the changed line of a pull request: a workflow command."""
    level = "error" if problem.severity == ERROR else "notice"
    place = f"file={in_property(problem.path)},line={problem.line},title={in_property(problem.what)}"
    return f"::{level} {place}::{in_message(f'{problem.why} Mend: {problem.mend}')}"


def summary(problems: list[Problem]) -> str:
    """The last line of a report: "3 problems in 2 files."."""
    files = len({problem.path for problem in problems})
    return f"{_counted(len(problems), 'problem')} in {_counted(files, 'file')}."


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known word most like this one (1 is the same word), or "" where none is close."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
