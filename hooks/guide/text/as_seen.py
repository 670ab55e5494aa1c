"""A text as the eye takes it: signs that nobody sees are gone, and those that look like others are read as those."""

import re
import unicodedata
from functools import lru_cache

KEPT = 10_000
"""Texts whose look is kept, as each is asked for several times."""

# No format signs by their kind, and still drawn as nothing.
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# What is drawn round a sign or over a figure: “0️⃣” is a nought.
ROUND = re.compile(
    "[\u20dd-\u20e4]|(?<=[0-9])[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
WORD = re.compile(r"\w+")
# “R i n g”, “r-i-n-g”: letters that are held apart.
APART = re.compile(r"(?<![^\W_])[^\W\d_](?P<gap> {1,3}|[.·•*_-])[^\W\d_](?:(?P=gap)[^\W\d_])+(?![^\W_])")
DOTS = str.maketrans("。｡．․", "....")
# Letters of Cyrillic and of Greek, and the Latin ones that they are drawn as; large ones first, as some differ.
LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХҮԌԚԜ" + "асԁеһіјӏорԛѕԝхуүѵгп" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "αεικνορυχγϲϳ",
    "abesijkmhopctxygqw" + "acdehijlopqswxyyvrn" + "abezhikmnoptyx" + "aeikvopuxycj",
)
# Small capitals, and an i without its dot: no letters of English, and read as what they are drawn as.
SMALL = str.maketrans("ıᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "iabcdefghijklmnoprstuvwyz")


@lru_cache(KEPT)
def plain(text: str) -> str:
    """Without what is not seen; figures and signs of every width and alphabet are the usual ones."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKC", text.translate(DOTS)).translate(DOTS)
    seen = (sign for sign in whole if unicodedata.category(sign) != "Cf")
    return ROUND.sub("", UNSEEN.sub("", "".join(str(unicodedata.digit(sign, sign)) for sign in seen)))


def bare(text: str) -> str:
    """A plain text without what is set upon its letters, and with no letters of a word apart."""
    seen = plain(text)
    if not seen.isascii():
        signs = unicodedata.normalize("NFD", seen)
        seen = unicodedata.normalize("NFC", "".join(sign for sign in signs if unicodedata.category(sign) != "Mn"))
        seen = seen.translate(SMALL)
    return whole(seen)


def whole(text: str) -> str:
    """A plain text in which no letters of a word are held apart."""
    return APART.sub(lambda found: found[0].replace(found["gap"], ""), text)


def folded(text: str) -> str:
    """A bare text in which look-alikes are one."""
    return bare(text).translate(LOOKALIKES)


@lru_cache(KEPT)
def skeleton(text: str) -> str:
    """A plain text in small letters, in which look-alikes are one: two that look the same are the same."""
    return plain(text).translate(LOOKALIKES).casefold()


def words_as_seen(text: str) -> str:
    """The words of a text as the eye takes them, whatever signs stand between them, with one space between."""
    return " ".join(WORD.findall(skeleton(text)))
