"""What is learnt from what people type (docs/_data/typed/): which queries speak of danger, which of other subjects."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.search.kept import kept
from guide.search.learn import FINE, Learnt, learn
from guide.search.marks import Marks
from guide.search.subjects import HASHES, learn_subjects
from guide.search.units import FOR_DANGER, named_units, units_of
from guide.search.unknown import unknown_words
from guide.search.vocabulary import sayings_of, words_that_are

IN_DANGER, IN_NO_DANGER, ELSEWHERE = "in-danger", "in-no-danger", "elsewhere"
# How many weights are kept: of what tells danger, and other subjects; of what tells one place from others, of those for
# danger, and of all others.
DANGER_WEIGHTS, ELSEWHERE_WEIGHTS = 8000, 4500
KIND_WEIGHTS, SUBJECT_WEIGHTS = 5500, 10000
KIND_OTHERS = 1.0  # what places that no mark speaks for weigh where there are few places, and each has many lines
DANGER_LEAN = 0.3  # units: to miss somebody in danger is dearer than to show help to somebody who needs none
LEAN = 2.0  # units: rather "perhaps not here" once too often than once too seldom
Lists = tuple[list[str], list[str], list[str]]
"""Queries in danger, in no danger, and about something else."""


@dataclass(frozen=True)
class Queries:
    """What people type, by what it is to teach."""

    danger: dict[str, list[str]]
    """By the place that is meant for it: a page, a section of one, or a question."""
    calm: list[str]
    elsewhere: list[str]
    subjects: list[tuple[str, str]]
    """A query in no danger, and the place that is meant, by its name in data."""


def learnt_of(guide: Guide, cache: Path | None = None) -> dict[str, Any]:
    """What the browser tells queries by: `danger` of any kind, `kinds` of it by place, and `elsewhere`.

    `words` are for the speller, `alike` words of one kind. `cache` is a folder where what was learnt is kept, for
    learning takes some seconds.
    """
    places, numbers = places_of(guide), numbers_of(guide)
    queries, marks = _queries(guide), marks_of(guide)
    lists = _lists(queries, marks)
    danger = _danger(lists, marks, cache)
    depends = [vars(queries), *_words(marks)]
    others = kept("search", depends, cache, lambda: _learn(queries, lists, marks))
    learnt = {"danger": danger and danger.columns(), **others}
    learnt["about"] = [[numbers[name] for name in learnt["about"][0]], *learnt["about"][1:]]
    learnt["kinds"] = [[places[name] for name in learnt["kinds"][0]], *learnt["kinds"][1:]]
    return {
        "words": " ".join(unknown_words(guide, _all(queries.danger.values()), [*queries.calm, *queries.elsewhere])),
        "alike": marks.kinds,
        "roles": marks.roles,
        **learnt,
    }


def danger_of(guide: Guide, cache: Path | None = None) -> Learnt | None:
    """What tells danger of any kind; None where nothing is typed in danger."""
    marks = marks_of(guide)
    return _danger(_lists(_queries(guide), marks), marks, cache)


def _danger(lists: Lists, marks: Marks, cache: Path | None) -> Learnt | None:
    def learn_danger() -> list[Any] | None:
        danger, calm, elsewhere = lists
        told = _tell(marks, danger, [*calm, *elsewhere], DANGER_WEIGHTS, lean=DANGER_LEAN)
        return told and [sorted(told.weights.items()), told.start]

    known = kept("danger", [*lists, *_words(marks)], cache, learn_danger)
    return known and Learnt(dict(known[0]), known[1])


def _queries(guide: Guide) -> Queries:
    places = places_of(guide)
    danger = {place: lines for place, lines in _typed(guide, IN_DANGER).items() if place in places}
    return Queries(danger, _calm(guide), _all(_typed(guide, ELSEWHERE).values()), _subjects(guide))


def marks_of(guide: Guide) -> Marks:
    """How a query is read in this guide."""
    return Marks(*(words_that_are(guide, name) for name in ("alike", "kinds", "roles", "people")))


def places_of(guide: Guide) -> dict[str, tuple[str, str, str]]:
    """The address, the fragment and the heading of all that is for somebody in danger, by its name in data."""
    named = ((name, unit) for name, unit in named_units(guide) if unit.kind in FOR_DANGER)
    return {name: (*unit.url.partition("#")[::2], unit.heading) for name, unit in named}


def numbers_of(guide: Guide) -> dict[str, int]:
    """All that can be found, by its name in data: which one of them it is."""
    return {name: number for number, name in enumerate(name for name, _ in named_units(guide))}


def _lists(queries: Queries, marks: Marks) -> Lists:
    danger = _all(queries.danger.values())
    # An ordinary question may be asked by words that speak of danger: then they do so everywhere.
    taken = {marks.reading(query) for query in danger}
    calm, elsewhere = (
        [query for query in some if marks.reading(query) not in taken] for some in (queries.calm, queries.elsewhere)
    )
    return danger, calm, elsewhere


def _tell(marks: Marks, these: list[str], those: list[str], most: int, **ways: Any) -> Learnt | None:
    """What tells these queries from those, in so many weights; None where there are none of them."""
    kinds = [(query, True) for query in these] + [(query, False) for query in those]
    examples = [(marks.finely(query, FINE), marks.whole(query, FINE), kind) for query, kind in kinds]
    return learn(examples, most, **ways) if these else None


def _learn(queries: Queries, lists: Lists, marks: Marks) -> dict[str, Any]:
    danger, calm, others = lists
    elsewhere = _tell(marks, others, [*calm, *danger], ELSEWHERE_WEIGHTS, lean=LEAN, whole=False)
    return {
        "kinds": _learn_kinds(queries.danger, marks),
        "about": _learn_subjects(queries.subjects, marks),
        "elsewhere": elsewhere and elsewhere.columns(),
    }


def _learn_kinds(queries: dict[str, list[str]], marks: Marks) -> list[Any]:
    """The places for danger, by their names, and what tells them; first the one that most are meant for.

    That is the one where nothing is told.
    """
    names = sorted(queries, key=lambda name: -len(queries[name]))
    examples = [(marks.of(line, HASHES), number) for number, name in enumerate(names) for line in queries[name]]
    return [names, *learn_subjects(examples, KIND_WEIGHTS, KIND_OTHERS)]


def _learn_subjects(queries: list[tuple[str, str]], marks: Marks) -> list[Any]:
    """The places that a query may be about, by their names, and what tells them."""
    names = sorted({name for _, name in queries})
    numbers = {name: number for number, name in enumerate(names)}
    examples = [(marks.about(query, HASHES), numbers[name]) for query, name in queries]
    return [names, *learn_subjects(examples, SUBJECT_WEIGHTS)]


def _words(marks: Marks) -> list[Sequence[str]]:
    return [marks.alike, marks.kinds, marks.roles, marks.people]


def _typed(guide: Guide, name: str) -> dict[str, list[str]]:
    return guide.data["typed"].get(name) or {}


def _all(lists: Iterable[Iterable[str]]) -> list[str]:
    return [one for lines in lists for one in lines]


def _calm(guide: Guide) -> list[str]:
    """What people type who are in no danger: examples, and what the guide's other places are called and asked by."""
    safe = {page.file for page in guide.of_kind("safety")}
    groups = [group for group in sayings_of(guide) if group.get("leads")]
    says = [said for group in groups if group["leads"][0].partition("#")[0] not in safe for said in group["says"]]
    units = [unit for unit in units_of(guide) if unit.kind not in FOR_DANGER]
    asked = [one for unit in units for one in (unit.heading, *unit.also)]
    return sorted({query for query in (*_all(_typed(guide, IN_NO_DANGER).values()), *says, *asked) if query})


def _subjects(guide: Guide) -> list[tuple[str, str]]:
    """What is typed about the guide's other places, what they are asked by, and the sayings that lead to them.

    A place of which its name alone is known is found by the words of the index: nothing is to be learnt of it.
    """
    units = {name: unit for name, unit in named_units(guide) if unit.kind in ("page", "question")}
    typed = ((line, name) for name, lines in _typed(guide, IN_NO_DANGER).items() for line in lines)
    says = ((said, group["leads"][0]) for group in sayings_of(guide) if group.get("leads") for said in group["says"])
    asked = ((one, name) for name, unit in units.items() for one in (unit.heading or unit.page, *unit.also))
    told = [(query, name) for query, name in (*typed, *says, *asked) if name in units]
    times = Counter(name for _, name in told)
    return [(query, name) for query, name in told if times[name] > 1]
