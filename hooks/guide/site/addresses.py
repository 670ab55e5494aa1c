"""No address dies: what has once been published (`_data/addresses.txt`) still leads to where its reader meant to go.

An address is written from the site's root: `/steps/talk/`, or with a place on the page, `/steps/talk/#plainly`.
"""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Heading, Page
from guide.model.papers import PDFS, WORKBOOK
from guide.model.problems import Problem, nearest
from guide.reading.data_names import PUBLISHED
from guide.renderers.help_lines import countries_of
from guide.site.claims import papers_of

INDEX = "index.html"
OPENING = """\
# Every address that has been published, and every place on a page. None is ever taken out: an old one leads on.
# `python -m guide addresses` adds what is new, as each release does; the check says what has gone.
"""
WHY = "Whoever kept the link, or has it on paper, would not find what they came for."


def addresses_of(guide: Guide) -> list[str]:
    """Every address of a site that somebody may keep, in order: pages, the places on them, and what is for paper."""
    return sorted(
        f"/{path}#{place}" if place else f"/{path}" for path, places in _kept(guide).items() for place in ("", *places)
    )


def check_addresses(guide: Guide) -> Iterator[Problem]:
    """What has been published and leads nowhere any more, by its line; nothing where no list is kept."""
    source, listed = guide.data_file(PUBLISHED), guide.data.get(PUBLISHED)
    if not listed:
        return
    there = _places(guide)
    for address in listed:
        path, _, place = address.partition("#")
        found = _found(path, there)
        if not path.startswith("/"):
            yield Problem(source, address.line, *_no_address(address))
        elif found is None and not (place and path in listed):  # a page is told once, and not with each of its places
            yield Problem(source, address.line, f"“{address}” is gone.", WHY, _mend_page(path, guide))
        elif found is not None and place and place not in found:
            yield Problem(source, address.line, *_place_gone(address, there, guide))


def render_addresses(guide: Guide) -> str:
    """The list with what is new added. What was in it stays, wherever that leads now."""
    kept = {*(guide.data.get(PUBLISHED) or []), *addresses_of(guide)}
    return OPENING + "".join(f"{address}\n" for address in sorted(kept))


def _kept(guide: Guide) -> dict[str, set[str]]:
    """{address: its places}, of what is to be kept from now on."""
    # A note is numbered anew whenever another comes before it.
    pages = {page.url: {place for place in _lasting(page, guide) if ":" not in place} for page in guide.pages}
    return _papers(guide) | pages


def _papers(guide: Guide) -> dict[str, set[str]]:
    """{address: no places} of what is made for paper."""
    papers = {place.removesuffix(INDEX) for place, *_ in papers_of(guide)}
    if not guide.data.get("workbook"):
        papers = {place for place in papers if not place.startswith(f"{PDFS}{WORKBOOK}-")}
    return {place: set() for place in papers}


def _lasting(page: Page, guide: Guide) -> set[str]:
    """The places on a page that people link to.

    Not its title, for a page opens there anyway, and titles are mended often. Not a box: its list is there. Nor the
    fields of a sheet, which are named after their words.
    """
    if page.kind == "worksheet":
        return {heading.id for heading in page.headings if heading.level > 1}
    titles = {heading.id for heading in page.headings if heading.level == 1}
    boxes = {f"{listed.id}-{item.id}" for listed in page.checklists for item in listed.items}
    return {*_anchors(page, guide)} - titles - boxes


def _anchors(page: Page, guide: Guide) -> Iterator[str]:
    """Every place on a page, those of the parts that the build makes among them."""
    yield from page.anchors
    yield from (alias for question in page.questions for alias in question.aliases)
    for asked in page.requests:
        if asked.name == "help-lines":
            yield from (one["id"] for one in countries_of(guide, page.kind, asked.argument) if one["id"])
        elif asked.name == "references":
            yield from guide.references


def _places(guide: Guide) -> dict[str, set[str]]:
    """{address: the places on it} of all that is found, old addresses among it: they lead to a page, with the place."""
    found = _papers(guide)
    for page in guide.pages:
        found[page.url] = set(_anchors(page, guide))
        found |= dict.fromkeys(page.aliases, found[page.url])
    return found


def _found(path: str, there: dict[str, set[str]]) -> set[str] | None:
    """The places at an address. A file is led on from as a page is: hosts find the folder of its name."""
    bare = path.removeprefix("/")
    return there.get(bare, there.get(f"{bare.rstrip('/')}/"))


def _no_address(line: str) -> tuple[str, str, str]:
    return f"“{line}” is no address.", "Nobody can tell what was to be kept.", "Write it as  /steps/talk/#plainly"


def _mend_page(path: str, guide: Guide) -> str:
    old = path.strip("/") + "/" * path.endswith("/")
    guess = guide.page_at(nearest(old, [page.url for page in guide.pages if page.url], 0.75))
    where = f" ({guess.source}?)" if guess and guess.url else ""
    return f"Write into the front matter of the page in its place{where}:  aliases: [{old}]"


def _place_gone(address: str, there: dict[str, set[str]], guide: Guide) -> tuple[str, str, str]:
    path, _, place = address.removeprefix("/").partition("#")
    page = guide.page_at(path)
    what = f"“{address}” is gone{f' from {page.source}' if page else ''}."
    renamed = _renamed(place, page, guide) if page else None
    if renamed:
        return what, WHY, f"Write at the end of line {renamed.line} there, in place of any other id:  {{#{place}}}"
    elsewhere = next((f"/{url}#{place}" for url, places in sorted(there.items()) if place in places), "")
    near = nearest(place, there.get(path, ()))
    to = elsewhere or (f"#{near}" if near else "where it stands now")
    mend = f"Give it that id again; or link from there to {to}:  [words](…){{#{place}}} ; or, of a question:"
    return what, WHY, f"{mend}  aliases: {place}"


def _renamed(place: str, page: Page, guide: Guide) -> Heading | None:
    """The heading that has this place now: a new one, if there is but one, or one that is called nearly so."""
    listed = guide.data[PUBLISHED]
    new = {one.id: one for one in page.headings if one.level > 1 and f"/{page.url}#{one.id}" not in listed}
    return next(iter(new.values())) if len(new) == 1 else new.get(nearest(place, new))
