"""Words of danger that the speller would not know from the guide, so that one which is misspelt is put right."""

from collections import Counter
from collections.abc import Iterable

from guide.model.guide import Guide
from guide.search.units import units_of
from guide.search.vocabulary import sayings_of, words_that_are
from guide.search.words import SHORTEST, plain, stem

OFTEN, TELLING = 2, 2  # examples that have a word of danger before the speller knows it; and for each other example


def unknown_words(guide: Guide, danger: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those that are typed often in danger, and seldom else; in order."""
    units = [f"{unit.page} {unit.heading} {unit.line}" for unit in units_of(guide)]
    said = [one for group in sayings_of(guide) for one in group["says"]]
    known = {stem(word) for text in (*units, *said, *words_that_are(guide, "kinds")) for word in plain(text)}
    times, elsewhere = _times(danger), _times(others)
    often = (
        word for word, count in times.items() if count >= OFTEN + TELLING * elsewhere[word] and len(word) >= SHORTEST
    )
    return sorted(word for word in often if stem(word) not in known)


def _times(queries: Iterable[str]) -> Counter[str]:
    return Counter(word for query in queries for word in set(plain(query)))
