"""A link out of a safety page leads to whom the guide's data names; one that is called as a help line, to that line."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult

from guide.checks.dialled import addresses_of
from guide.checks.html_tags import Tag, tags_of
from guide.checks.known_places import Known, known_of
from guide.checks.safety import place_of, safe_places
from guide.checks.strangers import check_strangers, stranger
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.addresses import parts_as_read
from guide.text.as_seen import words_as_seen

SEVERAL = 2
"""Words of a name by which a service is surely meant, among other words as well."""
Lines = Mapping[str, list[Mapping[str, Any]]]


def check_outside(guide: Guide) -> Iterator[Problem]:
    """Of every page; where there is no directory, nobody is named."""
    lines = guide.data.get("help-lines") or []
    named, known = _named(lines), known_of(guide)
    safe = safe_places(guide)
    for page in guide.pages if lines else []:
        for tag in tags_of(page.html):
            for written in addresses_of(tag):
                target = parts_as_read(written)
                place = place_of(written.partition("#")[0], page, guide.address)
                meant = _meant(tag, named)
                if meant and not (written.startswith("#") or place in safe or _reaches(target, meant)):
                    yield _other(page, tag, written, meant[0])
                elif page.kind == "safety" and not place and not known.has(target):
                    yield stranger(page.source, tag.line, "A safety page", written, guide)
    yield from check_strangers(guide, known) if lines else ()


def _named(lines: list[Mapping[str, Any]]) -> Lines:
    """By the name of a service, with and without the remark behind it, and by that remark."""
    named: dict[str, list[Mapping[str, Any]]] = {}
    for line in lines:
        name, _, remark = line["service"].partition("(")
        region = words_as_seen(line.get("region") or "")
        for one in {words_as_seen(words) for words in (line["service"], name, remark)} - {"", region}:
            named.setdefault(one, []).append(line)
    return named


def _meant(tag: Tag, named: Lines) -> list[Mapping[str, Any]]:
    """The lines that a link is called after, each way to perceive it."""
    for said in map(words_as_seen, tag.says):
        begun = f"{said} " if said.count(" ") + 1 >= SEVERAL else "\n"
        called = [
            one
            for one in named
            if one.startswith(begun) or one == said or (one.count(" ") + 1 >= SEVERAL and f" {one} " in f" {said} ")
        ]
        if called:
            return [line for name in called for line in named[name]]
    return []


def _reaches(target: SplitResult, lines: list[Mapping[str, Any]]) -> bool:
    """Whether a link leads to one of these; at numbers `directory` looks."""
    if target.scheme in ("tel", "sms"):
        return True
    if not (target.scheme or target.netloc):
        return False
    return Known(lines).has(target)


def _other(page: Page, tag: Tag, written: str, line: Mapping[str, Any]) -> Problem:
    own = line.get("url") or line.get("phone") or "its number"
    return Problem(
        page.source,
        tag.line,
        f"“{' '.join(tag.says[0].split())}” leads to “{written}”, and not to {line['service']}.",
        "Somebody in need would believe that they write to that service, and reach somebody else.",
        f"Lead to {own} , or call the link after what it leads to.",
    )
