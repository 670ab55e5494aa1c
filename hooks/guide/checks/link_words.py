"""What a link says: what a reader sees, and a safety page's name only where it leads there."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from guide.checks.html_links import Piece, lines_with_links
from guide.checks.html_tags import Tag, tags_of
from guide.checks.safety import place_of, places_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.as_seen import plain, words_as_seen

LINKS = ("a", "area")
HERE = re.compile(r"(?:(?:click|go|tap|press|read|start|on) )*(?:here|now|this|this page|more|on|it)")
"""What a link may say that only means the words before it."""
SEVERAL = 3
"""Words by which a link is surely known again."""
Named = dict[str, dict[str, Page]]


def check_link_words(guide: Guide) -> Iterator[Problem]:
    """Each link of each page."""
    named = _named(guide)
    safe = {place: page for page in guide.of_kind("safety") for place in places_of(page, guide.address)}
    whole = {**_called(guide, safe), **named}
    for page in guide.pages:
        for tag in tags_of(page.html):
            way = tag.attributes.get("href")
            if tag.name in LINKS and way is not None:
                if not way.strip():
                    yield _aimless(page, tag)
                if not tag.in_drawing and not _is_said(tag):
                    yield _wordless(page, tag, way)
                yield from _check_name(guide, page, tag, whole)
        yield from _check_lines(guide, page, named, safe) if safe else ()


def _called(guide: Guide, safe: Mapping[str, Page]) -> Named:
    """Whatever else links to safety pages say, such as “I am in danger”; a page or a part may have it for its name."""
    often: Counter[str] = Counter()
    called: Named = {}
    for page in guide.pages if safe else ():
        for tag in tags_of(page.html):
            words = words_as_seen(tag.says[0]) if tag.name == "a" and tag.says else ""
            if words.count(" ") + 1 >= SEVERAL:
                way = tag.attributes.get("href", "")
                place = place_of(way.partition("#")[0], page, guide.address) or (page.source if way[:1] == "#" else way)
                often[words] += 1 if place in safe else -1
                called.setdefault(words, {}).update({place: safe[place]} if place in safe else {})
    titles = {words_as_seen(one.text) for page in guide.pages if page.kind != "safety" for one in page.headings}
    return {
        words: {**called[words], **safe}
        for words, more in often.items()
        if more >= 0 and called[words] and words not in titles
    }


def _check_lines(guide: Guide, page: Page, named: Named, safe: Collection[str]) -> Iterator[Problem]:
    """Links that say a name among other words, or together with the next link; and “here” behind a name."""
    names = [one for one in named if " " in one]
    for pieces in lines_with_links(page.html):
        before = ""
        for is_link, some in groupby(pieces, key=lambda piece: bool(piece.way)):
            run = list(some)
            for piece, name in _names_in(run, before, names) if is_link else ():
                place = place_of(piece.way.partition("#")[0], page, guide.address)
                stays = piece.way.startswith("#") and page.kind == "safety"
                if not (stays or place in safe or place in named[name] or _is_called(guide, place, piece.words)):
                    yield _misleads(page.source, piece.line, " ".join(piece.words.split()), piece.way, named[name])
            before = " ".join(words_as_seen(piece.words) for piece in run)


def _names_in(run: list[Piece], before: str, names: list[str]) -> Iterator[tuple[Piece, str]]:
    """Each link that says a name, alone or with its neighbours, or that only means the words before it."""
    said = [f" {words_as_seen(piece.words)} " for piece in run]
    if len(run) == 1 and HERE.fullmatch(said[0].strip()):
        said = [f" {before}{said[0]}"]
    alone = {name for name in names for words in said if f" {name} " in words}
    for piece, words in zip(run, said, strict=True):
        yield from ((piece, name) for name in alone if f" {name} " in words)
    whole = " ".join("".join(said).split())
    yield from ((piece, name) for name in names if name not in alone and f" {name} " in f" {whole} " for piece in run)


def _is_called(guide: Guide, place: str, words: str) -> bool:
    """Whether a page has those very words for its title."""
    title = words_as_seen(words)
    return any(words_as_seen(page.title) == title for page in guide.pages if place in places_of(page, guide.address))


def _is_said(tag: Tag) -> bool:
    """Whether a reader sees the link, and hears what it is."""
    return (tag.name == "area" or tag.shows) and any(plain(said).strip() for said in tag.says)


def _named(guide: Guide) -> Named:
    """{words, as they are seen: {the places that they may lead to: the page}} of safety pages, by their titles.

    And by the words that stand for one on every page. What another page is called as well, may lead there.
    """
    named: Named = {}
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


def _check_name(guide: Guide, page: Page, tag: Tag, named: Named) -> Iterator[Problem]:
    way = tag.attributes["href"]
    said = [(words, name) for words in tag.says if (name := words_as_seen(words)) in named]
    labels = ((words, f" {words_as_seen(words)} ") for words in tag.says[1:])
    said += [(words, name) for words, label in labels for name in named if name.count(" ") > 1 and f" {name} " in label]
    words, name = said[0] if said else ("", "")
    places = named.get(name, {})
    here = place_of(way.partition("#")[0], page, guide.address) or (page.source if way.startswith("#") else way)
    stays = way.startswith("#") and page.kind == "safety"  # at the help that this page shows
    if places and here not in places and not stays:
        yield _misleads(page.source, tag.line, " ".join(words.split()), way, places)


def _misleads(source: str, line: int, words: str, way: str, places: dict[str, Page]) -> Problem:
    meant = next(one for one in places.values() if one.kind == "safety")
    return Problem(
        source,
        line,
        f"The link “{words}” leads to “{way}”, and not to {meant.source}.",
        "That is the name of a page for whoever is in danger: who presses it needs that page.",
        f"Lead to {meant.source}, or say what the link leads to.",
    )


def _aimless(page: Page, tag: Tag) -> Problem:
    words = next((said.strip() for said in tag.says if said.strip()), "")
    why = "Whoever follows it would stay where they are, and miss what was to be read there."
    return Problem(page.source, tag.line, f"The link “{words}” leads nowhere.", why, f"Write  [{words}](page.md)")


def _wordless(page: Page, tag: Tag, way: str) -> Problem:
    return Problem(
        page.source,
        tag.line,
        f"The link to “{way}” has no words.",
        "Nobody sees or hears that it is there, and who comes upon it is led away.",
        "Write what it leads to between the brackets, or take it out.",
    )
