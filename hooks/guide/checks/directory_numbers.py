"""The numbers of a directory of help lines, as they are dialled at home and from abroad."""

from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.text.as_seen import words_as_seen
from guide.text.phone import numbers_of_line

WHOLE = 7
"""Figures from which on a number can be dialled from abroad."""
KEEPS_NOUGHT = "39"
"""The beginning of a country where the nought of a number is dialled from abroad as well."""
ANY_COUNTRY = "+?"
"""Stands for the beginning of a country that the data does not say."""
SHORTEST_NAME = 2
"""Words by which a service is surely meant."""
CODES = range(2, 5)
"""How long a beginning is, with its +."""
Numbers = dict[str, set[str]]
"""By the name of a service, plain, and all of them by ""."""
TO_DIRECTORY = "Add the line to {}, with where its number was seen"
WHY = "One figure that is not right, and somebody in need reaches nobody, or somebody else."


def numbers_of(guide: Guide) -> Numbers:
    """A remark behind a name, “The Line (all of it)”, is no part of it."""
    codes = {one["code"]: one.get("calls") for one in guide.data.get("countries") or []}
    numbers: Numbers = {}
    for line in guide.data.get("help-lines") or []:
        places = [place for place in (line.get("country"), *(line.get("also_in") or [])) if place]
        own = numbers_of_line(line)
        begins = [codes.get(place) or "?" for place in places] or ["?"]
        abroad = {form for number in own for begin in begins for form in _from_abroad(number, begin)}
        for name in ("", words_as_seen(line["service"].partition("(")[0])):
            numbers.setdefault(name, set()).update(own | abroad)
    return numbers


def sure_names(numbers: Numbers) -> list[str]:
    """Those by which a service is surely meant, wherever they stand."""
    return [name for name in numbers if name.count(" ") >= SHORTEST_NAME - 1]


def is_among(number: str, known: set[str]) -> bool:
    """As it is written there, or as it is dialled from abroad: without its nought, behind the country's own number."""
    unsaid = number.startswith("+") and any(ANY_COUNTRY + number[length:] in known for length in CODES)
    return number in known or unsaid


def unknown(source: str, line: int, number: str, mend: str) -> Problem:
    """What is said of a number that is none of the directory's."""
    return Problem(source, line, f"{number} is the number of no help line.", WHY, f"{mend}; or mend the figures.")


def _from_abroad(number: str, begin: str) -> Iterator[str]:
    """A short number is dialled in its country alone."""
    rest = number.removeprefix("1") if begin == "1" else number.lstrip("0")
    if number.isdecimal() and len(number) >= WHOLE:
        yield f"+{begin}{number if begin == KEEPS_NOUGHT else rest}"
