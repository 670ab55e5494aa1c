"""An address on a safety page says nothing to whoever sees it in a history: the page's own, its places', its tab's."""

import re
from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem


def check_neutral(guide: Guide) -> Iterator[Problem]:
    """The words that would tell stand in docs/_data/shape.yml, below `safety` (`telling`)."""
    for page in guide.of_kind("safety"):
        yield from _check_tab(page)
    pattern = ((guide.data.get("shape") or {}).get("safety") or {}).get("telling")
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


def _seen(page: Page) -> Iterator[tuple[str, int]]:
    """What shows outside the page, each with its line."""
    lines = {heading.id: heading.line for heading in page.headings}
    yield page.url, 1
    yield str(page.fields.get("tab") or ""), page.lines.get("tab", 1)
    yield from ((anchor, lines.get(anchor, 1)) for anchor in sorted(page.anchors))
    yield from ((citation.name, citation.line) for citation in page.citations)  # a press on one puts its key there
    yield from ((alias, question.line) for question in page.questions for alias in question.aliases)
