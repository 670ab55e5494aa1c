"""The numbers in a text that somebody would call."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from guide.text.as_seen import folded, plain
from guide.text.call_patterns import NUMBER, Patterns, patterns_of
from guide.text.calling import DEFAULT, Calling
from guide.text.figures import LEAST, SHORTEST, figures_as_seen, is_counting
from guide.text.phone import ANYWHERE, LONGEST, numbers_in

KEPT = 10_000
"""Texts whose figures are kept, as each is asked for several times."""
LEAST_CALLED = 2
"""Figures of a number right after a word of calling: the police of some countries have as few."""
FIGURES = re.compile(r"\d")
# Figures in writing that nobody calls: of papers, books and pages, days, years, thousands, the address of a computer.
OTHER = re.compile(
    r"\b10\.\d{4,9}/\S+|\b0x[\da-f]+\b"
    r"|\b(?:ISBN|ISSN|PMID|PMC|arXiv|NCT|CRD|commit)[\s:]*[\d.-]+X?|\b97[89](?:[ -]?\d){10}\b"
    r"|\b(?:pp?\.?|pages?) ?\d{1,5}-\d{1,5}\b|(?<![\d.-])\d{4}-\d\d-\d\d\b(?![ .-]?\d)"
    r"|(?<![\d./-])\d\d?([./-])\d\d?\1(?:19|20)\d\d\b(?![ ./-]?\d)"
    r"|\b[12]\d{3}-[12]\d{3}\b(?![ .-]?\d)|\b[1-9]\d{0,2}(?:(?: 000)+|(?:,\d{3})+)\b(?![ ,]?\d)"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b(?![ .-]?\d)|(?<![\d:.])\d\d?:\d\d(?::\d\d)?(?![:\d])"
    r"|(?<![\d.])0\.\d+(?![\d.]| \d)",
    re.IGNORECASE,
)
# Other strokes between the groups of a number than `numbers_in` knows: “0808 – 2000 – 247”, “0,8,0,8, …”.
STROKES = re.compile(r"(?<![\w.])(?:0|\+)\d{2,4}(?: ?[-–—/] ?\d{2,})+")
LOOSE = re.compile(r"(?<![\w.,])\(?(?:\+|0)\d*\)?(?:(?:[^\w\n+.!?%]|\.(?! )){1,4}\d+\)?)+")
SCALE = re.compile(r"(?<![\d+])\d+(?:[ ,-]{1,2}\d+){2,}")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
LONG = re.compile(r"\+[0-9]{5,}|0[0-9]{8,}|[0-9]{16,}")
"""A number to ring with its area code; years, shares and sums of money are none."""
GROUPED = re.compile(r"(?<![\w.,+-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?![\w-]|[.,]\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
ANY = re.compile(rf"(?<![\d+*#]){NUMBER}")
BEGINS_NUMBER = re.compile(r"\W*\d{2}")


def calls_in(text: str, known: Container[str] = (), calling: Calling = DEFAULT) -> set[str]:
    """Each number, bare, that is known, or long, or stands after a word of calling."""
    shown = (one for one in _numbers(_without_others(text, calling)) if len(_bare(one)) >= SHORTEST)
    return {one for one in shown if one in known or len(_bare(one)) >= LEAST} | told_to_call(text, calling)


@lru_cache(KEPT)
def told_to_call(text: str, calling: Calling = DEFAULT) -> frozenset[str]:
    """Each number, bare, of whatever length, that a text asks somebody to call or to write to."""
    patterns, seen = patterns_of(calling), folded(_in_one_line(text, calling))
    if not seen:
        return frozenset()
    rest = _without_figures_of_others(seen, patterns)
    asked = [one[0] for one in patterns.asked.finditer(rest)]
    found = [(one, LEAST_CALLED) for one in patterns.direct.finditer(seen)]
    found += [(one, SHORTEST) for one in patterns.sent.finditer(rest)]
    listed = patterns.listed.finditer(rest)
    found += [(one, SHORTEST) for few in listed for one in ANY.finditer(rest, few.start(), few.end())]
    found += [(one, SHORTEST) for one in patterns.reached.finditer(rest)]
    found += [(one, SHORTEST) for sentence in asked for one in patterns.led_to.finditer(sentence)]
    found += [(one, LEAST) for sentence in asked for one in ANY.finditer(sentence)]
    return frozenset(number for match, least in found for number in _called(match, least, patterns))


def numbers_standing_out(text: str, calling: Calling = DEFAULT) -> set[str]:
    """Those that nobody is told to call, and might all the same: they begin as such, or stand there alone."""
    seen = _without_others(text, calling)
    alone = is_number_alone(seen, calling) and not YEAR.fullmatch(re.sub(r"\D", "", seen))
    return {
        one
        for one in _numbers(seen)
        if len(one) >= SHORTEST and (one[0] in "0+*#" or (alone and not one.endswith("00")))
    }


def whole_numbers_in(text: str, calling: Calling = DEFAULT) -> set[str]:
    """Those that are written as numbers with their area code are, whatever stands before them."""
    seen = _without_others(text, calling)
    grouped = {one for found in GROUPED.finditer(seen) for one in numbers_in(found[0])}
    return {one for one in _numbers(seen) if LONG.fullmatch(one)} | grouped


def numbers_shown(text: str, least: int) -> set[str]:
    """Each number of so many figures, bare, whether or not somebody would call it."""
    seen = THOUSANDS.sub("", OTHER.sub(" ", " ".join(plain(text).split())))
    return {number for number in numbers_in(seen) if len(number.strip("+*#")) >= least}


def runs_on(text: str, following: str, calling: Calling = DEFAULT) -> bool:
    """Whether a text ends in a word of calling, and the number stands in the one after it."""
    ends = patterns_of(calling).ends.search(folded(text))
    return bool(ends and BEGINS_NUMBER.match(figures_as_seen(following, calling)))


def is_number_alone(text: str, calling: Calling = DEFAULT) -> bool:
    """Whether a text is a number, and at most a word to call it: who presses that waits for somebody to answer."""
    seen = plain(text)
    return bool(numbers_in(seen)) and bool(patterns_of(calling).alone.fullmatch(folded(text)))


@lru_cache(KEPT)
def _in_one_line(text: str, calling: Calling) -> str:
    """A text as it is seen, "" where it has no figures; the groups of a number are held together by one stroke each."""
    seen = " ".join(figures_as_seen(text, calling).split())
    return LOOSE.sub(_joined, STROKES.sub(_joined, seen)) if FIGURES.search(seen) else ""


def _without_figures_of_others(text: str, patterns: Patterns) -> str:
    """Without figures in writing that nobody calls, and without hours."""
    return patterns.clock.sub(r"\g<at> ", OTHER.sub(" ", text))


def _without_others(text: str, calling: Calling) -> str:
    """Without figures that nobody calls, those of a scale among them."""
    rest = _without_figures_of_others(_in_one_line(text, calling), patterns_of(calling))
    return SCALE.sub(lambda found: " " if _counts(re.findall(r"\d+", found[0])) else found[0], rest)


def _joined(found: re.Match[str]) -> str:
    """What begins as numbers of telephones do, and has as many figures; no day, and nothing that only counts."""
    groups = re.findall(r"\d+", found[0])
    pieces = re.split(r"[^\d+ .-]+|[ .-]{2,}", found[0])
    is_several = any(len(re.sub(r"\D", "", piece)) >= LEAST for piece in pieces) and len(pieces) > 1
    begins = groups[0] != "0" or all(len(group) == 1 for group in groups)
    figures = "".join(groups)
    if not LEAST <= len(figures) <= LONGEST or is_several or not begins or _counts(groups):
        return found[0]
    return re.sub(r"[^\d+]+", "-", found[0]).strip("-") if FIGURES.search(OTHER.sub("", found[0])) else found[0]


def _called(found: re.Match[str], least: int, patterns: Patterns) -> Iterator[str]:
    """The number that was found, unless it is counted, or is an hour, a sum, a day or a year."""
    place = found.lastindex or 1
    number, before, after = (
        found[place],
        found.string[found.start() : found.start(place)],
        found.string[found.end(place) :],
    )
    figures = len(re.sub(r"\D", "", number))
    is_sum = before.rstrip().endswith(("€", "£", "$")) or re.match(r"\s*[€£$]", after)
    is_short = figures < SHORTEST and (
        not patterns.goes_on.match(after) or patterns.to_place.search(before) or after.startswith((":", "/"))
    )
    is_day = patterns.day.search(before + number) or patterns.hour.search(before + number)
    is_year = YEAR.fullmatch(number) and not patterns.to_year.search(before)
    if not (patterns.counted.match(after) or is_sum or is_short or is_day or is_year):
        yield from (one for one in _numbers(number) if len(_bare(one)) >= least)


def _numbers(text: str) -> Iterator[str]:
    """As `numbers_in`; and what is too long for one, as two in a row are, is told as it stands."""
    yield from numbers_in(text)
    for found in ANYWHERE.finditer(text):
        figures = re.sub(r"\D", "", found[0])
        if len(figures) > LONGEST and not _counts(re.findall(r"\d+", found[0])):
            yield figures


def _counts(groups: list[str]) -> bool:
    """Whether groups of figures are the numbers of a scale; none of those is written with a nought before it."""
    is_scale = all(len(group) < SHORTEST and (group[0] != "0" or group == "0") for group in groups)
    return len(groups) > 2 and is_scale and is_counting([*map(int, groups)])


def _bare(number: str) -> str:
    return number.strip("+*#")
