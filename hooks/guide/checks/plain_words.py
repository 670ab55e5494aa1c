"""Pages are as easy to read as the guide promises."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.addresses import nearest_folder
from guide.text.prose import grade_of, sentences_of, words_of


def check_plain_words(guide: Guide) -> Iterator[Problem]:
    """The promise stands in docs/_data/shape.yml: `grades`, the highest reading grade by folder ("" is everywhere)."""
    grades = guide.shape.get("grades") or {}
    for page in guide.pages:
        folder = nearest_folder(page.url, grades)
        if folder is not None and page.grade > grades[folder]:
            yield _too_hard(page, grades[folder])


def _too_hard(page: Page, limit: float) -> Problem:
    titles = {heading.text for heading in page.headings}
    blocks = [block for block in page.prose if block[0] not in titles]
    text, line = max(blocks, key=lambda block: grade_of([block[0]]) if len(words_of(block[0])) > 8 else 0)
    longest = max(sentences_of(text), key=lambda sentence: len(words_of(sentence))).strip()
    return Problem(
        page.source,
        line,
        f"The page reads at grade {page.grade}; here the limit is {limit}.",
        "Somebody tired or upset takes in short words and short sentences only.",
        f"Begin with its hardest sentence: “{longest}”",
    )
