"""What is learnt from what people type (docs/_data/typed/): which queries speak of danger, which of other subjects."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.cache import Cache
from guide.model.guide import Guide
from guide.search.learn import learn
from guide.search.marks import Marks
from guide.search.units import names_of, units_of
from guide.search.vocabulary import sayings_of, words_that_are
from guide.search.words import SHORTEST, plain, stem

IN_DANGER, IN_NO_DANGER, ELSEWHERE = "in-danger", "in-no-danger", "elsewhere"
FOR_DANGER = ("safety", "care")  # kinds of units
DANGER_PLACES, ELSEWHERE_PLACES, KIND_PLACES = 49152, 32768, 8192
LEAN = 2.0  # units: rather "perhaps not here" once too often than once too seldom
OFTEN, TELLING = 2, 2  # examples that have a word of danger before the speller knows it; and for each other example


@dataclass(frozen=True)
class Queries:
    """What people type, by what it is to teach."""

    danger: dict[str, list[str]]
    """By the place that is meant for it: a page, a section of one, or a question."""
    calm: list[str]
    elsewhere: list[str]


def learnt_of(guide: Guide, cache: Path | None = None) -> dict[str, Any]:
    """What the browser tells queries by: `danger` of any kind, `kinds` of it by place, and `elsewhere`.

    `words` are for the speller, `alike` words of one kind. `cache` is a folder where what was learnt is kept, for
    learning takes some seconds.
    """
    places = places_of(guide)
    danger = {place: lines for place, lines in _typed(guide, IN_DANGER).items() if place in places}
    queries = Queries(danger, _calm(guide), _all(_typed(guide, ELSEWHERE).values()))
    marks = marks_of(guide)
    learnt = _kept(queries, marks, Cache(cache)) if cache else _learn(queries, marks)
    learnt["kinds"] = [[*places[place], *how] for place, how in learnt["kinds"].items()]
    return {"words": " ".join(_unknown(queries, guide)), "alike": marks.kinds, "roles": marks.roles, **learnt}


def marks_of(guide: Guide) -> Marks:
    """How a query is read in this guide."""
    return Marks(*(words_that_are(guide, name) for name in ("alike", "kinds", "roles")))


def places_of(guide: Guide) -> dict[str, tuple[str, str, str]]:
    """The address, the fragment and the heading of all that is for somebody in danger, by its name in data."""
    units = units_of(guide)
    named = zip(names_of(guide, units), units, strict=True)
    return {name: (*unit.url.partition("#")[::2], unit.heading) for name, unit in named if unit.kind in FOR_DANGER}


def _kept(queries: Queries, marks: Marks, cache: Cache) -> dict[str, Any]:
    name = f"{_key(queries, marks)}.json"
    kept = cache.get(name)
    if kept is not None:
        return json.loads(kept)
    learnt = _learn(queries, marks)
    cache.put(name, json.dumps(learnt).encode())
    cache.prune()
    return learnt


def _learn(queries: Queries, marks: Marks) -> dict[str, Any]:
    danger = _all(queries.danger.values())
    # An ordinary question may be asked by words that speak of danger: then they do so everywhere.
    taken = {marks.reading(query) for query in danger}
    calm, elsewhere = (
        [query for query in some if marks.reading(query) not in taken] for some in (queries.calm, queries.elsewhere)
    )

    def tell(these: list[str], those: list[str], places: int, **ways: Any) -> tuple[str, float, int] | None:
        """What tells these queries from those, and how many places are for parts of them; None where there are none."""
        kinds = [(query, True) for query in these] + [(query, False) for query in those]
        examples = [(marks.of(query, places), marks.whole(query, places), kind) for query, kind in kinds]
        learnt = learn(examples, places, **ways) if these else None
        return learnt and (learnt.weights, learnt.start, places)

    # Each place is told from the others; the one with the most queries is meant where none of them is.
    most = max(queries.danger, key=lambda place: len(queries.danger[place]), default=None)

    def how_to_tell(place: str) -> tuple[Any, ...]:
        others = _all(lines for other, lines in queries.danger.items() if other != place)
        told = None if place == most else tell(queries.danger[place], others, KIND_PLACES, whole=False)
        return told or ()

    return {
        "danger": tell(danger, [*calm, *elsewhere], DANGER_PLACES),
        "kinds": {place: how_to_tell(place) for place in queries.danger},
        "elsewhere": tell(elsewhere, [*calm, *danger], ELSEWHERE_PLACES, lean=LEAN),
    }


def _key(queries: Queries, marks: Marks) -> str:
    """What the result depends on: the queries, the words, and how they are read."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.*")))
    return hashlib.sha256(
        json.dumps([vars(queries), marks.alike, marks.kinds, marks.roles]).encode() + code
    ).hexdigest()


def _typed(guide: Guide, name: str) -> dict[str, list[str]]:
    return guide.data["typed"].get(name) or {}


def _all(lists: Iterable[Iterable[str]]) -> list[str]:
    return [one for lines in lists for one in lines]


def _calm(guide: Guide) -> list[str]:
    """What people type who are in no danger: examples, and what the guide's other places are called and asked by."""
    safe = {page.file for page in guide.pages if page.kind == "safety"}
    groups = [group for group in sayings_of(guide) if group.get("leads")]
    says = [said for group in groups if group["leads"][0].partition("#")[0] not in safe for said in group["says"]]
    units = [unit for unit in units_of(guide) if unit.kind not in FOR_DANGER]
    asked = [one for unit in units for one in (unit.heading, *unit.also)]
    return sorted({query for query in (*_all(_typed(guide, IN_NO_DANGER).values()), *says, *asked) if query})


def _unknown(queries: Queries, guide: Guide) -> list[str]:
    """Words of danger that the speller would not know from the guide, so that one which is misspelt is put right."""
    units = [f"{unit.page} {unit.heading} {unit.line}" for unit in units_of(guide)]
    said = [one for group in sayings_of(guide) for one in group["says"]]
    known = {stem(word) for text in (*units, *said, *words_that_are(guide, "kinds")) for word in plain(text)}
    times = _times(_all(queries.danger.values()))
    others = _times([*queries.calm, *queries.elsewhere])
    often = (word for word, count in times.items() if count >= OFTEN + TELLING * others[word] and len(word) >= SHORTEST)
    return sorted(word for word in often if stem(word) not in known)


def _times(queries: Iterable[str]) -> Counter[str]:
    return Counter(word for query in queries for word in set(plain(query)))
