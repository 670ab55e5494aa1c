"""A page asks only for parts that the build can make, and gets them."""

from collections.abc import Collection, Iterator

from guide.model.guide import Guide
from guide.model.page import Mark, Page
from guide.model.problems import Problem, nearest
from guide.text.part_requests import is_request, misspelt_in, weekly_of

NOTHING = "The comment would stay a comment, and readers would see nothing."
WITH_MORE = ("calendar", "help-lines", "picture")
"""The parts that are asked for with a word besides their name."""

A_CALENDAR = "<!-- guide: calendar 8 Evening in -->"


def check_requests(guide: Guide, parts: Collection[str]) -> Iterator[Problem]:
    """The comments of the form `<!-- guide: blocks -->`. `parts` are those that can be made."""
    pictures = guide.data.get("pictures") or {}
    for page in guide.pages:
        yield from _misspelt(page, parts)
        for request in page.requests:
            what, mend = _fault_of(page, request, parts, pictures)
            if what:
                yield Problem(page.source, request.line, what, NOTHING, mend)


def _misspelt(page: Page, parts: Collection[str]) -> Iterator[Problem]:
    for comment in misspelt_in(page.html, parts):
        yield _asks_nothing(page, comment, _line_of(page, comment, page.text_line))
    lines = page.text.split("\n")
    for words, line in page.prose:
        if is_request(words, parts):
            there = _line_of(page, words, line)
            if "`" not in lines[there - page.text_line]:
                yield _asks_nothing(page, words, there)


def _line_of(page: Page, words: str, otherwise: int) -> int:
    place = page.text.find(words)
    return page.text_line + page.text.count("\n", 0, place) if place >= 0 else otherwise


def _asks_nothing(page: Page, written: str, line: int) -> Problem:
    what = f"“{' '.join(written.split())}” asks for nothing as it is written."
    return Problem(page.source, line, what, NOTHING, "Write it in this form:  <!-- guide: blocks -->")


def _fault_of(page: Page, request: Mark, parts: Collection[str], pictures: Collection[str]) -> tuple[str, str]:
    """What is wrong with a request, and how to mend it; two empty texts for one that can be answered."""
    name, more = request.name, request.argument
    if name not in parts:
        guess = nearest(name, parts)
        mend = f"Write  <!-- guide: {guess} -->" if guess else f"Known: {', '.join(sorted(parts))}."
        return f"Nothing called “{name}” can be put here.", mend
    if name == "picture" and more not in pictures:
        guess = nearest(more, pictures)
        return f"There is no picture “{more}”.", f"Write  <!-- guide: picture {guess or '…'} -->"
    if name == "calendar" and not weekly_of(more)[0]:
        return "A calendar needs to know for how many weeks, and what to call the day.", f"Write  {A_CALENDAR}"
    if more and name not in WITH_MORE:
        return f"“{name}” is asked for with “{more}”, which means nothing.", f"Write  <!-- guide: {name} -->"
    if name == "worksheets" and not page.fields.get("worksheets"):
        return "The page names no sheets to put here.", "Add to the lines at the top:  worksheets: [check-in]"
    return "", ""
