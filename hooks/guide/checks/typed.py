"""What people type teaches one thing only: each line of docs/_data/typed/ stands once, below a place for danger.

So do the ways in which a question is asked, and sayings: what is typed in danger is answered on a safety page alone.
"""

from collections.abc import Callable, Iterator, Mapping

from guide.model.guide import Guide
from guide.model.page import Page, Question, Text
from guide.model.problems import Problem, nearest
from guide.search.typed import ELSEWHERE, IN_DANGER, IN_NO_DANGER, marks_of, numbers_of, places_of
from guide.search.vocabulary import sayings_of

Typed = Mapping[str, Text]
"""What people type in danger, by how the search reads it."""
Reading = Callable[[str], str]


def check_typed(guide: Guide) -> Iterator[Problem]:
    """Every heading is a place that a search leads to, in danger one of safety, and no query stands twice."""
    places = {IN_DANGER: set(places_of(guide)), IN_NO_DANGER: {"", *numbers_of(guide)}}
    seen: dict[str, str] = {}
    for name, lists in guide.data["typed"].items():
        source = guide.data_file(f"typed/{name}.txt")
        for heading, lines in lists.items():
            if heading not in places.get(name, {heading}):
                yield (_no_page if name == IN_DANGER else _no_place)(source, heading, lines, places[name])
            for line in lines:
                if line in seen:
                    yield _twice(source, line, seen[line])
                seen.setdefault(line, f"{source}:{line.line}")
    typed, reading = typed_in_danger(guide)
    yield from _of_another_subject(guide, typed, reading)
    yield from _asked_in_danger(guide, typed, reading)
    yield from _said_in_danger(guide, typed, reading)


def typed_in_danger(guide: Guide) -> tuple[Typed, Reading]:
    """Those lines, and how the search reads any words."""
    reading = marks_of(guide).reading
    danger = (guide.data.get("typed") or {}).get(IN_DANGER) or {}
    return {reading(line): line for lines in danger.values() for line in lines}, reading


def _of_another_subject(guide: Guide, typed: Typed, reading: Reading) -> Iterator[Problem]:
    """In other letters, with other signs or in another tense, it is still what somebody in danger types."""
    for lines in (guide.data["typed"].get(ELSEWHERE) or {}).values():
        for line in lines:
            if (same := typed.get(reading(line))) and same != line:
                source = guide.data_file(f"typed/{IN_DANGER}.txt")
                yield _twice(guide.data_file(f"typed/{ELSEWHERE}.txt"), line, f"{source}:{same.line} (“{same}”)")


def _asked_in_danger(guide: Guide, typed: Typed, reading: Reading) -> Iterator[Problem]:
    """What people in danger ask or call a thing finds no page first that leads on to something else."""
    safe = {page.url for page in guide.of_kind("safety")}
    source = guide.data_file(f"typed/{IN_DANGER}.txt")
    for question in guide.questions:
        for asked in (question.question, *question.also) if question.page not in safe else []:
            if line := typed.get(reading(asked)):
                yield _in_danger(question, asked, f"{source}:{line.line}")
    for page in guide.pages:
        for word in page.fields.get("also") or () if page.url not in safe else ():
            if line := typed.get(reading(word)):
                yield _found_in_danger(page, word, f"{source}:{line.line}")


def _said_in_danger(guide: Guide, typed: Typed, reading: Reading) -> Iterator[Problem]:
    """A saying of the vocabulary that people in danger type leads first to a safety page."""
    safe = {page.file for page in guide.of_kind("safety")}
    for group in sayings_of(guide):
        lead = next(iter(group.get("leads") or []), "")
        for saying in group["says"] if lead and lead.partition("#")[0] not in safe else []:
            if line := typed.get(reading(saying)):
                place = f"{guide.data_file(f'typed/{IN_DANGER}.txt')}:{line.line}"
                yield _leads_on(guide.data_file("vocabulary.yml"), saying, lead, place)


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


def _no_place(source: str, heading: str, lines: list[Text], places: set[str]) -> Problem:
    return Problem(
        source,
        lines[0].line if lines else 1,
        f"The lines below “{heading}” are for no page, nor for a part of one.",
        "The search would learn nothing from them.",
        f"Write  ## {nearest(heading, places) or 'steps/talk.md'}  above them: a page, or a part of one: page.md#id",
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


def _found_in_danger(page: Page, word: str, typed: str) -> Problem:
    return Problem(
        page.source,
        page.lines["also"],
        f"“{word}” finds this page, and is typed by people in danger ({typed}).",
        "Whoever types it would be led to a page that goes on to other advice.",
        "Write it in the front matter of a safety page, or take it out here.",
    )


def _leads_on(source: str, saying: Text, lead: str, typed: str) -> Problem:
    return Problem(
        source,
        saying.line,
        f"“{saying}” leads to {lead}, and is typed by people in danger ({typed}).",
        "The search would learn that whoever types it is in no danger.",
        "Let it lead to a safety page first, or take it out.",
    )
