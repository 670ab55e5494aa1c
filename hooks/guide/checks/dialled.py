"""A link in a text reaches what it shows: the number, the address of a letter, the host."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qs, unquote

from guide.checks.html_tags import Tag, tags_of
from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.phone import number_of, numbers_in

ADDRESSES = ("href", "xlink:href")
# What a telephone may be handed: one number and no other; an extension; the words of a message.
ONE_NUMBER = re.compile(r"[0-9+*#().\s\u2010\u2011-]+(?:;ext=\d+)?")
HANDED = {"tel": set(), "sms": {"body"}, "mailto": {"subject", "body"}}
LETTERS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")
# A text that is an address and nothing else. The name of a file (“README.md”) is none.
HOST = re.compile(
    r"(?:https?://)?((?:[\w-]+\.)+(?:com|edu|eu|gov|info|int|net|org|au|br|ca|de|es|fr|ie|in|mx|nl|nz|uk|us|za))(?:/\S*)?"
)
MEND = {
    "tel": "Write the same figures in both:  [0808 2000 247](tel:08082000247)",
    "sms": "Write the same figures in both, and one number:  [85258](sms:85258)",
    "mailto": "Write the same address in both, and one:  [help@example.org](mailto:help@example.org)",
}


def check_dialled(guide: Guide) -> Iterator[Problem]:
    """Of every page. A link that shows no figures and no address says in words whom it reaches."""
    for page in guide.pages:
        for tag in tags_of(page.html):
            for address in filter(None, map(tag.attributes.get, ADDRESSES)):
                mend = _fault_of(parts_of(address.strip()), tag)
                if mend:
                    yield _problem(page.source, tag, address, mend)


def _fault_of(target: SplitResult, link: Tag) -> str:
    """How a link that misleads is to be mended; "" for one that does not."""
    if target.scheme in HANDED:
        right = set(parse_qs(target.query, keep_blank_values=True)) <= HANDED[target.scheme]
        reached = (_letter if target.scheme == "mailto" else _call)(unquote(target.path), link)
        return "" if right and reached else MEND[target.scheme]
    if target.scheme in ("http", "https"):
        return _host_fault(target.hostname or "", link)
    return ""


def _call(path: str, link: Tag) -> bool:
    """Whether one number is dialled, and is among those that each way to perceive the link gives."""
    number = number_of(path.partition(";")[0]) if ONE_NUMBER.fullmatch(path.strip()) else ""
    shown = [said for said in link.says if any(map(str.isdecimal, said))]
    return bool(number) and all(number in numbers_in(said) for said in shown)


def _letter(path: str, link: Tag) -> bool:
    shown = {found.casefold() for said in link.says for found in LETTERS.findall(said)}
    return bool(LETTERS.fullmatch(path)) and shown <= {path.casefold()}


def _host_fault(host: str, link: Tag) -> str:
    if any(map(_is_mixed, host.split("."))):
        return "Type the address by hand: a letter of it is another alphabet’s, and looks like one of ours."
    shown = [found[1].casefold() for said in link.says if (found := HOST.fullmatch(said.strip()))]
    ours = host.removeprefix("www.")
    same = all(ours == one.removeprefix("www.") or ours.endswith(f".{one.removeprefix('www.')}") for one in shown)
    return "" if same else "Show the host that the link leads to, or say in words what is there."


def _is_mixed(label: str) -> bool:
    """Whether a part of a host's name has letters of Latin and of another alphabet."""
    letters = [unicodedata.name(letter, "").partition(" ")[0] == "LATIN" for letter in label if letter.isalpha()]
    return any(letters) and not all(letters)


def _problem(source: str, tag: Tag, address: str, mend: str) -> Problem:
    return Problem(
        source,
        tag.line,
        f"“{' '.join((tag.says or (tag.name,))[0].split())}” is shown, and the link is to “{address}”.",
        "Somebody in need would press the one, and reach the other, or nobody, or somebody else as well.",
        mend,
    )
