"""What a telephone is to dial for a line of a directory: only what can be read with certainty."""

import re
from collections.abc import Mapping
from typing import Any

# Figures in groups, of which some may stand in brackets: "0808 2000 247", "1-800-799-7233", "(02) 9999 1234".
BETWEEN = "[ \u00a0\u202f.\u2010\u2011-]?"
GROUP = rf"(?:\([0-9]+\)(?={BETWEEN}[0-9])|[0-9]+)"
NUMBER = re.compile(rf"(?:\+|[*#]+)?{GROUP}(?:{BETWEEN}{GROUP})*#?")
# What may follow a number that is whole: nothing, or a remark in words; after a stroke, another number.
REMARK = re.compile(r"\s*(?:$|[,;]|\((?=[^)]*[^\W\d]))")
STROKE = re.compile(r"\s*/")
# "+44 (0)808 …": the nought is dialled at home, where the +44 is not.
NOUGHT = re.compile(r"[^0-9]?\(0\)")
# Two figures are a number only where no area code is cut off: "17" calls the police in France, "02" calls nobody.
LONGEST = 15
LENGTH = re.compile(rf"\+?(?:[1-9][0-9]|[0-9*#]{{3,{LONGEST}}})")
# Letters in the place of figures, as they stand on the keys: "1-800-799-SAFE", "0800 FLOWERS".
KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
LETTERS = re.compile(r"(?<=[0-9][-\u2010\u2011 ])[A-Z]{3,}(?![^\W\d_])")
ANYWHERE = re.compile(rf"(?<![0-9+*#]){NUMBER.pattern}(?![0-9])")
# What turns figures round on the screen, so that another number is read than is written.
TURNED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SMS = "sms"
"""What a line of a directory says of texts: a list, each with the number that takes it."""
FIELDS = ("phone", "dial", SMS, "text_or_chat")
"""Where a line of a directory says its numbers."""
AREA_CODE = 4  # figures at most: "030 / 123 456" is one number, "10111 / 112" is two


def number_of(phone: str) -> str:
    """The first number of a text, bare; "" where it is none, or might be another than what its figures spell."""
    found = NUMBER.match(phone.strip())
    if not found or not _is_whole(found[0], phone.strip()[found.end() :]):
        return ""
    number = NOUGHT.sub("", found[0], count=1) if found[0].startswith("+") else found[0]
    bare = re.sub(r"[^0-9+*#]", "", number)
    return bare if LENGTH.fullmatch(bare) and "(0)" not in number[1:] else ""


def numbers_in(text: str) -> set[str]:
    """Every number that a text shows, bare; letters that stand for figures count as those.

    None where something turns the text round: what it shows is not what is written.
    """
    if TURNED.search(text):
        return set()
    spelt = LETTERS.sub(lambda found: found[0].translate(KEYS), text)
    return {number_of(found[0]) for found in ANYWHERE.finditer(spelt)} - {""}


def numbers_of_line(line: Mapping[str, Any]) -> set[str]:
    """Every number by which a line of a directory is reached, called or texted."""
    said = [line.get(field) for field in FIELDS if field != SMS]
    return {number for one in [*said, *(line.get(SMS) or [])] for number in numbers_in(one or "")}


def texts_of(line: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a line says of texts, each with its number; "" where it shows none, or might mean another."""
    found = [(says, numbers_in(says)) for says in line.get(SMS) or []]
    return [(says, "".join(numbers) if len(numbers) == 1 else "") for says, numbers in found]


def _is_whole(number: str, following: str) -> bool:
    if STROKE.match(following):
        return len(number) > AREA_CODE and number.isdecimal() and not number.startswith("0")
    return bool(REMARK.match(following))
