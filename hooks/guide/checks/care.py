"""Before advice stands a box of care that leads to safety; nothing hides such a box, or the ways to help."""

import posixpath
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from typing import Any

from guide.checks.boxes import Box, boxes_of
from guide.checks.safety import place_of, safe_places
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.as_seen import plain
from guide.text.prose import words_of

LEAST_WORDS, LEAST_LETTERS = 4, 10
"""Different words of a box; or letters, where one cannot tell words."""
MOST_WORDS, MOST_FROM_TOP = 100, 400
"""Words above a box, below the heading of its part and from the top, in a guide that says nothing of it."""
WHY = "Somebody who is afraid would read advice that is not for them, and might follow it."


def check_care(guide: Guide) -> Iterator[Problem]:
    """Which pages need such a box stands in docs/_data/shape.yml; a guide without safety pages has nowhere to lead."""
    safety = guide.of_kind("safety")
    safe = safe_places(guide)
    asked = guide.shape.get("care") or {}
    for page in guide.pages if safety else []:
        boxes = boxes_of(page.html)
        for box in boxes:
            if box.hidden_by:
                yield _hidden(page, box)
        before = _before(page, asked)
        led = [box for box in boxes if _leads(box, page, safe, guide)]
        standing = [box for box in led if before is not None and _stands(box, before)]
        far = [_too_far(box, page, before or "", asked) for box in standing]
        near = [box for box, fault in zip(standing, far, strict=True) if fault is None]
        if near and not any(_speaks(box, page, safe, guide) for box in near):
            yield _gutted(page, near[0])
        elif far and not near:
            yield from filter(None, far[:1])
        elif before is not None and not standing:
            yield _missing(page, before, _first(guide) or safety[0])


def _first(guide: Guide) -> Page | None:
    """The page to which every page leads whoever is afraid."""
    return guide.page_at(((guide.data.get("words") or {}).get("first") or {}).get("page"))


def _before(page: Page, asked: Mapping[str, Any]) -> str | None:
    """The part of a page that its box stands before, "" for the first one; None where it needs none."""
    is_excepted = any(fnmatch(page.url, one) for one in asked.get("except") or [])
    return None if is_excepted else (asked.get("before") or {}).get(page.kind)


def _stands(box: Box, before: str) -> bool:
    """Whether everybody comes upon a box before the advice."""
    above = before not in box.passed if before else not box.passed
    return box.is_care and not box.hidden_by and above


def _too_far(box: Box, page: Page, before: str, asked: Mapping[str, Any]) -> Problem | None:
    """What is said of a box with too much above it: in its part, or, before a named part, from the top."""
    words = asked.get("words") or {}
    most = words.get(page.kind, words.get("", MOST_WORDS))
    most_from_top = (asked.get("from_top") or {}).get(page.kind, MOST_FROM_TOP) if before else most
    levels, room, most = (
        (2, box.words_in_part, most) if box.words_in_part > most else (1, box.words_before, most_from_top)
    )
    if room <= most:
        return None
    above = [one for one in page.headings if one.level <= levels and one.line < box.line]
    where = f"“{above[-1].text}”" if above else "the top"
    what = f"What stands between {where} and the box of care takes the room of {room} words, and {most} are the most."
    mend = "Move the box up, or take out some of what is above it; a picture counts as 30 words or more, a line as 10."
    return Problem(page.source, box.line, what, WHY, mend)


def _leads(box: Box, page: Page, safe: set[str], guide: Guide) -> bool:
    return any(place_of(way.partition("#")[0], page, guide.address) in safe for way in box.ways)


def _speaks(box: Box, page: Page, safe: set[str], guide: Guide) -> bool:
    """Whether it says something, and its way to safety does; in some languages no blank parts the words."""
    words = {word.casefold() for word in words_of(plain(box.words))}
    enough = len(words) >= LEAST_WORDS or sum(len(word) for word in words if not word.isascii()) >= LEAST_LETTERS
    said = (place_of(way.partition("#")[0], page, guide.address) for way in box.worded_ways)
    return enough and any(place in safe for place in said)


def _missing(page: Page, before: str, safety: Page) -> Problem:
    part = next((one for one in page.headings if one.level == 2 and before in (one.id, *one.classes)), None)
    title = next((one for one in page.headings if one.level == 1), None)
    way = posixpath.relpath(safety.source, posixpath.dirname(page.source))
    where = f"before “{part.text}”" if part else "at its beginning"
    return Problem(
        page.source,
        title.line if title else 1,
        f"The page has no box of care {where} that leads to a safety page.",
        WHY,
        f"Write there  > [!CAUTION]  and below it  > Are you afraid? Read [{safety.title}]({way}) first.",
    )


def _gutted(page: Page, box: Box) -> Problem:
    what = f"The box of care says only “{box.words}”."
    mend = f"Say for whom it is, in {LEAST_WORDS} words or more, and by words of the link where it leads."
    return Problem(page.source, box.line, what, WHY, mend)


def _hidden(page: Page, box: Box) -> Problem:
    what = "a box of care" if box.is_care else "the help lines"
    return Problem(
        page.source,
        box.line,
        f"{box.hidden_by} changes how {what} would be seen or heard.",
        "Folded away, struck out, small or called something else, it would be missed by whoever needs it most.",
        "Let it stand by itself, in plain words, with nothing around it.",
    )
