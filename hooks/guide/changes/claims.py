"""What a page says beside its words: whom its links and numbers lead to outside, and what its front matter claims.

A change of a few words may send somebody in danger to a stranger, or say that a professional has read the page. No
rule can know what is true of it, so whoever merges the change is told each one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guide.changes.quoting import code, from_to, quoted
from guide.changes.written import written
from guide.checks.dialled import addresses_of
from guide.checks.html_tags import SAID, tags_of, words_of_page
from guide.model.guide import Guide
from guide.model.page import Page
from guide.text.addresses import parts_of
from guide.text.shown_numbers import numbers_shown

Kept = Mapping[str, Any]
"""Of one page: `is_safety`, `front` ({field: [what it says, line]}), `outside` ([what is shown, where to, line])."""
PROFESSIONAL = "professional"
ALWAYS = (PROFESSIONAL, "edition", "aliases")
"""What is told of a page that is gone as well."""
LEAST, LEAST_IN_DANGER = 5, 3
"""Figures of a number that is told, and on a safety page."""


@dataclass(frozen=True)
class LinkChange:
    """A link or a number that was not there before, or is there no more."""

    place: str
    shown: tuple[str, str]
    """What is to be read, before and after; "" for a number in the text, and for nothing."""
    target: tuple[str, str]
    host: str
    """Who is reached."""
    is_new: bool
    """Whether no page led there before."""
    is_safety: bool

    @property
    def is_link(self) -> bool:
        """Whether it can be pressed, and is no number in the text."""
        return any(map(host_of, self.target))


@dataclass(frozen=True)
class FieldChange:
    """A field of the front matter that is not as it was."""

    place: str
    field: str
    before: str
    after: str
    is_safety: bool


def claims_of(guide: Guide) -> dict[str, Kept]:
    """All that a snapshot keeps of it: {file: what its page says}."""
    return {
        page.source: {
            "is_safety": page.kind == "safety",
            "front": {name: [written(value), page.lines.get(name, 1)] for name, value in page.written.items()},
            "outside": [*_links(page), *_numbers(page)],
        }
        for page in guide.pages
    }


def _links(page: Page) -> Iterator[tuple[str, str, int]]:
    for tag in tags_of(page.html):
        for address in addresses_of(tag):
            if host_of(address):
                yield " ".join((tag.says or ("",))[0].split()), address, tag.line


def _numbers(page: Page) -> Iterator[tuple[str, str, int]]:
    """In sentences, in names that only some readers perceive, and in drawings; each once."""
    least = LEAST_IN_DANGER if page.kind == "safety" else LEAST
    named = [(tag.attributes.get(name, ""), tag.line) for tag in tags_of(page.html) for name in SAID]
    drawn = [(words, around[0].line) for words, around in words_of_page(page.html) if around[0].in_drawing]
    found: dict[str, int] = {}
    for words, line in (*page.prose, *named, *drawn):
        for number in numbers_shown(words, least):
            found.setdefault(number, line)
    yield from (("", number, line) for number, line in sorted(found.items()))


def host_of(address: str) -> str:
    """Whom a link reaches outside, as a browser reads it; "" for one that stays on the site."""
    written = address.strip().replace("\\", "/")
    target = parts_of(f"//{written.lstrip('/')}" if written.startswith("//") else written)
    alone = f"{target.scheme}:{target.path}" if target.scheme else ""
    return target.hostname or alone


def link_changes(base: Mapping[str, Kept], head: Mapping[str, Kept]) -> Iterator[LinkChange]:
    """What lies between two of those; nothing where the first is of an older generator. Strangers come first."""
    known = {_reached(target) for page in base.values() for _, target, _ in page["outside"]}
    found = [
        one for source in sorted({*base, *head} if base else ()) for one in _links_of_page(source, base, head, known)
    ]
    yield from sorted(found, key=lambda one: (not one.is_new, "." in one.host))


def _links_of_page(
    source: str, base: Mapping[str, Kept], head: Mapping[str, Kept], known: set[str]
) -> Iterator[LinkChange]:
    """Each that is new, beside the one in whose place it stands; what is only gone, on a safety page."""
    was, now = base.get(source, {}), head.get(source, {})
    is_safety = bool(was.get("is_safety") or now.get("is_safety"))
    gone = _beyond(was.get("outside", []), now.get("outside", []))
    for shown, target, line in _beyond(now.get("outside", []), was.get("outside", [])):
        old = next((one for one in gone if one[1] == target or (shown and one[0] == shown)), ["", "", 0])
        gone = [one for one in gone if one is not old]
        host = _reached(target)
        yield LinkChange(f"{source}:{line}", (old[0], shown), (old[1], target), host, host not in known, is_safety)
    for shown, target, line in gone if is_safety else ():
        yield LinkChange(f"{source}:{line}", (shown, ""), (target, ""), "", False, True)


def _beyond(some: Sequence, others: Sequence) -> list:
    """Those that the others have not, or less often; on which line they stand says nothing."""
    left = Counter((shown, target) for shown, target, _ in others)
    found = []
    for one in some:
        left[one[0], one[1]] -= 1
        if left[one[0], one[1]] < 0:
            found.append(one)
    return found


def _reached(target: str) -> str:
    return host_of(target) or target


def field_changes(base: Mapping[str, Kept], head: Mapping[str, Kept]) -> Iterator[FieldChange]:
    """Each field that lies between two of those; of a page that is gone, what is always told."""
    for source in sorted({*base, *head} if base else ()):
        was, now = base.get(source, {}), head.get(source, {})
        is_safety = bool(was.get("is_safety") or now.get("is_safety"))
        old, new = was.get("front", {}), now.get("front", {})
        told = {*old, *new} if now else {*ALWAYS, *(["kind"] if is_safety else [])}
        for field in sorted(told):
            (before, _), (after, line) = old.get(field, ["", 1]), new.get(field, ["", 1])
            if before != after:
                yield FieldChange(f"{source}:{line}", field, before, after, is_safety)


def tell_link(one: LinkChange) -> str:
    """One link or number, and whom it reaches."""
    (shown_before, shown), (before, target) = one.shown, one.target
    link = quoted(shown or shown_before) if one.is_link else "The number"
    if not target:
        return f"- {code(one.place)} {link} {code(before)} is gone."
    where = f" leads to {code(one.host)}: {code(target)}" if one.is_link else f" {code(target)} is new"
    was = f", before {code(before)}" if before not in ("", target) else ""
    also = f", and was called {quoted(shown_before)}" if before == target else ""
    stranger = " **No page led there before: look it up.**" if one.is_new else ""
    return f"- {code(one.place)} {link}{where}{was}{also}.{stranger}"


def tell_field(one: FieldChange) -> str:
    """One field, as it was and as it is."""
    ask = " **Ask that person, by a way that you know.**" if one.field == PROFESSIONAL and one.after else ""
    return f"- {code(one.place)} {code(one.field)}: {from_to(one.before, one.after)}.{ask}"
