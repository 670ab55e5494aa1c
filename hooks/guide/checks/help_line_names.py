"""What a help line says of itself is its own: the host that it names, and the number that is part of its name."""

import re
from collections.abc import Iterator
from typing import Any

from guide.model.problems import Problem
from guide.text.addresses import parts_of
from guide.text.phone import KEYS, number_of, numbers_in
from guide.text.shown_hosts import agrees, hosts_in, is_host, letters_in
from guide.text.shown_numbers import SHORTEST

SAYING = ("service", "who", "text_or_chat", "note")
# “1800RESPECT”: letters beside figures stand for those on the keys. What is left over is dialled for nothing.
SPELT = re.compile(r"\b[0-9]+[A-Z]+\b")


def check_names(source: str, line: dict[str, Any]) -> Iterator[Problem]:
    """Of one line. One without an address, or without a number, has nothing that a name could differ from."""
    host = parts_of(line.get("url") or "").hostname or ""
    for text in filter(None, map(line.get, SAYING)):
        for named in sorted(_hosts_of(text)) if host else ():
            if not agrees(named, host):
                yield _problem(source, text.line, named, line["url"])
    name = line["service"]
    numbers = {number for key in ("phone", "dial", "text_or_chat") for number in numbers_in(line.get(key) or "")}
    for named in sorted(_numbers_of(name)) if numbers else ():
        if not any(named == number or (SPELT.search(name) and named.startswith(number)) for number in numbers):
            yield _problem(source, name.line, named, line.get("phone") or line.get("text_or_chat"))


def _hosts_of(text: str) -> set[str]:
    ends = {letter.rpartition("@")[2] for letter in letters_in(text)}
    return hosts_in(text) | set(filter(is_host, ends))


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
