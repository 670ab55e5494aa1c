"""What people's words are said to mean stands somewhere in the guide: docs/_data/vocabulary.yml leads nowhere else."""

import re
from collections.abc import Iterator
from typing import Any

from guide.model import Guide
from guide.problems import Problem, nearest

WORD = re.compile(r"[^\W\d_]+")
ENDINGS = 3  # letters by which two forms of one word may differ at their ends
SOURCE = "docs/_data/vocabulary.yml"


def check_vocabulary(guide: Guide) -> Iterator[Problem]:
    """Every word of `means` is in a title, a heading or a question."""
    headings = " ".join(heading.text for page in guide.pages for heading in page.headings)
    titles = " ".join(page.title for page in guide.pages)
    known = set(WORD.findall(f"{headings} {titles}".lower()))
    for group in guide.data.get("vocabulary") or []:
        for phrase in group.get("means") or []:
            for word in WORD.findall(str(phrase).lower()):
                if not any(_alike(word, other) for other in known):
                    yield _nowhere(word, group, known)


def _alike(word: str, other: str) -> bool:
    """Whether they are forms of one word: the same but for their ends."""
    same = min(len(word), len(other)) - (ENDINGS if len(word) > ENDINGS + 1 else 0)
    return word[: max(same, 3)] == other[: max(same, 3)] and abs(len(word) - len(other)) <= ENDINGS


def _nowhere(word: str, group: dict[str, Any], known: set[str]) -> Problem:
    guess = nearest(word, known)
    return Problem(
        SOURCE,
        1,
        f"“{word}” stands in no title or heading (meant by “{group['says'][0]}”).",
        "Somebody who searches for it would be led nowhere.",
        f"Write  {guess}  instead." if guess else "Take it out, or use it in a heading.",
    )
