"""The ids of what the build puts on a page; a test holds them to what the renderers write."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page

Made = dict[str, tuple[str, int]]
"""Ids, each with the part that has it, as its author asked for it, and the line of that."""


def made_ids(guide: Guide, page: Page) -> Made:
    """Those of one page."""
    used = {question.id for question in guide.questions}  # that such an alias is in use is told by itself
    made = {
        alias: (f"“{one.question}”", one.line) for one in page.questions for alias in one.aliases if alias not in used
    }
    for request in page.requests:
        ids = IDS[request.name](guide, page) if request.name in IDS else ()
        made |= dict.fromkeys(ids, (f"<!-- guide: {request.name} -->", request.line))
    return made


def _countries(guide: Guide, _: Page) -> Iterator[str]:
    """Those with a line, and those that might have one some day."""
    codes = [one.get("code") for one in guide.data.get("countries") or []]
    homes = [one.get("country") or one.get("country_name") for one in guide.data.get("help-lines") or []]
    yield from (f"in-{code.lower()}" for code in (*codes, *homes) if code)


def _sources(_: Guide, page: Page) -> Iterator[str]:
    yield from (f"source-{citation.name}" for citation in page.citations)


def _references(guide: Guide, _: Page) -> Iterator[str]:
    yield from guide.references


def _themes(guide: Guide, _: Page) -> Iterator[str]:
    yield from (f"theme-{number}" for number in range(1, len(guide.questions) + 1))


IDS = {"help-lines": _countries, "sources": _sources, "references": _references, "questions": _themes}
