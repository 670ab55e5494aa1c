"""What a help line says of itself is its own: its name, the host that it names, and the number in that name."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.as_seen import skeleton, words_as_seen
from guide.text.phone import KEYS, SMS, number_of, numbers_in, numbers_of_line
from guide.text.shown_hosts import agrees, hosts_in, is_host, letters_in
from guide.text.shown_numbers import SHORTEST

SAYING = ("service", "who", "text_or_chat", "note", "hours", "region")
# Beside a number a name with a point in it is taken for a host, whatever it ends in.
ANY_HOST = re.compile(r"(?<![\w.@-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?![\w-]|\.\w)")
# “1800RESPECT”: letters beside figures stand for those on the keys. What is left over is dialled for nothing.
SPELT = re.compile(r"\b[0-9]+[A-Z]+\b")


def check_names(source: str, line: dict[str, Any]) -> Iterator[Problem]:
    """Of one line. One without a number has nothing that the number in a name could differ from."""
    host = parts_of(line.get("url") or "").hostname or ""
    for text in filter(None, [*map(line.get, SAYING), *(line.get(SMS) or [])]):
        for named in sorted(_hosts_of(text)):
            if not host or not agrees(named, host):
                yield _problem(source, text.line, named, line.get("url") or "no address")
    name = line["service"]
    numbers = numbers_of_line(line)
    for named in sorted(_numbers_of(name)) if numbers else ():
        if not any(named == number or (SPELT.search(name) and named.startswith(number)) for number in numbers):
            yield _problem(source, name.line, named, line.get("phone") or ", ".join(sorted(numbers)))


def check_one_entry(source: str, lines: Iterable[dict[str, Any]]) -> Iterator[Problem]:
    """In one country a name has one number, and a number one name; one line may stand below several kinds of help."""
    named: dict[tuple[str, str], dict[str, Any]] = {}
    for line in lines:
        name, number = _plain(line["service"]), number_of(line.get("dial") or line.get("phone") or "")
        for country in {line.get("country") or line.get("country_name") or "", *(line.get("also_in") or [])}:
            other = named.setdefault((country, name), line)
            if other is not line and (
                _reached(other) != _reached(line) or other.get("category") == line.get("category")
            ):
                yield _second(source, line, other, f"“{line['service']}”")
            other = named.setdefault((country, number), line) if number else line
            if _plain(other["service"]) != name:
                yield _second(source, line, other, f"“{line.get('phone') or number}”")


def _plain(name: str) -> str:
    return words_as_seen(name).replace(" ", "")


def _reached(line: dict[str, Any]) -> tuple[str, str]:
    return number_of(line.get("dial") or line.get("phone") or ""), parts_of(line.get("url") or "").hostname or ""


def _second(source: str, line: dict[str, Any], other: dict[str, Any], what: str) -> Problem:
    return Problem(
        source,
        line["service"].line,
        f"{what} stands in two entries of one country (first on line {other['service'].line}, “{other['service']}”).",
        "Somebody in need could not know which of them is right, and a false one hides behind the true one.",
        "Keep one;  also_for  names other kinds of help, and a name that is one region's own says so.",
    )


def _hosts_of(text: str) -> set[str]:
    ends = {letter.rpartition("@")[2] for letter in letters_in(text)}
    return hosts_in(text) | set(filter(is_host, ends)) | {*ANY_HOST.findall(skeleton(text))}


def _numbers_of(name: str) -> set[str]:
    """Those that are long enough to be called: no “24/7”."""
    spelt = SPELT.sub(lambda found: found[0].translate(KEYS), name)
    return {number for number in numbers_in(spelt) if len(number_of(number)) >= SHORTEST}


def _problem(source: str, at: int, named: str, reached: str) -> Problem:
    return Problem(
        source,
        at,
        f"“{named}” is named, and “{reached}” is what the line leads to.",
        "Somebody in need would try the one, and reach nobody or somebody else.",
        "Look both up at the service's own address, and write the same in both; or leave the name out.",
    )
