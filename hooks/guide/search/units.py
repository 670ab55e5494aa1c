"""What can be found: every page, every section of one, and every question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.model.guide import Guide
from guide.model.page import Page
from guide.text.first_sentence import first_sentence

# Parts that stand on many pages under one heading: nobody looks for "Sources".
COMMON = 3
FOR_DANGER = ("safety", "care")  # kinds of units
LINE = 35  # characters of the helpful line


@dataclass(frozen=True)
class Unit:
    """One place that a search can lead to."""

    page: str
    """The title of its page."""
    heading: str
    """Its own heading; "" where the page itself is meant."""
    url: str
    line: str
    """A sentence that helps to choose; "" where there is none."""
    also: tuple[str, ...] = ()
    kind: str = "page"
    """`page`, `section`, `question`, `worksheet`, `last`; for somebody in danger `safety` or `care` (a question)."""


def units_of(guide: Guide) -> list[Unit]:
    """All of them: what is for somebody in danger, pages, questions, sections; the index is fetched in that order."""
    common = _common_headings(guide)
    units = [unit for page in guide.pages for unit in _of_page(page, common)]
    order = ("section", "question")
    return sorted(units, key=lambda unit: (unit.kind not in FOR_DANGER, *(unit.kind == kind for kind in order)))


def names_of(guide: Guide, units: Iterable[Unit]) -> list[str]:
    """What each unit is called in data: its file below the folder of pages, and its id: `steps/trust.md#signs`."""
    files = {page.url: page.file for page in guide.pages}
    parts = (unit.url.partition("#") for unit in units)
    return [f"{files[address]}{mark}{fragment}" for address, mark, fragment in parts]


def named_units(guide: Guide) -> list[tuple[str, Unit]]:
    """All of them, each with its name in data."""
    units = units_of(guide)
    return list(zip(names_of(guide, units), units, strict=True))


def _common_headings(guide: Guide) -> set[str]:
    """Headings that stand on several pages, and so tell none of them from the others."""
    seen: dict[str, int] = {}
    for page in guide.pages:
        for text in {heading.text for heading in page.headings}:
            seen[text] = seen.get(text, 0) + 1
    return {text for text, count in seen.items() if count > COMMON}


def _of_page(page: Page, common: set[str]) -> Iterator[Unit]:
    also = tuple(page.fields.get("also") or ())
    yield Unit(page.title, "", page.url, cut(page.description), also, _kind(page))
    for one in page.questions:
        yield Unit(page.title, one.question, one.url, cut(one.first), one.also, _asked(page))
    if _kind(page) not in ("page", "safety"):
        return  # a sheet is printed as a whole; the makers' pages are found as a whole
    asked = {question.id for question in page.questions}
    for heading in page.headings:
        if heading.level in (2, 3) and heading.id not in asked and heading.text not in common:
            line = cut(_first_line(page, heading.line))
            yield Unit(
                page.title,
                heading.text,
                f"{page.url}#{heading.id}",
                line,
                kind="safety" if page.kind == "safety" else "section",
            )


def _asked(page: Page) -> str:
    return "care" if page.kind == "safety" else "question"


def _kind(page: Page) -> str:
    if page.fields.get("found") == "last":
        return "last"
    return page.kind if page.kind in ("worksheet", "safety") else "page"


def _first_line(page: Page, line: int) -> str:
    """The first sentence below a heading."""
    text = next((text for text, number in page.prose if number > line), "")
    return first_sentence(text)


def cut(text: str, most: int = LINE) -> str:
    """A line of so many letters at most, ended at a word; at a letter where no word ends in its second half."""
    if len(text) <= most:
        return text
    space = text.rfind(" ", most // 2, most)
    return text[: most - 1 if space < 0 else space].rstrip(",;:.") + "…"
