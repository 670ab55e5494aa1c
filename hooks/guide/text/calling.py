"""Words by which a text asks somebody to call or to write, and what may stand between them and the number.

Those of English are here. A guide in another language names its own in docs/_data/shape.yml (`calling`); they are
added, and take none away. Each is to be looked for in a text that is `folded`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from unicodedata import east_asian_width

from guide.text.as_seen import bare, folded, plain

ENGLISH = {
    # Asks to call or to write, with the number behind it, or anywhere in the sentence.
    "call": "call calls calling dial dials dialing dialling phone phones telephone telephones phoning ring rings"
    " ringing sms tel text texts texting whatsapp message",
    # Those of them that name what is done: the next line goes on with other words.
    "named": "calls dials phones telephones rings texts",
    # Those of them with which four figures are a number, and no year.
    "dial": "call dial ring",
    # Says of a line that it takes texts.
    "text": "text sms whatsapp",
    # Asks to send something, with the number behind a word of `to`.
    "send": "message send sms text whatsapp",
    "to": "to",
    # Leads to a number only with a word of `at` before that.
    "reach": "bell buzz contact find get reach speak talk write",
    "at": "at by on",
    # Leads to a number within a sentence that asks to call.
    "leads": "at by on under via code it line number code_is it_is line_is number_is",
    # A number beside it is called for this.
    "help": "helpline helplines hotline hotlines lifeline lifelines crisis_line crisis_lines freephone toll_free"
    " emergency emergency_number police ambulance sos",
    # May stand between any of these and the number.
    "between": "at on the to is are be reached us our them him her helper helpers line lines helpline helplines hotline"
    " number numbers code short free freephone now this just simply police service services or and text call ring dial",
    # Stands with a number that is a link, or a line, by itself.
    "alone": "at free now on us",
    "or": "or and",
    # “998 is the number to ring.”
    "is": "is are",
    "number": "number line helpline hotline code",
    # “Enter 998 on your phone.”
    "type": "enter hit key press punch tap try type use",
    "phone": "phone mobile telephone keypad",
    # What is counted is not called: “call 300 people”, “ring at 1830 hours”, “text twelve old friends”.
    "counted": "of percent per_cent people person persons women men children adults friends families parents"
    " households homes times hour hours hrs minute minutes mins second seconds day days week weeks month months year"
    " years character characters letter letters word words page pages miles meters metres km names calls texts"
    " messages users",
    "counted_as": "more new old other different close good young married single",
    # May follow on a short number that is not counted: a word of a sentence that goes on.
    "goes_on": "a and any anytime as at before but by day even first for free from if immediately in instead into"
    " it night now on or right she so straight the then they to today tonight until we when where who whenever with"
    " without you your",
    # Two figures behind one of these are a place or an hour.
    "place": "at on text texts message phone phones",
    "day": "at by in on until",
    "hour": "after at before by from till to until",
    "clock": "at",
    # An address that is written apart: “help (at) women dot org”; and a name at a messenger: “our Signal id is …”.
    "dot": "dot d0t point",
    "at_sign": "at",
    "name": "id user username name handle account channel group is as at under by",
}
"""The lists that a guide may add to, each with its words; `_` is a space or a hyphen."""
FIGURES = "figures"
"""What the numbers of figures are called: {nine: 9}."""
KEPT = 8
"""Guides whose patterns are kept."""
SIGNS = "[☎📞📱🆘]"


class Calling:
    """The words of a guide, as pieces of patterns."""

    def __init__(self, own: Mapping[str, Iterable[str]], figures: Mapping[str, int]) -> None:
        """`own` are added to those of English; `figures` are what it calls its numbers."""
        self.words = {name: [*english.split(), *own.get(name, ())] for name, english in ENGLISH.items()}
        self.figures = {bare(word).casefold(): str(figure) for word, figure in figures.items()}
        self.verb = self.any_of("call")
        self.help = rf"(?:{self.any_of('help')}|{SIGNS})"
        between, joined = _parted(self.words["between"])
        self.between = rf"(?:\W+(?:{between})\b|\W*(?:{joined}))*" if joined else rf"(?:\W+(?:{between})\b)*"
        self.goes_on = rf"(?=\W*$|\s*[^\w\s:/]|:\s|\s+{self.any_of('goes_on')})"
        self.counted = rf"\s*(?:%|°|-?(?:{self.any_of('counted_as')}\s)?{self.any_of('counted')})"

    def any_of(self, name: str, without: str = "") -> str:
        """A pattern of all words of one list; but for those of another."""
        left_out = self.words[without] if without else ()
        whole, joined = _parted([word for word in self.words[name] if word not in left_out])
        return rf"(?:\b(?:{whole})\b|{joined})" if joined else rf"\b(?:{whole})\b"


def calling_of(shape: Mapping[str, Any]) -> Calling:
    """The words of a guide, by what its shape says."""
    own = shape.get("calling") or {}
    lists = tuple((name, tuple(own[name])) for name in ENGLISH if own.get(name))
    return _calling(lists, tuple((own.get(FIGURES) or {}).items()))


@lru_cache(KEPT)
def _calling(lists: tuple[tuple[str, tuple[str, ...]], ...], figures: tuple[tuple[str, int], ...]) -> Calling:
    return Calling(dict(lists), dict(figures))


def _parted(words: Iterable[str]) -> tuple[str, str]:
    """Those that stand apart from other words, and those of a writing that parts none, as two patterns."""
    forms = {form.strip() for word in words for form in (folded(word), plain(word))}
    seen = sorted(forms - {""}, key=lambda form: (-len(form), form))
    joined = [word for word in seen if east_asian_width(word[0]) in "WF" or word[0] in UNPARTED]
    return tuple("|".join(map(_spaced, some)) for some in ([one for one in seen if one not in joined], joined))


UNPARTED = frozenset(map(chr, [*range(0x0E00, 0x0F00), *range(0x1000, 0x10A0), *range(0x1780, 0x1800)]))
"""Thai, Lao, Burmese, Khmer."""


def _spaced(word: str) -> str:
    return r"[\s-]".join(map(re.escape, re.split(r"[\s_-]+", word)))


DEFAULT = calling_of({})
