"""Which pages a book holds, and in what order: that of the site's navigation, with what keeps readers safe first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page


@dataclass(frozen=True)
class Entry:
    """A line of the contents: a chapter, or a part of the book with its chapters."""

    title: str
    page: Page | None = None
    entries: tuple["Entry", ...] = ()


def contents_of(guide: Guide, nav: list[Any] | None) -> tuple[Entry, ...]:
    """The contents of a guide's book.

    `nav` is the navigation as mkdocs.yml writes it; without one the pages follow their addresses. The page that the
    guide names as the first to be read, and every other safety page, open the book: whoever turns the pages there
    meets help and nothing else. Pages of the edition “web” are left out.
    """
    everything = tuple(_entries(guide, nav)) if nav else tuple(_chapter(page) for page in guide.pages)
    everything = tuple(_wanted(everything, lambda page: page.fields.get("edition") != "web"))
    first = ((guide.data.get("words") or {}).get("first") or {}).get("page")
    care = [page for page in pages_of(everything) if page.kind == "safety" or page.url == first]
    opening = sorted(care, key=lambda page: page.url != first)
    rest = _wanted(everything, lambda page: page not in care)
    return (*map(_chapter, opening), *rest)


def pages_of(entries: tuple[Entry, ...]) -> list[Page]:
    """The chapters in reading order, each once."""
    found: dict[str, Page] = {}
    for entry in entries:
        if entry.page:
            found.setdefault(entry.page.url, entry.page)
        for page in pages_of(entry.entries):
            found.setdefault(page.url, page)
    return list(found.values())


def _chapter(page: Page) -> Entry:
    return Entry(page.title, page)


def _entries(guide: Guide, nav: list[Any]) -> Iterator[Entry]:
    for item in nav:
        title, target = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        if isinstance(target, list):
            yield Entry(str(title), None, tuple(_entries(guide, target)))
        elif page := guide.page_from(str(target)):
            yield _chapter(page)


def _wanted(entries: tuple[Entry, ...], wanted: Any) -> Iterator[Entry]:
    """The entries without some chapters. A part with one chapter left is that chapter; one with none is gone."""
    for entry in entries:
        if entry.page:
            if wanted(entry.page):
                yield entry
            continue
        kept = tuple(_wanted(entry.entries, wanted))
        if len(kept) == 1:
            yield kept[0]
        elif kept:
            yield Entry(entry.title, None, kept)
