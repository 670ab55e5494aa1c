"""What people type teaches one thing only: each line of docs/_data/typed/ stands once, below a page for danger.

So do the ways in which a question is asked: what is typed in danger is answered on a safety page alone.
"""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Question, Text
from guide.model.problems import Problem, nearest
from guide.search.marks import Marks
from guide.search.vocabulary import words_that_are

HEADED = "in-danger"  # the file whose lines stand below the pages that are meant for them


def check_typed(guide: Guide) -> Iterator[Problem]:
    """Every heading among queries of danger is a safety page, and no query stands twice."""
    safe = {page.file for page in guide.pages if page.kind == "safety"}
    seen: dict[str, str] = {}
    for name, lists in guide.data["typed"].items():
        source = guide.data_file(f"typed/{name}.txt")
        for heading, lines in lists.items():
            if name == HEADED and heading not in safe:
                yield _no_page(source, heading, lines, safe)
            for line in lines:
                if line in seen:
                    yield _twice(source, line, seen[line])
                seen.setdefault(line, f"{source}:{line.line}")
    yield from _asked_in_danger(guide)


def _asked_in_danger(guide: Guide) -> Iterator[Problem]:
    """A question that people in danger ask stands on no page that leads on to something else."""
    danger = guide.data["typed"].get(HEADED) or {}
    reading = Marks(words_that_are(guide, "alike"), words_that_are(guide, "kinds")).reading
    typed = {reading(line): line for lines in danger.values() for line in lines}
    safe = {page.url for page in guide.of_kind("safety")}
    for question in guide.questions:
        for asked in (question.question, *question.also) if question.page not in safe else []:
            if line := typed.get(reading(asked)):
                yield _in_danger(question, asked, f"{guide.data_file(f'typed/{HEADED}.txt')}:{line.line}")


def _no_page(source: str, heading: str, lines: list[Text], safe: set[str]) -> Problem:
    guess = nearest(heading, safe)
    return Problem(
        source,
        lines[0].line if lines else 1,
        f"The lines below “{heading}” are for no safety page." if heading else "These lines stand below no page.",
        "Nobody who types such a thing would be led to help.",
        f"Write  ## {guess or 'start/safe.md'}  above them: a page of kind safety.",
    )


def _twice(source: str, line: Text, before: str) -> Problem:
    return Problem(
        source,
        line.line,
        f"“{line}” stands there twice: it is in {before} too.",
        "The search cannot learn two things from one query.",
        "Take it out where it does not belong.",
    )


def _in_danger(question: Question, asked: str, typed: str) -> Problem:
    return Problem(
        question.source,
        question.line,
        f"“{asked}” is asked here, and typed by people in danger ({typed}).",
        "Whoever asks it would be answered on a page that goes on to other advice.",
        "Ask it on a safety page, or take it out here.",
    )
