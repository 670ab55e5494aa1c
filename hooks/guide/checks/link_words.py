"""What a link says: what a reader sees, and a safety page's name only where it leads there."""

from collections.abc import Iterator

from guide.checks.html_tags import Tag, tags_of
from guide.checks.safety import place_of, places_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.as_seen import plain, words_as_seen

LINKS = ("a", "area")


def check_link_words(guide: Guide) -> Iterator[Problem]:
    """Each link of each page."""
    named = _named(guide)
    for page in guide.pages:
        for tag in tags_of(page.html):
            way = tag.attributes.get("href")
            if tag.name in LINKS and way is not None:
                if not tag.in_drawing and not _is_said(tag):
                    yield _wordless(page, tag, way)
                yield from _check_name(guide, page, tag, named)


def _is_said(tag: Tag) -> bool:
    """Whether a reader sees the link, and hears what it is."""
    return (tag.name == "area" or tag.shows) and any(plain(said).strip() for said in tag.says)


def _named(guide: Guide) -> dict[str, dict[str, Page]]:
    """{words, as they are seen: {the places that they may lead to: the page}} of safety pages, by their titles.

    And by the words that stand for one on every page. What another page is called as well, may lead there.
    """
    named: dict[str, dict[str, Page]] = {}
    for page in guide.pages:
        titles = {page.title, *(heading.text for heading in page.headings if heading.level == 1)}
        for words in filter(None, map(words_as_seen, titles)):
            named.setdefault(words, {}).update(dict.fromkeys(places_of(page, guide.address), page))
    for way in (guide.data.get("words") or {}).values():
        page = guide.page_at(way["page"]) if isinstance(way, dict) else None
        if page and page.kind == "safety":
            places = dict.fromkeys(places_of(page, guide.address), page)
            named.setdefault(words_as_seen(way["text"]), {}).update(places)
    return {words: places for words, places in named.items() if any(page.kind == "safety" for page in places.values())}


def _check_name(guide: Guide, page: Page, tag: Tag, named: dict[str, dict[str, Page]]) -> Iterator[Problem]:
    way = tag.attributes["href"]
    words = next((said for said in tag.says if words_as_seen(said) in named), None)
    places = named[words_as_seen(words)] if words is not None else {}
    here = place_of(way.partition("#")[0], page, guide.address) or (page.source if way.startswith("#") else way)
    stays = way.startswith("#") and page.kind == "safety"  # at the help that this page shows
    if places and here not in places and not stays:
        meant = next(one for one in places.values() if one.kind == "safety")
        yield Problem(
            page.source,
            tag.line,
            f"The link “{' '.join(words.split())}” leads to “{way}”, and not to {meant.source}.",
            "That is the name of a page for whoever is in danger: who presses it needs that page.",
            f"Lead to {meant.source}, or say what the link leads to.",
        )


def _wordless(page: Page, tag: Tag, way: str) -> Problem:
    return Problem(
        page.source,
        tag.line,
        f"The link to “{way}” has no words.",
        "Nobody sees or hears that it is there, and who comes upon it is led away.",
        "Write what it leads to between the brackets, or take it out.",
    )
