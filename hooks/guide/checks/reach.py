"""Where a guide knows help lines, its safety pages show them, or lead to a page that does."""

from collections.abc import Collection, Iterator

from guide.checks.html_tags import tags_of
from guide.checks.safety import place_of, places_of
from guide.checks.ways import TO_HELP
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem

LINES = "help-lines"


def check_reach(guide: Guide) -> Iterator[Problem]:
    """The pages to which every page leads for help show lines themselves; no kind of line is left out of all pages.

    docs/_data/shape.yml may name, below `safety`, the only ones that may lead elsewhere for them (`lines_elsewhere`).
    """
    lines, pages = guide.data.get(LINES) or [], guide.of_kind("safety")
    if not lines or not pages:
        return
    words = guide.data.get("words") or {}
    first = {words[name]["page"] for name in TO_HELP if name in words}
    elsewhere = (guide.shape.get("safety") or {}).get("lines_elsewhere")
    showing = {place for page in pages if _shows(page) for place in places_of(page, guide.address)}
    for page in pages:
        bound = page.url in first or (elsewhere is not None and page.url not in elsewhere)
        if not _shows(page) and (bound or not _leads(page, showing, guide.address)):
            yield _no_line(page, bound)
    yield from _unasked(guide, {line["category"] for line in lines if line.get("category")})


def _shows(page: Page) -> bool:
    return any(request.name == LINES for request in page.requests)


def _leads(page: Page, showing: Collection[str], home: str) -> bool:
    links = (tag for tag in tags_of(page.html) if tag.name == "a" and any(map(str.strip, tag.says)))
    return any(place_of(link.attributes.get("href", "").partition("#")[0], page, home) in showing for link in links)


def _no_line(page: Page, bound: bool) -> Problem:
    return Problem(
        page.source,
        page.headings[0].line if page.headings else 1,
        "No help line is shown here." if bound else "No help line is shown here, and no link leads to one.",
        "Somebody in danger would find nobody to call.",
        "Add  <!-- guide: help-lines -->" + " or a link to the page that has it" * (not bound) + ".",
    )


def _unasked(guide: Guide, kinds: Collection[str]) -> Iterator[Problem]:
    """Lines of a kind that no page asks for are read by nobody."""
    asked = [request.argument.split() for page in guide.pages for request in page.requests if request.name == LINES]
    everywhere = {kind["kind"] for kind in guide.data.get("help-kinds") or [] if kind.get("everywhere")}
    if not asked or not all(asked):
        return
    for kind in sorted(set(kinds) - everywhere - {name for names in asked for name in names}):
        first = next(line["category"] for line in guide.data[LINES] if line.get("category") == kind)
        yield Problem(
            guide.data_file(f"{LINES}.yml"),
            first.line,
            f"No page shows the lines of the kind “{kind}”.",
            "Somebody who needs them would find nobody to call.",
            "Ask for all on one page:  <!-- guide: help-lines -->",
        )
