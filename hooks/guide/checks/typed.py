"""What people type teaches one thing only: each line of docs/_data/typed/ stands once, below a place for danger.

So do the ways in which a question is asked: what is typed in danger is answered on a safety page alone.
"""

from collections.abc import Callable, Iterator, Mapping

from guide.model.guide import Guide
from guide.model.page import Question, Text
from guide.model.problems import Problem, nearest
from guide.search.typed import ELSEWHERE, IN_DANGER, marks_of, places_of

Typed = Mapping[str, Text]
"""What people type in danger, by how the search reads it."""
Reading = Callable[[str], str]


def check_typed(guide: Guide) -> Iterator[Problem]:
    """Every heading among queries of danger is a safety page or a part of one, and no query stands twice."""
    safe = set(places_of(guide))
    seen: dict[str, str] = {}
    for name, lists in guide.data["typed"].items():
        source = guide.data_file(f"typed/{name}.txt")
        for heading, lines in lists.items():
            if name == IN_DANGER and heading not in safe:
                yield _no_page(source, heading, lines, safe)
            for line in lines:
                if line in seen:
                    yield _twice(source, line, seen[line])
                seen.setdefault(line, f"{source}:{line.line}")
    reading = marks_of(guide).reading
    danger = guide.data["typed"].get(IN_DANGER) or {}
    typed = {reading(line): line for lines in danger.values() for line in lines}
    yield from _of_another_subject(guide, typed, reading)
    yield from _asked_in_danger(guide, typed, reading)


def _of_another_subject(guide: Guide, typed: Typed, reading: Reading) -> Iterator[Problem]:
    """In other letters, with other signs or in another tense, it is still what somebody in danger types."""
    for lines in (guide.data["typed"].get(ELSEWHERE) or {}).values():
        for line in lines:
            if (same := typed.get(reading(line))) and same != line:
                source = guide.data_file(f"typed/{IN_DANGER}.txt")
                yield _twice(guide.data_file(f"typed/{ELSEWHERE}.txt"), line, f"{source}:{same.line} (“{same}”)")


def _asked_in_danger(guide: Guide, typed: Typed, reading: Reading) -> Iterator[Problem]:
    """A question that people in danger ask stands on no page that leads on to something else."""
    safe = {page.url for page in guide.of_kind("safety")}
    for question in guide.questions:
        for asked in (question.question, *question.also) if question.page not in safe else []:
            if line := typed.get(reading(asked)):
                yield _in_danger(question, asked, f"{guide.data_file(f'typed/{IN_DANGER}.txt')}:{line.line}")


def _no_page(source: str, heading: str, lines: list[Text], safe: set[str]) -> Problem:
    guess = nearest(heading, safe)
    return Problem(
        source,
        lines[0].line if lines else 1,
        f"The lines below “{heading}” are for no safety page, nor for a part of one."
        if heading
        else "These lines stand below no page.",
        "Nobody who types such a thing would be led to help.",
        f"Write  ## {guess or 'start/safe.md'}  above them: a page of kind safety, or a part of one: page.md#id",
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
