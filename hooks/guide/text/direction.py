"""The direction in which a language is written, and numbers in it.

Each number is read from left to right in every language.
"""

import re

# By ISO 639: those whose own script runs from right to left.
FROM_RIGHT = {"ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
SCRIPTS_FROM_RIGHT = {"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"}

# Values of the attributes that say what a text is written in; of any other a browser and a book know nothing.
SOUND = {
    **dict.fromkeys(("lang", "xml:lang", "hreflang"), re.compile(r"(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?")),
    "dir": re.compile("ltr|rtl|auto", re.IGNORECASE),
}


def is_sound(name: str, value: str) -> bool:
    """Whether an attribute has a value that means something, if it is one of those."""
    return name not in SOUND or bool(SOUND[name].fullmatch(value))


def is_from_right(language: str) -> bool:
    """Whether a language tag (`he`, `ku-Arab`, `fa_IR`) names one that is written from right to left."""
    first, *rest = language.lower().replace("_", "-").split("-")
    scripts = {part for part in rest if len(part) == 4 and part.isalpha()}
    return bool(scripts & SCRIPTS_FROM_RIGHT) if scripts else first in FROM_RIGHT


LETTER_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
TAG = r"<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
# Text in these is no text of the page, and holds no elements.
PIECE = re.compile(
    rf"<!--.*?-->|<(script|style|title|textarea|option|svg|math|bdi)\b.*?</\1\s*>|{TAG}|(?P<text>[^<]+)",
    re.DOTALL | re.IGNORECASE,
)
NUMBER = re.compile(r"(?<![\w+*#])(?:[+*#]?\(?\d+(?:[ \u00a0\u202f().-]+\d+)+|[+*#]\d+)#?(?!\w)")
FEWEST = 5
"""Figures that a number to ring has, which is written in groups."""


def with_numbers_apart(html: str) -> str:
    """A page with the numbers to ring in it set apart from letters that are written from right to left.

    Beside such letters a browser would show “0808 2000 247” as “247 2000 0808”: each group by itself, from the right
    (Unicode Standard Annex 9, N1 and L2). A page without such letters stays as it is.
    """
    if not LETTER_FROM_RIGHT.search(html):
        return html
    return PIECE.sub(lambda piece: NUMBER.sub(_apart, piece[0]) if piece["text"] else piece[0], html)


def _apart(number: re.Match[str]) -> str:
    enough = sum(map(str.isdigit, number[0])) >= FEWEST or not number[0][0].isdigit()
    return f'<bdi dir="ltr">{number[0]}</bdi>' if enough else number[0]
