"""The first sentence of a text: “We asked Dr. Smith.” is one, in whatever script it is written."""

import re

END = re.compile(r"(?:(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)|[。！？।॥؟۔]+[\"'”’」』）]*)")
# What a full stop shortens, and whatever comes next belongs to it.
ABBREVIATIONS = """
dr mr mrs ms mx prof rev st sr jr gen lt col capt sgt hon approx ca cf vs v e.g i.e viz nos fig figs vol ed eds pp p art
sec ch dept est tel ext jan feb mar apr jun jul aug sept sep oct nov dec bzw z.b d.h
"""
SHORTENED = frozenset(ABBREVIATIONS.split())
INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
SAYS_LITTLE = 2
"""A first sentence of so many words ("No.", "Go slowly.") says too little alone: the next belongs to it."""
LETTERS_A_WORD = 3  # of a script without spaces


def first_sentence(text: str) -> str:
    """The first sentence of a text; one of a word or two takes the next one along. Without an end mark, all of it."""
    first = None
    for found in END.finditer(text):
        if _ends(text, found):
            if first or _words_in(text[: found.end()]) > SAYS_LITTLE:
                return text[: found.end()]
            first = found.end()
    return text[:first]


def _ends(text: str, found: re.Match[str]) -> bool:
    following, before = text[found.end() :].lstrip(), text[: found.start()].split()
    if following[:1].islower():  # “9 a.m. and”, “etc. are”, “Well … it depends”, “‘Why?’ she asked”
        return False
    last = before[-1].lstrip("(“\"'‘[") if before else ""
    shortened = last.lower() in SHORTENED or (INITIALS.fullmatch(last) and last != "I")
    return not (found[0].startswith(".") and shortened and following)


def _words_in(text: str) -> int:
    return max(len(text.split()), 0 if text.isascii() or " " in text else len(text) // LETTERS_A_WORD)
