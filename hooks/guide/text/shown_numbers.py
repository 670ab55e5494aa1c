"""The numbers in a text that somebody would call."""

import re
from collections.abc import Container

from guide.text.as_seen import plain
from guide.text.phone import numbers_in

LEAST = 7
"""Figures from which on a number looks like one to call."""
SHORTEST = 3
FIGURES = re.compile(r"\d")
# Figures in writing that nobody calls: of papers, books and pages, days, years, thousands, the address of a computer.
OTHER = re.compile(
    r"\b10\.\d{4,9}/\S+|\b(?:ISBN|ISSN|PMID|PMC|arXiv|NCT|CRD|commit)[\s:]*[\d.-]+X?|\b97[89](?:[ -]?\d){10}\b"
    r"|\b(?:pp?\.?|pages?) ?\d{1,5}-\d{1,5}\b|\b\d{4}-\d\d-\d\d\b|\b\d\d?([.-])\d\d?\1(?:19|20)\d\d\b"
    r"|\b[12]\d{3}-[12]\d{3}\b(?![ .-]?\d)|\b[1-9]\d{0,2}(?: 000)+\b(?! ?\d)"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b(?![ .-]?\d)",
    re.IGNORECASE,
)
# Other strokes between the groups of a number than `numbers_in` knows: “0808 – 2000 – 247”.
STROKES = re.compile(r"(?<![\w.])(?:0|\+)\d{2,4}(?: ?[-–—/] ?\d{2,})+")
VERB = r"\b(?:call|dial|phone|ring|tel|text)\b"
CALLED = re.compile(rf"{VERB}(?:\W+(?:at|on|the|to|us)\b)*\W{{0,3}}(\+?[0-9][0-9 .()-]*)", re.IGNORECASE)
TO_TEXT = re.compile(r"\btext\s+[\w“”\"']+\s+to\s+([0-9][0-9 .-]*)", re.IGNORECASE)
NUMBER_ALONE = re.compile(rf"(?:{VERB}|[\W\d_]|\b(?:at|free|now|on|us)\b)+", re.IGNORECASE)


def calls_in(text: str, known: Container[str] = ()) -> set[str]:
    """Each number, bare, that is known, or long, or stands after a word of calling."""
    seen = " ".join(plain(text).split())
    if not FIGURES.search(seen):
        return set()
    seen = STROKES.sub(lambda found: re.sub(r"[^\d+]+", "-", found[0]), OTHER.sub(" ", seen))
    called = {number for found in (CALLED, TO_TEXT) for one in found.findall(seen) for number in numbers_in(one)}
    return {
        number
        for number in numbers_in(seen)
        if len(figures := number.strip("+*#")) >= SHORTEST
        and (number in known or number in called or len(figures) >= LEAST)
    }


def is_number_alone(text: str) -> bool:
    """Whether a text is a number, and at most a word to call it: who presses that waits for somebody to answer."""
    seen = plain(text)
    return bool(numbers_in(seen)) and bool(NUMBER_ALONE.fullmatch(seen))
