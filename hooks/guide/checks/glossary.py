"""The words that a guide explains on one page: each that it promises is there, and each that is there is needed."""

import re
from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Heading, Page
from guide.model.problems import Problem, nearest
from guide.text.addresses import parts_of

ENTRY = 3
"""The level of the heading that an entry has."""
ENDINGS = r"(?:s|es|ed|ing|ies)?"
"""What a word may end with where it is used."""


def check_glossary(guide: Guide) -> Iterator[Problem]:
    """docs/_data/shape.yml names the page, and the words that it must explain (`glossary`)."""
    glossary = guide.shape.get("glossary")
    if not glossary:
        return
    page = guide.page_at(glossary["page"])
    if page is None:
        yield _no_page(guide, glossary["page"])
        return
    entries = [heading for heading in page.headings if heading.level == ENTRY]
    known = [heading.text.casefold() for heading in entries]
    for word in glossary.get("words") or []:
        if word.casefold() not in known:
            yield _unexplained(guide, page, word, [heading.text for heading in entries])
    others = [one for one in guide.pages if one is not page]
    for entry in entries:
        if not any(_leads_to(one, page, entry) or _uses(one, entry) for one in others):
            yield _unneeded(page, entry)


def _leads_to(other: Page, page: Page, entry: Heading) -> bool:
    """Whether a page links to an entry."""
    ways = (parts_of(link.target) for link in other.links if link.target.endswith(f"#{entry.id}"))
    return any(way and page.file.rpartition("/")[2] == way.path.rpartition("/")[2] for way in ways)


def _uses(other: Page, entry: Heading) -> bool:
    """Whether its word stands in a page, or among what people ask by; of “this and that”, one of the two is enough."""
    words = "|".join(map(re.escape, entry.text.split(" and ")))
    used = re.compile(rf"\b(?:{words}){ENDINGS}\b", re.IGNORECASE)
    asked = [also for question in other.questions for also in question.also]
    texts = [*(text for text, _ in other.prose), *(other.fields.get("also") or []), *asked]
    return any(map(used.search, texts))


def _no_page(guide: Guide, name: str) -> Problem:
    guess = nearest(name, [page.url for page in guide.pages])
    return Problem(
        guide.data_file("shape.yml"),
        getattr(name, "line", 1),
        f"There is no page “{name}” to explain words.",
        "None of the words would be explained.",
        f"Write  {guess}" if guess else "Take it out, or write the page.",
    )


def _unexplained(guide: Guide, page: Page, word: str, known: list[str]) -> Problem:
    guess = nearest(word, known)
    return Problem(
        guide.data_file("shape.yml"),
        getattr(word, "line", 1),
        f"“{word}” is to be explained on {page.source}, and is not.",
        "Whoever looks the word up would find nothing.",
        f"Write  {guess}"
        if guess
        else f"Write there  {'#' * ENTRY} {word[:1].upper()}{word[1:]}  and a sentence or two.",
    )


def _unneeded(page: Page, entry: Heading) -> Problem:
    return Problem(
        page.source,
        entry.line,
        f"“{entry.text}” is explained, and stands on no other page.",
        "A list of words is of use only where it is short.",
        "Take it out, or link to it where the word is needed.",
    )
