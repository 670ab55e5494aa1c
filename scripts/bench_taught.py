"""What the search makes of lines that it was not taught: a fifth of docs/_data/typed/, held out by hash.

The site's own search was taught every line, so what it makes of them tells nothing of what others will type. Here it is
taught the other four fifths alone, and asked the fifth, as it stands and with a slip of the finger.
"""

import dataclasses
import hashlib
import re
from collections.abc import Iterable
from typing import Any

from bench_figures import Share
from bench_search import index_of
from guide.model.guide import Guide
from guide.search.typed import ELSEWHERE, IN_DANGER, IN_NO_DANGER, learnt_of, places_of

PARTS = 5
LONG = 6  # letters of a word in which a slip is made; in a shorter one it is another word too often
LATER = ("about", "elsewhere")
"""What of that comes with the second piece of the index."""
Lines = dict[str, list[str]]
"""By the place that is meant for them, which may be none."""


def part(guide: Guide) -> tuple[Guide, dict[str, Lines]]:
    """The guide without the lines that are held out, and those by their file."""
    typed = guide.data["typed"]
    kept, held = ({name: _some(lines, out) for name, lines in typed.items()} for out in (False, True))
    return dataclasses.replace(guide, data={**guide.data, "typed": kept}), held


def _some(lines: Lines, held_out: bool) -> Lines:
    return {page: [line for line in some if is_held_out(line) == held_out] for page, some in lines.items()}


def is_held_out(line: str) -> bool:
    """One in five, always the same ones, whatever is added or moved."""
    return int.from_bytes(hashlib.sha256(line.encode()).digest()[:4], "big") % PARTS == 0


def held_out_of(guide: Guide, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those queries of real people that stand in lines which are held out."""
    held = {line for lists in part(guide)[1].values() for lines in lists.values() for line in lines}
    return [query for query in queries if as_line(query["query"]) in held]


def as_line(query: str) -> str:
    """A query as it is written in docs/_data/typed/."""
    return " ".join(re.sub(r"[^\w\s-]", " ", re.sub(r"['’]", "", query.lower())).split())


def slip(line: str) -> str:
    """The line with two letters swapped in the middle of its longest word; as it is where that would be none."""
    word = max(line.split(), key=len)
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return line.replace(word, swapped) if len(word) >= LONG and " " in line else line


def learnt_without(guide: Guide) -> dict[str, Any]:
    """What the search learns of the lines that are not held out, in half a minute."""
    return learnt_of(part(guide)[0])


def taught_anew(page, learnt: dict[str, Any]):
    """A page of the site, made to ask a search that has learnt this and nothing else."""
    address = index_of(page)
    index = page.request.get(address).json()
    second = page.request.get(index["more"][0]).json()
    at_first = {name: value for name, value in learnt.items() if name not in LATER}
    of_second = {**second, **{name: learnt[name] for name in LATER}}
    page.route(f"**/{address}", lambda route: route.fulfill(json={**index, "learnt": at_first}))
    page.route(f"**/{index['more'][0]}", lambda route: route.fulfill(json=of_second))
    page.goto("")
    return page


def told(page, queries: list[str]) -> list[dict[str, Any]]:
    """Of each query the place that is pinned for danger, or none, and whether it is said to belong elsewhere."""
    return page.evaluate(ASK, queries)


ASK = """async (queries) => {
  const search = await (await fetchSearch()).load(searchRoot);
  await search.whole;
  const placeOf = (alarm) => alarm ? [alarm.address, alarm.fragment] : null;
  const told = ({ alarm, unsure, results }) => ({ place: placeOf(alarm), elsewhere: unsure || !results.length });
  return queries.map((query) => told(search.find(query)));
}"""


def held_out_figures(page, guide: Guide, learnt: dict[str, Any]) -> dict[str, Share]:
    """How many of the lines held out are told right, by a page of the site that has learnt the others."""
    held = part(guide)[1]
    taught_anew(page, learnt)
    places = places_of(guide)
    danger = [(line, list(places[name][:2])) for name, lines in held[IN_DANGER].items() for line in lines]
    pinned = [answer["place"] for answer in told(page, [line for line, _ in danger])]
    known = [line for (line, _), place in zip(danger, pinned, strict=True) if place is not None]
    calm, elsewhere = ([line for lines in held[name].values() for line in lines] for name in (IN_NO_DANGER, ELSEWHERE))
    return {
        "danger told": Share(len(known), len(danger)),
        "the page for that reader first": Share(sum(map(_same_page, danger, pinned)), len(danger)),
        "and the very part of it": Share(sum(map(lambda one, place: one[1] == place, danger, pinned)), len(danger)),
        "danger still told with a slip": _alarms(page, slipped(known)),
        "harmless, told as danger": _alarms(page, calm),
        "harmless, told as danger with a slip": _alarms(page, slipped(calm)),
        "other subjects told": Share(sum(answer["elsewhere"] for answer in told(page, elsewhere)), len(elsewhere)),
    }


def slipped(lines: Iterable[str]) -> list[str]:
    """The lines in which a slip can be made, with it."""
    return [slip(line) for line in lines if slip(line) != line]


def _same_page(one: tuple[str, list[str]], pinned: list[str] | None) -> bool:
    return pinned is not None and one[1][0] == pinned[0]


def _alarms(page, queries: list[str]) -> Share:
    return Share(sum(answer["place"] is not None for answer in told(page, queries)), len(queries))
