"""What is looked at in a query to tell what it is about; learnt.js looks at the same."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from guide.search.words import heads, language, stem, stems

WHOLES = 131072
NEAR = (2, 3)  # how far two words are apart that are read together, what stands between left out
PIECE = 4  # letters
TOLD = (2, 3)  # how many of those who do it, of what is done and of those to whom are read together


@dataclass(frozen=True)
class Marks:
    """Reads a query into places: its words and their kinds, its pairs of neighbours, and who does what to whom."""

    alike: Sequence[str]
    """Lines of words that count as one wherever a query is read."""
    kinds: Sequence[str]
    """Lines of words that are of one kind: what is learnt of one is learnt of all."""
    roles: Sequence[str] = ()
    """Words that say who does it, and to whom: they are read together with what is done, whatever stands between."""
    people: Sequence[str] = ()
    """Words for those whom a query may be about: by themselves they tell no place from others."""

    def of(self, query: str, places: int) -> list[int]:
        """The places, of so many, that the parts of the query are counted into."""
        return _places(self._parts(self._words(query)), places)

    def finely(self, query: str, places: int) -> list[int]:
        """The same, and those of words near each other and of pieces of words.

        By its pieces a word that nobody has taught is told, or one that is misspelt. Words that say little have none.
        """
        return self.finely_of_stems(stems(query), places)

    def finely_of_stems(self, asked: Sequence[str], places: int) -> list[int]:
        """The same of stems."""
        words = self._read(asked)
        telling = (word for word in words if word not in self._little)
        pieces = [f"<{word}>"[i : i + PIECE] for word in telling for i in range(len(word) + 3 - PIECE)]
        return _places([*self._parts(words), *_near(words), *(f"*{piece}" for piece in pieces)], places)

    def _parts(self, words: list[str]) -> list[str]:
        kinds = [self._kind.get(word, word) for word in words]
        found = [word for word in words if word not in self._little] + [kind for kind in kinds if "#" in kind]
        found += [*_pairs(words), *(pair for pair in _pairs(kinds) if "#" in pair)]
        return found + self._told(kinds)

    def _told(self, kinds: list[str]) -> list[str]:
        """Those who do it, what is done and those to whom, two or three at a time, whatever stands between."""
        told = ["^", *(kind for kind in kinds if "#" in kind or kind in self._roles)]
        return ["~" + " ".join(told[i : i + size]) for size in TOLD for i in range(len(told) - size + 1)]

    def about(self, query: str, places: int) -> list[int]:
        """The places that the words of the query and its pairs of words are counted into, without who does it."""
        words = self._words(query)
        content = [word for word in words if word not in self._little]
        telling = [word for word in content if word not in self._people]
        return _places([*telling, *_pairs(words), *_next(content)], places)

    def whole(self, query: str, places: int) -> int:
        """The place of the query as a whole: one of WHOLES beyond those of its parts."""
        return self.whole_of_stems(stems(query), places)

    def whole_of_stems(self, asked: Sequence[str], places: int) -> int:
        """The same of stems."""
        return places + place_of(" ".join(self._read(asked)), WHOLES)

    def reading(self, query: str) -> str:
        """What queries have in common that are one to the search: "he hits me", "she hit me"."""
        return " ".join(self._words(query))

    def _words(self, query: str) -> list[str]:
        return self._read(stems(query))

    def _read(self, asked: Sequence[str]) -> list[str]:
        return [self._same.get(word, word) for word in asked]

    @cached_property
    def _same(self) -> dict[str, str]:
        return heads(self.alike)

    @cached_property
    def _kind(self) -> dict[str, str]:
        return {self._same.get(word, word): f"#{head}" for word, head in heads(self.kinds).items()}

    @cached_property
    def _roles(self) -> set[str]:
        return self._heads(self.roles)

    @cached_property
    def _people(self) -> set[str]:
        return self._heads(self.people)

    def _heads(self, lines: Sequence[str]) -> set[str]:
        return {word for line in lines for word in self._words(line)}

    @cached_property
    def _little(self) -> set[str]:
        return {*self._read([*map(stem, language()["few"])])}


def _places(marks: list[str], places: int) -> list[int]:
    return sorted({place_of(mark, places) for mark in marks})


def place_of(mark: str, places: int) -> int:
    """The place that a mark is counted into: FNV-1a over its letters, in 32 bits."""
    value = 0x811C9DC5
    for letter in mark:
        value = ((value ^ ord(letter)) * 0x01000193) & 0xFFFFFFFF
    return (value ^ (value >> 15)) % places


def _pairs(words: list[str]) -> list[str]:
    """Each word with the one before it; the first with a sign of its own."""
    return [f"{before} {word}" for before, word in zip(["^", *words], words, strict=False)]


def _near(words: list[str]) -> list[str]:
    """Words with another or two between them."""
    return [f"-{words[i]} {words[i + far]}" for far in NEAR for i in range(len(words) - far)]


def _next(content: list[str]) -> list[str]:
    """Words that follow each other when the little ones between them are left out."""
    return [f"_{before} {word}" for before, word in itertools.pairwise(content)]
