"""Whom a text shows to write to: letters, hosts and names at a messenger, also where they are written apart."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.text.as_seen import bare, plain, skeleton, whole
from guide.text.calling import DEFAULT, KEPT, Calling
from guide.text.shown_hosts import ENDINGS, hosts_in, is_host, letters_in

ENDING = "|".join(sorted(ENDINGS, key=len, reverse=True))
USUAL = "com|org|net|info|edu|gov|int|app|chat|online|site|xyz|me|co|io|uk|us|eu|de|fr|es|ca|au|nz|ie|za"
DOTTED = re.compile(r"(?<![\w@.%+-])[\w-]{2,}(?:\.[\w-]+)*\.[^\W\d_]{2,}\b", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w@./])@\w[\w.]{2,}")
MESSENGER = (
    r"\b(?:telegram|signal|viber|snap ?chat|instagram|insta|facebook|fb|messenger|tik ?tok|discord|skype|we ?chat"
    r"|threema|kik|twitter|reddit|whats ?app|imessage)\b"
)
NUMBERED = re.compile(rf"{MESSENGER}\s+(?P<name>[a-z_.]{{3,}}\d\w*)", re.IGNORECASE)

NAME = r"(?-i:(?:[^\W\d_a-z]|\d)[\w’&.-]*)(?:\s+[\w’&.-]+){0,4}?"


class Patterns(NamedTuple):
    """What depends on the words of a guide."""

    dot: re.Pattern[str]
    """“women . org”, “women [dot] org”, “women dot org”."""
    at: re.Pattern[str]
    """“help (at) women.org”."""
    named: re.Pattern[str]
    sought: re.Pattern[str]
    """“Find Mend Friends on Telegram.” Its name is as people write names, as one may find a friend there too."""
    asks: re.Pattern[str]
    """Asks to write to what is the address of a letter, then, and no “more at women.org”."""


@lru_cache(KEPT)
def _patterns(calling: Calling) -> Patterns:
    dots, ats, kinds, on = (calling.any_of(name) for name in ("dot", "at_sign", "name", "at"))
    verbs = "|".join(map(calling.any_of, ("call", "send", "reach")))
    sources = (
        rf"\s*[\[({{<]\s*(?:\.|{dots})\s*[\])}}>]\s*|\s+\.\s*(?=(?:{ENDING})\b)"
        rf"|(?-i:\.\s*(?=(?:com|org|net|info)\b))|\s+{dots}\s+(?=(?:{USUAL})\b)",
        rf"\s*[\[({{<]\s*(?:@|{ats})\s*[\])}}>]\s*|\s+@\s+"
        rf"|(?<=\w)\s+{ats}\s+(?=[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}}\b)",
        rf"{MESSENGER}(?:\s+{kinds})*\s*(?:[:=]\s*[“\"]?|[“\"])(?P<name>[\w.]*[\d_]\w*|\w{{3,}}(?=\W*$|[,.;)”\"]))"
        rf"|{MESSENGER}(?:\s+{kinds})+\s+(?:is\s+)?[“\"]?(?P<other>[\w.]*[\d_.]\w+)",
        rf"(?:{verbs})(?:\s+(?:to|for|out|us|with))*\s+[“\"‘']?(?P<name>{NAME})[”\"’']?\s+{on}\s+{MESSENGER}",
        rf"(?:(?:{verbs})\s+{calling.any_of('to')}|\bcontact|\be-?mail|\bmail)\s+[\w.+-]+@[\w-]",
    )
    return Patterns(*(re.compile(source, re.IGNORECASE) for source in sources))


def joined(text: str, calling: Calling = DEFAULT) -> str:
    """A text in which addresses that are written apart are whole."""
    patterns = _patterns(calling)
    return patterns.at.sub("@", patterns.dot.sub(".", whole(plain(text))))


def contacts_in(text: str, calling: Calling = DEFAULT) -> set[str]:
    """Each letter, host (without its `www.`) and name at a messenger, in small letters."""
    seen = joined(text, calling)
    letters = letters_in(seen)
    rest = skeleton(seen)
    for letter in letters:
        rest = rest.replace(letter, " ")
    dotted = {found[0].removeprefix("www.") for found in DOTTED.finditer(rest)}
    handles = {found[0].rstrip(".") for found in HANDLE.finditer(rest)}
    plainly = bare(rest)
    named = {found["name"] or found["other"] for found in _patterns(calling).named.finditer(plainly)}
    named |= {found["name"] for found in NUMBERED.finditer(plainly)}
    return letters | hosts_in(seen) | dotted | handles | named | _sought_in(seen, calling)


def written_to_in(text: str, calling: Calling = DEFAULT) -> set[str]:
    """Those of them whom a text asks to write to, on whatever page: letters to a real host, and names at a messenger.

    “More at women.org” is no letter; “write to hello at women.org” is one, and so is “hello at women dot org”.
    """
    patterns, seen = _patterns(calling), joined(text, calling)
    letters = letters_in(seen)
    if not patterns.asks.search(seen):
        letters -= letters_in(patterns.at.sub("@", whole(plain(text)))) - letters_in(text)
    return {one for one in letters if is_host(one.rpartition("@")[2])} | _sought_in(seen, calling)


def _sought_in(text: str, calling: Calling) -> set[str]:
    return {found["name"].casefold() for found in _patterns(calling).sought.finditer(text)}
