"""A text as the eye takes it: signs that nobody sees are gone, and those that look like others are read as those."""

import re
import unicodedata
from functools import lru_cache

KEPT = 10_000
"""Texts whose look is kept, as each is asked for several times."""

# No format signs by their kind, and still drawn as nothing.
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\U000e0100-\U000e01ef]")
WORD = re.compile(r"\w+")
DOTS = str.maketrans("。｡．․", "....")
# Letters of Cyrillic and of Greek, and the Latin ones that they are drawn as; large ones first, as some differ.
LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХҮԌԚԜ" + "асԁеһіјӏорԛѕԝхуүѵгп" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "αεικνορυχγϲϳ",
    "abesijkmhopctxygqw" + "acdehijlopqswxyyvrn" + "abezhikmnoptyx" + "aeikvopuxycj",
)


@lru_cache(KEPT)
def plain(text: str) -> str:
    """Without what is not seen; figures and signs of every width and alphabet are the usual ones."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKC", text.translate(DOTS)).translate(DOTS)
    seen = (sign for sign in whole if unicodedata.category(sign) != "Cf")
    return UNSEEN.sub("", "".join(str(unicodedata.decimal(sign, sign)) for sign in seen))


@lru_cache(KEPT)
def skeleton(text: str) -> str:
    """A plain text in small letters, in which look-alikes are one: two that look the same are the same."""
    return plain(text).translate(LOOKALIKES).casefold()


def words_as_seen(text: str) -> str:
    """The words of a text as the eye takes them, whatever signs stand between them, with one space between."""
    return " ".join(WORD.findall(skeleton(text)))
