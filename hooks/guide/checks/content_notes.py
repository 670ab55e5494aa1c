"""A page that speaks of what may be hard to read says so before it does, with a way past."""

import re
from collections.abc import Iterator
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem, nearest


def check_content_notes(guide: Guide) -> Iterator[Problem]:
    """docs/_data/shape.yml says which pages (`notes`), by which words others are known, and how a note is written."""
    notes = guide.shape.get("notes")
    if not notes:
        return
    form = re.compile(notes["form"])
    hard = re.compile(notes["words"], re.IGNORECASE) if "words" in notes else None
    listed = notes.get("pages") or []
    yield from (_unknown(guide, name) for name in listed if guide.page_at(name) is None)
    for page in guide.pages:
        if _has_note(page, form):
            continue
        if page.url in listed:
            yield _without(page, page.headings[0].line if page.headings else 1, "It is listed as one that does.", notes)
        elif hard and page.url not in (notes.get("except") or []):
            yield from _found(page, hard, notes)


def _has_note(page: Page, form: re.Pattern) -> bool:
    """Whether it says so above its first part."""
    begins = next((heading.line for heading in page.headings if heading.level > 1), None)
    return any(form.search(text) for text, line in page.prose if begins is None or line < begins)


def _found(page: Page, hard: re.Pattern, notes: dict[str, Any]) -> Iterator[Problem]:
    """The first place that shows what the page speaks of."""
    for text, line in page.prose:
        word = hard.search(text)
        if word:
            yield _without(page, line, f"Here stands “{word[0]}”.", notes)
            return


def _without(page: Page, line: int, reason: str, notes: dict[str, Any]) -> Problem:
    return Problem(
        page.source,
        line,
        f"The page does not say at its top what it speaks of. {reason}",
        "Somebody whom it would hurt meets it before they could turn away.",
        f"Write below its promise:  {notes['write']}",
    )


def _unknown(guide: Guide, name: str) -> Problem:
    guess = nearest(name, [page.url for page in guide.pages])
    return Problem(
        guide.data_file("shape.yml"),
        getattr(name, "line", 1),
        f"There is no page “{name}”, which is to have a note of what it speaks of.",
        "The page that was meant could lose its note, and nobody would be told.",
        f"Write  {guess}" if guess else "Take it out.",
    )
