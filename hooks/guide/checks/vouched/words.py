"""Where words lead by which somebody in danger may look for help: of links, headings, sentences and searches."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

import turbohtml

from guide.checks.called import strings_in
from guide.checks.html_tags import Tag, block_among, elements_around, line_in, page_of, tag_of, tags_of
from guide.checks.safety import place_of, safe_places
from guide.checks.typed import typed_in_danger
from guide.checks.vouched.fact import Fact
from guide.checks.vouched.ways import SOURCE
from guide.model.guide import Guide
from guide.model.page import Page
from guide.search.vocabulary import sayings_of

CALLED = ("title", "tab", "also", "aliases", "theme", "element")
"""The fields by which a page is found."""
ENDS = re.compile(r"(?<=[.?!])\s+")
NEAR = 20
"""Pieces, links and what stands between them, in which a sentence ends."""
Naming = Callable[[str], bool]
Piece = tuple[str, turbohtml.Element | None]
"""Some text, and the link that it stands in."""


def _naming(guide: Guide) -> Naming | None:
    """Whether words name danger or help: by the pattern of a guide, or since people in danger type them."""
    asked = (guide.shape.get("safety") or {}).get("naming")
    if not asked:
        return None
    pattern, (typed, reading) = re.compile(asked, re.IGNORECASE), typed_in_danger(guide)
    return lambda words: bool(pattern.search(words)) or reading(words) in typed


def facts_of_words(guide: Guide) -> Iterator[Fact]:
    """Where words lead that name danger or help: links, headings, and what people search for."""
    naming = _naming(guide)
    safe = safe_places(guide)
    for group in sayings_of(guide):
        lead = (group.get("leads") or [""])[0]
        is_safe = f"{guide.folder}/{lead.partition('#')[0]}" in safe
        for saying in group["says"]:
            if is_safe or (naming and naming(saying)):
                leads = f"leads to {lead}" if lead else "leads nowhere"
                yield Fact(f"“{saying}” {leads}", guide.data_file("vocabulary.yml"), saying.line)
    for page in guide.pages if naming else ():
        if page.kind != "safety":
            yield from _of_names(page, naming)
        for tag in tags_of(page.html):
            yield from _named(guide, page, tag, naming, safe)
        yield from _told(guide, page, naming, safe) if page.kind != "safety" else ()


def _of_names(page: Page, naming: Naming) -> Iterator[Fact]:
    for heading in page.headings:
        if naming(heading.text):
            yield Fact(f"/{page.url} has the heading “{heading.text}”", page.source, heading.line)
    for field, value in page.fields.items():
        for words in strings_in(value) if field in CALLED else ():
            if naming(words):
                yield Fact(f"/{page.url} has the {field} “{words}”", page.source, page.lines.get(field, 1))


def _named(guide: Guide, page: Page, tag: Tag, naming: Naming, safe: set[str]) -> Iterator[Fact]:
    way = tag.attributes.get("href", "")
    words = next((said for said in tag.says if naming(said)), "")
    if way and words and _place(guide, page, tag) not in safe:
        yield Fact(f"/{page.url} leads by the words “{words}” to {way}", page.source, tag.line)


def _told(guide: Guide, page: Page, naming: Naming, safe: set[str]) -> Iterator[Fact]:
    """Where a link leads that stands in, or behind, a sentence of danger: “Afraid? Read this first.”"""
    blocks: dict[turbohtml.Element, list[Piece]] = {}
    for node in page_of(page.html).descendants:
        if isinstance(node, turbohtml.Text):
            around = elements_around(node)
            link = next((one for one in around if one.tag == "a"), None)
            blocks.setdefault(block_among(around), []).append((node.data, link))
    for block, pieces in blocks.items():
        tags = {link: tag_of(link, line_in(link) or line_in(block)) for _, link in pieces if link}
        leads = {link: _place(guide, page, tag) for link, tag in tags.items()}
        parts = groupby((one for one in pieces if leads.get(one[1]) not in safe), key=lambda one: one[1])
        shown = [("".join(text for text, _ in some), link) for link, some in parts]
        for place, (_, link) in enumerate(shown):
            words = _around(shown, place) if leads.get(link) else ""
            if words and naming(words) and not any(map(naming, tags[link].says)):
                says = f"/{page.url} leads where it says “{words}” to {tags[link].attributes['href']}"
                yield Fact(says, page.source, tags[link].line)


def _around(pieces: list[Piece], place: int) -> str:
    """The sentence of a link, and the one before."""
    before = "".join(text for text, _ in pieces[max(place - NEAR, 0) : place])
    after = "".join(text for text, _ in pieces[place + 1 : place + 1 + NEAR])
    return " ".join(f"{' '.join(ENDS.split(before)[-2:])}{pieces[place][0]}{ENDS.split(after)[0]}".split())


def _place(guide: Guide, page: Page, tag: Tag) -> str:
    """Where a link leads on this site; "" for outside."""
    way = tag.attributes.get("href", "")
    is_within = way.startswith("#") and not way.startswith(SOURCE)
    return place_of(way.partition("#")[0], page, guide.address) or (page.source if is_within else "")
