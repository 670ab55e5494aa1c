"""What is linked to, ticked or kept has an id of its own."""

from collections.abc import Iterable, Iterator
from itertools import chain

from guide.checks.html_tags import Tag, tags_of
from guide.checks.made_ids import made_ids
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.page_ids import HEADINGS, SKELETON_IDS
from guide.model.places import is_old_address, too_large
from guide.model.problems import Problem
from guide.text.addresses import parts_of

Places = Iterable[tuple[str, str, int]]
"""Ids, each with the file and the line where it is given."""
AN_ID = "Give this one an id of its own:  {{#{name}-2}}"
A_NAME = "Give this one a name of its own: a checklist by  {{#{name}-2}} , a worksheet by the name of its file."


def check_ids(guide: Guide) -> Iterator[Problem]:
    """Questions, checklists and sheets have ids unique in the guide; boxes, in their list; headings, on a page."""
    yield from _twice("question", ((question.id, question.source, question.line) for question in guide.questions))
    yield from _twice("checklist", ((listed.id, listed.source, listed.line) for listed in guide.checklists))
    yield from _twice("sheet", _sheets(guide), A_NAME)
    for checklist in guide.checklists:
        yield from _twice("box", ((item.id, checklist.source, item.line) for item in checklist.items))
    for page in guide.pages:
        yield from _twice("heading", ((heading.id, page.source, heading.line) for heading in page.headings))
        yield from _check_others(page)
        yield from _check_made(guide, page)
    yield from _check_skeleton(guide)
    yield from _check_aliases(guide)


def _check_others(page: Page) -> Iterator[Problem]:
    """What is no heading takes no id of another; a link with an id, which old addresses lead to, stays in the site."""
    seen: dict[str, Tag] = {}
    for tag in tags_of(page.html):
        name = tag.attributes.get("id")
        other = seen.setdefault(name, tag) if name else tag
        if other is not tag and not (tag.name in HEADINGS and other.name in HEADINGS):  # two headings are told above
            yield from _twice("page's", ((name, page.source, one.line) for one in (other, tag)))
        target = parts_of(tag.attributes.get("href", "")) if name and tag.name == "a" else None
        if target and (target.scheme or target.netloc):
            yield _leads_out(page, tag)


def _check_made(guide: Guide, page: Page) -> Iterator[Problem]:
    """What the build puts on a page has ids of its own, to which its links lead: a text that has one stands before."""
    made = made_ids(guide, page)
    for tag in tags_of(page.html) if made else ():
        name = tag.attributes.get("id", "")
        if name in made:
            part, line = made[name]
            yield Problem(
                page.source,
                tag.line,
                f"The id “{name}” of <{tag.name}> is taken by {part}, on line {line}.",
                "A link to that part, to the help lines of a country or to a source, would lead here.",
                AN_ID.format(name=name),
            )


def _leads_out(page: Page, link: Tag) -> Problem:
    return Problem(
        page.source,
        link.line,
        f"The id “{link.attributes['id']}” stands on a link that leads out of the site.",
        "Whoever comes by an address with that id would be led there, and nobody pressed anything.",
        "Give the id to a heading, or take it out.",
    )


def _twice(noun: str, places: Places, mend: str = AN_ID) -> Iterator[Problem]:
    seen: dict[str, tuple[str, int]] = {}
    for name, source, line in places:
        if name in seen:
            first = "{}:{}".format(*seen[name])
            yield Problem(
                source,
                line,
                f"The {noun} id “{name}” is taken by {first}.",
                "A link, a kept tick or a printed sheet would reach the wrong one.",
                mend.format(name=name),
            )
        else:
            seen[name] = (source, line)


def _sheets(guide: Guide) -> Places:
    """What a PDF is called by: a worksheet by its file, a checklist by its id, and the workbook of them all."""
    if guide.data.get("workbook"):
        yield "workbook", guide.data_file("workbook.yml"), 1
    yield from ((page.name, page.source, 1) for page in guide.of_kind("worksheet"))
    yield from ((one.id, guide.data_file(f"examples/{one.sheet}.yml"), 1) for one in guide.examples)
    alone = {one.id: one for one in reversed(guide.printed_checklists)}
    yield from ((one.id, one.source, one.line) for one in alone.values())


def _check_skeleton(guide: Guide) -> Iterator[Problem]:
    """An id that stands on every page, or on every page of a kind, is written on none."""
    for page in guide.pages:
        places = [(alias, question.line) for question in page.questions for alias in question.aliases]
        if page.anchors & SKELETON_IDS:
            places += [(tag.attributes.get("id", ""), tag.line) for tag in tags_of(page.html)]
        for name, line in places:
            if name in SKELETON_IDS:
                yield Problem(
                    page.source,
                    line,
                    f"The id “{name}” is that of a part of every page.",
                    "A link would reach that part and not this place, and the page would not be valid HTML.",
                    f"Write another, such as  {{#the-{name}}} , or none.",
                )


def _check_aliases(guide: Guide) -> Iterator[Problem]:
    """An old id or address leads to one place, and not to one that is in use; and an address is one."""
    for page in guide.pages:
        for alias in page.fields.get("aliases") or []:
            if not is_old_address(alias):
                yield _no_address(page, alias)
    ids = {question.id for question in guide.questions}
    urls = {page.url for page in guide.pages}
    questions = ((alias, one, one.line, ids) for one in guide.questions for alias in one.aliases)
    pages = ((alias, one, one.lines.get("aliases", 1), urls) for one in guide.pages for alias in one.aliases)
    for alias, owner, line, used in chain(questions, pages):
        if alias in used:
            yield Problem(
                owner.source,
                line,
                f"The old name “{alias}” is in use.",
                "It cannot lead here and be something else as well.",
                "Take it out of aliases, or rename the other one.",
            )
        used.add(alias)


def _no_address(page: Page, alias: str) -> Problem:
    much = too_large(alias)
    return Problem(
        page.source,
        page.lines.get("aliases", 1),
        f"An old address has {much}." if much else f"“{alias}” cannot have been the address of a page.",
        "Nothing can lead here from it, and a host might take it for an order.",
        "Write an address as it was, from the site's root:  aliases: [steps/honesty/]",
    )
