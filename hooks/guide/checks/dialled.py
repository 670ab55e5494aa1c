"""A link in a text reaches what it shows: the number, the address of a letter, the host."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote

from guide.checks.html_tags import Tag, tags_of
from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.calling import Calling, calling_of
from guide.text.phone import number_of, numbers_in, numbers_of_line
from guide.text.shown_hosts import agrees, hosts_in, is_disguised, is_file, is_host, letters_in
from guide.text.shown_numbers import SHORTEST, calls_in, is_number_alone

ADDRESSES = ("href", "xlink:href")
# What a telephone may be handed: one number and no other; an extension. No words, which it would keep as a draft.
ONE_NUMBER = re.compile(r"[0-9+*#().\s\u2010\u2011-]+(?:;ext=\d+)?")
HANDED = {"tel": set(), "sms": set(), "mailto": {"subject", "body"}}
ONE_LETTER = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
MEND = {
    "tel": "Write the same figures in both:  [0808 2000 247](tel:08082000247)",
    "sms": "Write the same figures in both, one number, and no words of a message:  [85258](sms:85258)",
    "mailto": "Write the same address in both, and one:  [help@example.org](mailto:help@example.org)",
    "call": "Let the link call:  [0808 2000 247](tel:08082000247) . Or take the number out of the link.",
    "host": "Show the host that the link leads to, or say in words what is there.",
    "mixed": "Type the address by hand: a letter of it is another alphabet’s, and looks like one of ours.",
    "disguised": "Write the host in its own letters, as its owner does; link to none that only looks like another.",
}


class Known(NamedTuple):
    """What a guide's data says of calling."""

    numbers: Mapping[str, set[str]]
    """Those of the directory, bare, each with the hosts of its lines."""
    calling: Calling

    def calls_in(self, text: str) -> set[str]:
        """Whom a text tells to call."""
        return calls_in(text, self.numbers, self.calling)

    def is_alone(self, text: str) -> bool:
        """Whether it is a number, and no more than a word to call it."""
        return is_number_alone(text, self.calling)


def check_dialled(guide: Guide) -> Iterator[Problem]:
    """Of every page. A link that shows no figures and no address says in words whom it reaches."""
    known = _known(guide)
    for page in guide.pages:
        beside = set()
        for tag in tags_of(page.html):
            targets = {address: parts_of(address.strip()) for address in addresses_of(tag)}
            told = {address: mend for address, target in targets.items() if (mend := _fault_of(target, tag, known))}
            for address, mend in told.items():
                yield _problem(page.source, tag, address, mend)
            calls = any(target.scheme in ("tel", "sms") for target in targets.values())
            waiting = "" if told or calls else _waiting(tag, known)
            if waiting and waiting not in beside:
                beside.add(waiting)
                yield _beside(page.source, tag.line, waiting)


def addresses_of(tag: Tag) -> Iterator[str]:
    """Where an element leads, in HTML and in a drawing."""
    return filter(None, map(tag.attributes.get, ADDRESSES))


def _known(guide: Guide) -> Known:
    known: dict[str, set[str]] = {}
    for line in guide.data.get("help-lines") or []:
        hosts = {parts_of(line.get("url") or "").hostname or ""} - {""}
        for number in numbers_of_line(line):
            known.setdefault(number, set()).update(hosts)
    return Known(known, calling_of(guide.shape))


def _fault_of(target: SplitResult, link: Tag, known: Known) -> str:
    """How a link that misleads is to be mended; "" for one that does not."""
    if target.scheme in ("tel", "sms"):
        return "" if _asks_right(target) and _call(unquote(target.path), link) else MEND[target.scheme]
    if target.scheme == "mailto":
        path = unquote(target.path)
        right = _asks_right(target) and _letter(path, link)
        return _call_fault("", link, known) or _host_fault(path.rpartition("@")[2], link) if right else MEND["mailto"]
    if any(is_host(one.rpartition("@")[2]) for said in link.says for one in letters_in(said)):
        return MEND["mailto"]
    if target.scheme in ("http", "https") or target.netloc:
        host = target.hostname or ""
        return _host_fault(host, link, target.path) or _call_fault(host, link, known)
    alone = not target.scheme and any(known.is_alone(said) and known.calls_in(said) for said in link.says)
    return MEND["call"] if alone else ""


def _asks_right(target: SplitResult) -> bool:
    return set(parse_qs(target.query, keep_blank_values=True)) <= HANDED[target.scheme]


def _call(path: str, link: Tag) -> bool:
    """Whether one number is dialled, and is among those that each way to perceive the link gives."""
    number = number_of(path.partition(";")[0]) if ONE_NUMBER.fullmatch(path.strip()) else ""
    shown = [" ".join(said.split()) for said in link.says if any(map(str.isdecimal, said))]
    return bool(number) and all(number in numbers_in(said) for said in shown)


def _call_fault(host: str, link: Tag, known: Known) -> str:
    """Of a link that calls nobody. The service's own address may show the number of the service."""
    shown = {number for said in link.says for number in known.calls_in(said)}
    own = all(any(agrees(one.removeprefix("www."), host) for one in known.numbers.get(number, ())) for number in shown)
    return "" if own else MEND["call"]


def _letter(path: str, link: Tag) -> bool:
    shown = {found for said in link.says for found in letters_in(said)}
    return bool(ONE_LETTER.fullmatch(path)) and shown <= letters_in(path)


def _host_fault(host: str, link: Tag, path: str = "") -> str:
    if any(map(_is_mixed, host.split("."))):
        return MEND["mixed"]
    if is_disguised(host):
        return MEND["disguised"]
    shown = {one for said in link.says for one in hosts_in(said)}
    same = all(agrees(one, host) or is_file(one, unquote(path)) for one in shown)
    return "" if same else MEND["host"]


def _is_mixed(label: str) -> bool:
    """Whether a part of a host's name has letters of Latin and of another alphabet."""
    letters = [unicodedata.name(letter, "").partition(" ")[0] == "LATIN" for letter in label if letter.isalpha()]
    return any(letters) and not all(letters)


def _waiting(tag: Tag, known: Known) -> str:
    """What is shown to who waits on an element and has a number to call; or stands behind a name that is one."""
    if not (title := tag.attributes.get("title", "")):
        return ""
    name = tag.says[0] if tag.name == "abbr" and tag.says else ""
    figures = sum(map(str.isdecimal, name))
    behind = known.calls_in(name) or (known.is_alone(name) and figures >= SHORTEST)
    return title if behind or known.calls_in(title) else ""


def _beside(source: str, line: int, title: str) -> Problem:
    return Problem(
        source,
        line,
        f"“{title}” would be shown to whoever waits on a word or a number of the text.",
        "A number would be shown in the place of another, or beside it, and somebody in need might call that one.",
        "Write it into the text, for everybody to read, or take the number out.",
    )


def _problem(source: str, tag: Tag, address: str, mend: str) -> Problem:
    return Problem(
        source,
        tag.line,
        f"“{' '.join((tag.says or (tag.name,))[0].split())}” is shown, and the link is to “{address}”.",
        "Somebody in need would press the one, and reach the other, or nobody, or somebody else as well.",
        mend,
    )
