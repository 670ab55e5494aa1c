"""Where a guide has a directory of help lines, its pages call nobody else, and each of them by its own name."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from guide.checks.called import check_called
from guide.checks.dialled import ADDRESSES
from guide.checks.directory_numbers import TO_DIRECTORY, WHY, Numbers, is_among, numbers_of, sure_names, unknown
from guide.checks.html_tags import Tag, tags_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.as_seen import words_as_seen
from guide.text.calling import Calling, calling_of
from guide.text.figures import figures_as_seen
from guide.text.phone import number_of, numbers_in, texts_of
from guide.text.shown_numbers import told_to_call

REMARKS = ("who", "note", "hours", "region", "source")
LONG_REMARK = 6
"""Figures of a number that a remark would call: hours and ages have fewer."""
TO_LINE = "Write it as  phone  or  sms  of a line, with where it was seen"


def check_directory(guide: Guide) -> Iterator[Problem]:
    """Of every page; a guide without a directory may ring whom it likes."""
    lines, source = guide.data.get("help-lines") or [], guide.data_file("help-lines.yml")
    numbers, calling = numbers_of(guide), calling_of(guide.shape)
    texted = {number for line in lines for _, number in texts_of(line)}
    yield from _check_kinds(guide, calling)
    for line in lines:
        yield from _check_remarks(line, numbers[""], source, calling)
    for page in guide.pages if numbers else []:
        for tag in tags_of(page.html):
            yield from _check_link(page, tag, numbers, source)
            yield from _check_text(page, tag, numbers[""] - texted, source)
    yield from check_called(guide, numbers, source) if numbers else ()


def _check_kinds(guide: Guide, calling: Calling) -> Iterator[Problem]:
    """One kind of help at least stands on every page that shows lines; what stands for a line names no number."""
    kinds, source = guide.data.get("help-kinds") or [], guide.data_file("help-kinds.yml")
    if kinds and guide.of_kind("safety") and not any(kind.get("everywhere") for kind in kinds):
        what = "No kind of help is shown everywhere."
        yield Problem(
            source, 1, what, "In danger, the first number counts.", "Write  everywhere: true  for one of them."
        )
    for text in (
        kind[key]
        for kind in kinds
        for key in ("name", "otherwise")
        if numbers_in(figures_as_seen(kind.get(key) or "", calling))
    ):
        mend = "Say it in words, and add the number to the help lines, with where it was seen."
        yield Problem(source, text.line, f"A number stands in “{text}”.", WHY, mend)


def _check_remarks(line: dict[str, Any], known: set[str], source: str, calling: Calling) -> Iterator[Problem]:
    """What is said beside a number rings nobody else."""
    for text in filter(None, map(line.get, REMARKS)):
        others = {one for one in numbers_in(text) if len(one) >= LONG_REMARK} | told_to_call(text, calling)
        for number in sorted(one for one in others if not is_among(one, known)):
            yield unknown(source, text.line, number, TO_LINE)


def _check_link(page: Page, tag: Tag, numbers: Numbers, source: str) -> Iterator[Problem]:
    for target in (parts_of(tag.attributes.get(name, "").strip()) for name in ADDRESSES):
        number = number_of(unquote(target.path).partition(";")[0]) if target.scheme in ("tel", "sms") else ""
        if not number:
            continue
        named = {name for name in sure_names(numbers) if _names(tag, name)}
        if not is_among(number, numbers[""]):
            yield unknown(page.source, tag.line, number, TO_DIRECTORY.format(source))
        elif named and not any(is_among(number, numbers[name]) for name in named):
            what = f"“{' '.join(tag.says[0].split())}” is not called by {number}."
            yield Problem(page.source, tag.line, what, WHY, f"Copy the number of that service from {source}.")


def _check_text(page: Page, tag: Tag, silent: set[str], source: str) -> Iterator[Problem]:
    for target in (parts_of(tag.attributes.get(name, "").strip()) for name in ADDRESSES):
        number = number_of(unquote(target.path)) if target.scheme == "sms" else ""
        if number in silent:
            what = f"A link sends a text to {number}, and no line says that it takes any."
            why = "Somebody in need would write, wait for an answer, and leave what they wrote on their telephone."
            mend = f"Let the link call:  tel:{number} . Or add to the line in {source}:  sms: [Text {number}]"
            yield Problem(page.source, tag.line, what, why, mend)


def _names(tag: Tag, name: str) -> bool:
    return any(f" {name} " in f" {words_as_seen(said)} " for said in tag.says)
