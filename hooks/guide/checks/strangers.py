"""Nobody whom the data does not name is shown in danger, promised as help, or made to look like a service."""

import re
from collections.abc import Callable, Iterable, Iterator

from guide.checks.boxes import boxes_of
from guide.checks.called import Said, beside
from guide.checks.dialled import ADDRESSES, addresses_of
from guide.checks.html_links import lines_with_links
from guide.checks.html_said import said_on
from guide.checks.html_tags import tags_of
from guide.checks.known_places import Known
from guide.checks.link_words import HERE
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.address_tricks import imitated
from guide.text.addresses import parts_as_read, parts_of
from guide.text.as_seen import plain, words_as_seen
from guide.text.shown_hosts import hosts_in

WHY = "Nobody has looked whether who waits there can help, and somebody in danger would trust them."
ShownIn = Callable[[str], set[str]]
BEFORE = 6
"""Words before a link that may say what it is."""


def check_strangers(guide: Guide, known: Known) -> Iterator[Problem]:
    """On every page, and in the addresses of the data."""
    promises = guide.shape.get("promises")
    pattern = re.compile(promises, re.IGNORECASE) if promises else None
    own = {parts_of(line.get("url") or "").hostname or "" for line in known.lines}
    for page in guide.pages:
        said = [*said_on(page.html)]
        yield from _shown(guide, page, said, known, pattern)
        yield from _imitated(page, said, known, own)
        if pattern and page.kind != "safety":
            yield from _promised(guide, page, known, pattern)
    yield from _imitated_in_data(guide)


def stranger(source: str, line: int, who: str, written: str, guide: Guide) -> Problem:
    """What is said of one whom the data does not name."""
    what = f"{who} leads to “{written}”, which is of no help line and no source."
    mend = f"Add it to {guide.data_file('help-lines.yml')}, with where it was seen, or take the link out."
    return Problem(source, line, what, WHY, mend)


def _shown(
    guide: Guide, page: Page, said: list[Said], known: Known, pattern: re.Pattern[str] | None
) -> Iterator[Problem]:
    """Hosts, letters and names that it only shows; on other pages those with an @ beside a promise of help.

    In a guide that says how help is promised, no page asks to write to anybody else.
    """
    if page.kind == "safety":
        yield from _unknown(guide, page, known, "A safety page", [*said, *beside(page)])
        return
    boxes = [(box.words, box.line) for box in boxes_of(page.html) if box.is_care]
    yield from _unknown(guide, page, known, "A box of care", boxes)
    for one in said if pattern else ():
        promised = [*_unknown(guide, page, known, "A promise of help", [one])] if pattern.search(plain(one[0])) else []
        shown = [problem for problem in promised if "@" in problem.what]
        yield from shown or _unknown(guide, page, known, "The text", [one], known.written_to_in)


def _unknown(
    guide: Guide, page: Page, known: Known, who: str, said: Iterable[Said], shown_in: ShownIn | None = None
) -> Iterator[Problem]:
    own = parts_of(guide.address).hostname or ""
    for words, line in said:
        for contact in sorted((shown_in or known.shown_in)(words)):
            if not known.has_contact(contact, words) and not (own and contact.endswith(f"@{own}")):
                yield stranger(page.source, line, who, contact, guide)


def _promised(guide: Guide, page: Page, known: Known, pattern: re.Pattern[str]) -> Iterator[Problem]:
    """A link that promises help, by its own words or by those before it that it only means."""
    said = [
        (tag.line, tag.attributes.get(name, ""), words)
        for tag in tags_of(page.html)
        for name in ADDRESSES
        for words in tag.says
    ]
    said += _meant(page)
    told = {
        (line, written): " ".join(words.split())
        for line, written, words in reversed(said)
        if pattern.search(plain(words)) and not known.has(parts_as_read(written))
    }
    for (line, written), words in sorted(told.items()):
        yield stranger(page.source, line, f"“{words}”", written, guide)


def _meant(page: Page) -> Iterator[tuple[int, str, str]]:
    """Each link that says little, with the words before it."""
    for pieces in lines_with_links(page.html):
        before = ""
        for piece in pieces:
            if (
                piece.way
                and before
                and (HERE.fullmatch(words_as_seen(piece.words)) or before.endswith((":", "–", "—")))
            ):
                yield piece.line, piece.way, f"{before} {piece.words}".lstrip(" ,.;")
            before = " ".join(piece.words.split()[-BEFORE:]) if not piece.way else ""


def _imitated(page: Page, said: list[Said], known: Known, own: Iterable[str]) -> Iterator[Problem]:
    found = [(host, line) for words, line in said for host in hosts_in(words)]
    for tag in tags_of(page.html):
        for written in addresses_of(tag):
            target = parts_as_read(written)
            host = target.path.rpartition("@")[2] if target.scheme == "mailto" else target.hostname
            found.append((host or "", tag.line))
    for host, line in dict.fromkeys(found):
        if other := imitated(host, known.hosts, own):
            yield _looks_like(page.source, line, host, other)


def _imitated_in_data(guide: Guide) -> Iterator[Problem]:
    """The address of a line looks like that of no other line, and not like where it was seen."""
    lines = [line for line in guide.data.get("help-lines") or [] if line.get("url")]
    hosts = {line["url"]: parts_of(line["url"]).hostname or "" for line in lines}
    for line in lines:
        host = hosts[line["url"]]
        seen = str(line.get("source") or "").casefold().removeprefix("https://").partition(" ")[0].partition("/")[0]
        others = {one for one in hosts.values() if one.removeprefix("www.") not in ("", host.removeprefix("www."))}
        if other := imitated(host, [*(others | {seen} if "." in seen else others)]):
            yield _looks_like(guide.data_file("help-lines.yml"), line["url"].line, host, other)


def _looks_like(source: str, line: int, host: str, other: str) -> Problem:
    what = f"“{host}” only looks like “{other.removeprefix('www.')}”."
    mend = (
        "Open the page that is meant, and copy its address; or add who waits there to the help lines, or the sources."
    )
    return Problem(source, line, what, "Somebody in need would trust it, and reach somebody else.", mend)
