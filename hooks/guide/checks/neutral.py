"""An address on a safety page says nothing to whoever sees it in a history: the page's own, its places', its tab's."""

import re
from collections.abc import Iterator, Sequence

from guide.checks.html_tags import tags_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem

MOST = 12
"""Words that are named to an author."""


def check_neutral(guide: Guide) -> Iterator[Problem]:
    """The words that would tell stand in docs/_data/shape.yml, below `safety` (`telling`).

    Nobody can list all of those, so a guide may list what may be said instead: in a tab (`tabs`), in an id (`ids`).
    """
    shape = guide.shape.get("safety") or {}
    for page in guide.of_kind("safety"):
        yield from _check_tab(page)
        yield from _check_listed(page, shape.get("tabs"), shape.get("ids"))
    pattern = shape.get("telling")
    for page in guide.of_kind("safety") if pattern else []:
        for name, line in _seen(page):
            found = re.search(pattern, name, re.IGNORECASE)
            if found:
                yield Problem(
                    page.source,
                    line,
                    f"“{name}” says “{found[0]}” in an address or a tab.",
                    "Whoever looks at the history of this device would know what was read.",
                    "Write a name that could stand for anything; the visible heading stays as plain as it is.",
                )


def _check_tab(page: Page) -> Iterator[Problem]:
    """In any guide, whether or not it says which words would tell."""
    tab = page.fields.get("tab") or ""
    titles = (page.title, *(heading.text for heading in page.headings if heading.level == 1))
    if tab.casefold() in {" ".join(title.casefold().split()) for title in titles}:
        yield Problem(
            page.source,
            page.lines.get("tab", 1),
            f"The tab says “{tab}”, as the page's title does.",
            "Whoever looks at the tab or the history would see what was read.",
            "Write a name that could stand for anything; the visible heading stays as plain as it is.",
        )


def _check_listed(page: Page, tabs: Sequence[str] | None, ids: Sequence[str] | None) -> Iterator[Problem]:
    """What shows outside the page is one of those words, where they are listed."""
    tab = page.fields.get("tab") or ""
    if tabs and tab and tab not in tabs:
        yield _unlisted(page, page.lines.get("tab", 1), f"The tab says “{tab}”", tabs)
    lines = {heading.id: heading.line for heading in page.headings}
    aliases = {alias: question.line for question in page.questions for alias in question.aliases}
    for name in sorted({*page.anchors, *aliases} - {*ids}) if ids else ():
        line = lines.get(name) or aliases.get(name) or _line_of(page, name)
        yield _unlisted(page, line, f"An id is “{name}”", ids)


def _line_of(page: Page, name: str) -> int:
    return next((tag.line for tag in tags_of(page.html) if tag.attributes.get("id") == name), 1)


def _unlisted(page: Page, line: int, what: str, listed: Sequence[str]) -> Problem:
    shown = ", ".join(listed[:MOST]) + (", …" if len(listed) > MOST else "")
    return Problem(
        page.source,
        line,
        f"{what}, which no safety page may say.",
        "Whoever looks at a tab or at the history of this device sees it: only words that say nothing may stand there.",
        f"Write one of  {shown}  (the list stands in docs/_data/shape.yml).",
    )


def _seen(page: Page) -> Iterator[tuple[str, int]]:
    """What shows outside the page, each with its line."""
    lines = {heading.id: heading.line for heading in page.headings}
    yield page.url, 1
    yield str(page.fields.get("tab") or ""), page.lines.get("tab", 1)
    yield from ((anchor, lines.get(anchor, 1)) for anchor in sorted(page.anchors))
    yield from ((citation.name, citation.line) for citation in page.citations)  # a press on one puts its key there
    yield from ((alias, question.line) for question in page.questions for alias in question.aliases)
