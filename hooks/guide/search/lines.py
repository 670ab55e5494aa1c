"""What stands at each place that can be found: read when somebody has searched, to show what of it was found."""

from collections.abc import Iterator, Sequence
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.search.units import Unit, cut

MOST = 300  # letters of one place: three sentences or so
KINDS = {"questions": "Question", "step": "Step", "block": "Building block", "safety": "For your safety"}
"""What a place is called, by the kind of its page; a worksheet is called one in its name."""


def lines_of(guide: Guide, units: Sequence[Unit]) -> dict[str, Any]:
    """The text of each place, in the order of the places, and its kind, as a number among `kinds`.

    They are one file for all places. Who fetches it tells the host no more than that somebody searches, which the index
    has told already; to fetch the pages that were found would tell what was looked for. Nothing is ranked by it, so it
    may come late, or never.
    """
    kinds = ["", *KINDS.values()]
    pages = {page.url: page for page in guide.pages}
    # Each is cut at once: of a large guide the whole of all of them fills much room.
    texts = {url: cut(text, MOST) for page in guide.pages for url, text in _texts(page)}
    return {
        "kinds": kinds,
        "kind": [kinds.index(_kind(unit, pages[unit.url.partition("#")[0]])) for unit in units],
        "text": [texts[unit.url] for unit in units],
    }


def _kind(unit: Unit, page: Page) -> str:
    """A page of questions is no question."""
    return KINDS.get(page.kind, "") if unit.heading or page.kind != "questions" else ""


def _texts(page: Page) -> Iterator[tuple[str, str]]:
    """Each place of a page that can be linked to, and what stands there: up to the next heading, or the answer."""
    yield page.url, page.description
    ends = [*(heading.line for heading in page.headings), float("inf")][1:]
    for heading, end in zip(page.headings, ends, strict=True):
        below = (text for text, line in page.prose if heading.line < line < end)
        yield f"{page.url}#{heading.id}", " ".join(below)
    for question in page.questions:
        yield question.url, question.answer
