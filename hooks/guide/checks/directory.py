"""Where a guide has a directory of help lines, its pages call nobody else, and each of them by its own name."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from guide.checks.dialled import ADDRESSES
from guide.checks.html_tags import Tag, tags_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.as_seen import words_as_seen
from guide.text.phone import number_of, numbers_in, numbers_of_line
from guide.text.shown_hosts import agrees

LONG = re.compile(r"[+0][0-9]{8,}")
"""A number to ring with its area code; years, shares and sums of money are none."""
LOCAL = 4
"""Figures of a number that one might ring from somewhere else; those of the police have fewer."""
REMARKS = ("who", "note", "hours", "region")
LONG_REMARK = 6
"""Figures of a number that a remark would call: hours and ages have fewer."""
Numbers = dict[str, set[str]]
"""By the name of a service, plain, and all of them by ""."""
SHORTEST_NAME = 2  # words, by which a service is surely meant
TO_LINE = "Write it as  phone  or  text_or_chat  of a line, with where it was seen"
TO_DIRECTORY = "Add the line to {}, with where its number was seen"
WHY = "One figure that is not right, and somebody in need reaches nobody, or somebody else."


def check_directory(guide: Guide) -> Iterator[Problem]:
    """Of every page; a guide without a directory may ring whom it likes."""
    lines, source = guide.data.get("help-lines") or [], guide.data_file("help-lines.yml")
    numbers = _numbers_of(lines)
    yield from _check_kinds(guide)
    for line in lines:
        yield from _check_remarks(line, numbers[""], source)
    for page in guide.pages if numbers else []:
        for tag in tags_of(page.html):
            yield from _check_link(page, tag, numbers, source)
        if page.kind == "safety":
            yield from _check_words(page, numbers[""], source)


def _check_kinds(guide: Guide) -> Iterator[Problem]:
    """One kind of help at least stands on every page that shows lines; what stands for a line names no number."""
    kinds, source = guide.data.get("help-kinds") or [], guide.data_file("help-kinds.yml")
    if kinds and guide.of_kind("safety") and not any(kind.get("everywhere") for kind in kinds):
        what = "No kind of help is shown everywhere."
        yield Problem(
            source, 1, what, "In danger, the first number counts.", "Write  everywhere: true  for one of them."
        )
    for text in (kind[key] for kind in kinds for key in ("name", "otherwise") if numbers_in(kind.get(key) or "")):
        mend = "Say it in words, and add the number to the help lines, with where it was seen."
        yield Problem(source, text.line, f"A number stands in “{text}”.", WHY, mend)


def _check_remarks(line: dict[str, Any], known: set[str], source: str) -> Iterator[Problem]:
    """What is said beside a number rings nobody else, and the page where it was seen is not somebody else's."""
    for text in filter(None, map(line.get, REMARKS)):
        for number in sorted(one for one in numbers_in(text) - known if len(one) >= LONG_REMARK):
            yield _unknown(source, text.line, number, TO_LINE)
    host, seen = parts_of(line.get("url") or "").hostname or "", str(line.get("source") or "").partition(" ")[0].lower()
    if seen in host and "." in seen and not agrees(seen, host):
        what = f"“{host}” only looks like “{seen}”."
        yield Problem(
            source, line["service"].line, what, WHY, "Open the page where the line was seen, and copy its address."
        )


def _numbers_of(lines: list[dict[str, Any]]) -> Numbers:
    """A remark behind a name, “The Line (all of it)”, is no part of it."""
    numbers: Numbers = {}
    for line in lines:
        for name in ("", words_as_seen(line["service"].partition("(")[0])):
            numbers.setdefault(name, set()).update(numbers_of_line(line))
    return numbers


def _check_link(page: Page, tag: Tag, numbers: Numbers, source: str) -> Iterator[Problem]:
    for target in (parts_of(tag.attributes.get(name, "").strip()) for name in ADDRESSES):
        number = number_of(unquote(target.path).partition(";")[0]) if target.scheme in ("tel", "sms") else ""
        if not number or (len(number) < LOCAL and any(number in said for said in tag.says)):
            continue  # of the police, say, as everybody can see
        named = {name for name in numbers if name.count(" ") >= SHORTEST_NAME - 1 and _names(tag, name)}
        if not _is_among(number, numbers[""]):
            yield _unknown(page.source, tag.line, number, TO_DIRECTORY.format(source))
        elif named and not any(_is_among(number, numbers[name]) for name in named):
            what = f"“{' '.join(tag.says[0].split())}” is not called by {number}."
            yield Problem(page.source, tag.line, what, WHY, f"Copy the number of that service from {source}.")


def _check_words(page: Page, known: set[str], source: str) -> Iterator[Problem]:
    for text, line in page.prose:
        for number in sorted(filter(LONG.fullmatch, numbers_in(text) - known)):
            yield _unknown(page.source, line, number, TO_DIRECTORY.format(source))


def _is_among(number: str, known: set[str]) -> bool:
    """As it is written there, or as it is dialled from abroad: without its nought, behind the country's own number."""
    abroad = number.startswith("+") and any(number.endswith(one.lstrip("0")) for one in known if len(one) >= LOCAL)
    return number in known or abroad


def _names(tag: Tag, name: str) -> bool:
    return any(f" {name} " in f" {words_as_seen(said)} " for said in tag.says)


def _unknown(source: str, line: int, number: str, mend: str) -> Problem:
    return Problem(source, line, f"{number} is the number of no help line.", WHY, f"{mend}; or mend the figures.")
