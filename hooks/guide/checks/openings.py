"""Many pages that begin in the same words sound like one, and a reader passes over what they think they have read."""

import re
from collections import defaultdict
from collections.abc import Iterator

from guide.checks.boxes import boxes_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import NOTICE, Problem
from guide.text.as_seen import plain
from guide.text.first_sentence import first_sentence

LETTERS = 2
"""As many as a word has of a script without blanks."""
AROUND = re.compile(r"^\W+|\W+$")
FIRST, BOX = "open", "have a box of care that opens"
"""Where an opening stands: those of boxes are told apart, for a box is read as the same on each page sooner still."""


def check_openings(guide: Guide) -> Iterator[Problem]:
    """The promise stands in docs/_data/shape.yml: `openings`, by what is too much.

    So many `pages` or more may not begin alike: with the same first so many `words`. Two tell a pattern (“This page”,
    “If you”), whatever comes next.
    """
    asked = guide.shape.get("openings")
    if not asked:
        return
    words = max(int(asked["words"]), 1)
    alike: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
    for page in guide.pages:
        for place, text, line in _openings(page):
            begins = _first_words(text, words)
            if begins:
                alike[place, _folded(begins)].append((page.source, line, begins))
    for (place, _), found in alike.items():
        too_many = len(found) - max(int(asked["pages"]), 2) + 1
        if too_many > 0:
            yield _alike(place, found, too_many)


def _openings(page: Page) -> Iterator[tuple[str, str, int]]:
    """Where each stands, its first sentence, and its line."""
    titles = {heading.text for heading in page.headings}
    first = next(((text, line) for text, line in page.prose if text not in titles), None)
    if first:
        yield FIRST, first_sentence(first[0]), first[1]
    box = next((box for box in boxes_of(page.html) if box.is_care), None)
    if box:
        yield BOX, first_sentence(box.words), box.line


def _first_words(sentence: str, count: int) -> str:
    """Of a sentence whose script has no blanks, as many letters as such words take."""
    words = [word for word in (AROUND.sub("", word) for word in sentence.split()) if word]
    if len(words) == 1 and not sentence.isascii():
        return words[0][: count * LETTERS]
    return " ".join(words[:count])


def _folded(words: str) -> str:
    return plain(words).replace("’", "'").casefold()


def _alike(place: str, found: list[tuple[str, int, str]], too_many: int) -> Problem:
    path, line, begins = found[0]
    where = ", ".join(f"{path}:{line}" for path, line, _ in found)
    return Problem(
        path,
        line,
        f"{len(found)} pages {place} with “{begins}”: {where}.",
        "Read one after another they drone, and a reader passes over what they think they have read before.",
        f"Let {too_many} or more begin with what is theirs alone: a moment, a thing, what somebody does or fears.",
        NOTICE,
    )
