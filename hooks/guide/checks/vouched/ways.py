"""The ways to help on which readers in danger rest: boxes of care, and every link that leads to safety or stands there.

By what words somebody looks for help nobody can list. So each way that is there is counted, whatever it is called.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, groupby, pairwise

from guide.checks.boxes import CALLOUTS, Box, boxes_of, is_care
from guide.checks.html_tags import Tag, tags_of, words_of_page
from guide.checks.safety import place_of, safe_places
from guide.checks.vouched.fact import Fact
from guide.model.guide import Guide
from guide.model.page import Page

SOURCE = "#source-"
Beside = tuple[Tag | None, str]
"""A callout, or what stands in none, and its words."""


def facts_of_ways(guide: Guide) -> Iterator[Fact]:
    """Those of all pages."""
    safe = safe_places(guide)
    for page in guide.pages:
        boxes = [box for box in boxes_of(page.html) if box.is_care]
        yield from _of_boxes(page, boxes)
        yield from _beside(page) if boxes else ()
        yield from _from_safety(page, guide) if page.kind == "safety" else _to_safety(page, boxes, safe, guide)


def _of_boxes(page: Page, boxes: list[Box]) -> Iterator[Fact]:
    for box in boxes:
        alike = sum(other.ways == box.ways for other in boxes)
        ways = [way for way in dict.fromkeys(box.ways) if not way.startswith(SOURCE)]
        leads = f"that leads to {' '.join(ways)}" if ways else "that leads nowhere"
        yield Fact(f"/{page.url} has {alike} box of care {leads}", page.source, box.line)


def _beside(page: Page) -> Iterator[Fact]:
    """Other callouts that are read directly before a box of care, or behind it: they might take it back."""
    pieces = ((_callout(around), text) for text, around in words_of_page(page.html))
    read = [(callout, " ".join(text for _, text in some)) for callout, some in groupby(pieces, key=lambda one: one[0])]
    for (before, above), (after, below) in pairwise(read):
        if before and after and is_care(before) != is_care(after):
            callout, words = (after, below) if is_care(before) else (before, above)
            yield Fact(f"/{page.url} says beside its box of care: “{words}”", page.source, callout.line)


def _callout(around: tuple[Tag, ...]) -> Tag | None:
    return next((tag for tag in around if not CALLOUTS.isdisjoint(tag.attributes.get("class", "").split())), None)


def _to_safety(page: Page, boxes: list[Box], safe: set[str], guide: Guide) -> Iterator[Fact]:
    """How often it leads to each place of safety, beside its boxes."""
    found = [(way, line) for way, place, line, _ in _ways(page, guide) if place in safe]
    times = Counter(way for way, _ in found)
    times.subtract(chain(*(box.ways for box in boxes)))
    for way, line in dict(found).items():
        if times[way] > 0:
            yield Fact(f"/{page.url} leads {_often(times[way])}to {way}", page.source, line)


def _from_safety(page: Page, guide: Guide) -> Iterator[Fact]:
    """Where each of its links leads on this site, by its words; the number of a source leads to that alone."""
    found = [
        (" / ".join(dict.fromkeys(says)), way, line)
        for way, place, line, says in _ways(page, guide)
        if (place or way.startswith("#")) and not (way.startswith(SOURCE) and says and says[0].isdecimal())
    ]
    times = Counter((words, way) for words, way, _ in found)
    for words, way, line in found:
        yield Fact(f"/{page.url} leads {_often(times[words, way])}by “{words}” to {way}", page.source, line)


def _often(times: int) -> str:
    return f"{times} times " if times > 1 else ""


def _ways(page: Page, guide: Guide) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    """Each link as it is written, the place it leads to ("" on the page itself), its line, and what it says."""
    for tag in tags_of(page.html):
        for name, way in tag.attributes.items():
            if name.endswith("href") and way:
                yield way, place_of(way.partition("#")[0], page, guide.address), tag.line, tag.says
