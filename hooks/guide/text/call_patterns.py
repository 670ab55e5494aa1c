"""Where a number stands in a text that asks somebody to call it, by the words of a guide."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.text.calling import KEPT, Calling

NUMBER = r"(\+?[*#]*[0-9](?:[0-9 .()-]*[0-9])?#?)"
WHOLE_NUMBER = r"((?>\+?[*#]*[0-9](?:[0-9 .()-]*[0-9])?)#?)"
"""The same, and no shorter one in its stead: tried again and again in a long row of figures, that takes seconds."""
PIECE = r"\d(?:[\d -]*\d)?"
CLOCK = r"(?:[01]?\d|2[0-4])\.[0-5]\d"


class Patterns(NamedTuple):
    """To be looked for in a text that is folded; most hold the number that they lead to."""

    direct: re.Pattern[str]
    """Right after a word of calling, or of help."""
    asked: re.Pattern[str]
    """The rest of a sentence behind such a word; whole numbers stand anywhere in it."""
    led_to: re.Pattern[str]
    """Short numbers in that, behind a word that leads to them."""
    sent: re.Pattern[str]
    reached: re.Pattern[str]
    """Also a number that comes first, “998 is the number to ring”, or is typed, “enter 998 on your phone”."""
    listed: re.Pattern[str]
    """“Ring 999, 998 or 997.”"""
    ends: re.Pattern[str]
    """A text that ends in such a word: the number stands in the next one."""
    alone: re.Pattern[str]
    counted: re.Pattern[str]
    goes_on: re.Pattern[str]
    to_place: re.Pattern[str]
    to_year: re.Pattern[str]
    day: re.Pattern[str]
    hour: re.Pattern[str]
    clock: re.Pattern[str]
    """An hour of the day, behind its word."""


@lru_cache(KEPT)
def patterns_of(calling: Calling) -> Patterns:
    """Of the words of one guide."""
    some, verb, service, between = calling.any_of, calling.verb, calling.help, calling.between
    sources = (
        rf"(?:{verb}|{service}(?!\s?[,;.])){between}[^\w+*#]{{0,3}}{NUMBER}",
        rf"{verb}(?:[^.!?]|\.(?=\S))*",
        rf"(?:{some('leads')}|[:–—])[^\w+*#\[{{<=]{{1,3}}{NUMBER}",
        rf"{some('send')}[^.!?]{{1,60}}?(?:(?<!\d ){some('to')}|[→>]){between}[^\w+*#]{{1,3}}{NUMBER}",
        rf"{some('reach')}[^.!?\d]{{1,40}}?{some('at')}{between}[^\w+*#]{{1,3}}{NUMBER}{calling.goes_on}"
        rf"|(?<![\d+*#.,]){WHOLE_NUMBER}\W{{1,3}}{some('is')}\W+(?:\w+\W+){{0,2}}?{some('number')}"
        rf"|{some('type')}(?: in)?\W{{1,3}}{NUMBER}(?=[^.!?]{{0,20}}{some('phone')})",
        rf"(?:{verb}|{service}){between}[^\w+*#]{{0,3}}{PIECE}(?:[^\w.!?]{{1,3}}(?:{some('or')}\W{{1,2}})?{PIECE})+",
        rf"(?:{some('call', without='named')}|{service}){between}\W*$",
        rf"(?:{verb}|[\W\d_]|{some('alone')})+",
        calling.counted,
        calling.goes_on,
        rf"{some('place')}\W*$",
        rf"{some('dial')}\s$",
        rf"{some('day')}\W+(?:20[1-3]\d-[01]\d-[0-3]\d|[0-3]?\d([.-])[0-3]?\d\1 ?20[1-3]\d)$",
        rf"{some('hour')}\W+{CLOCK}$",
        rf"(?P<at>{some('clock')}\s){CLOCK}(?![\d.]| \d)",
    )
    return Patterns(*(re.compile(source, re.IGNORECASE) for source in sources))
