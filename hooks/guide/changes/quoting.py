"""Words of others in the summary of a change: as they are written, whole, and no markup to GitHub or to GitLab."""

import re
from itertools import takewhile

from guide.model.voices import in_markdown, visible

LONGEST = 3000
"""Signs of a value that is told whole: of a longer one its beginning, its end, and how much stands between."""
LONG, LEAD = 300, 40
"""Signs of two values that are told from their first difference, and how many before that."""
# What a host makes something else of, though no sign of it is escaped as in plain Markdown: formulas, names, labels and
# numbers of its own, pictures by their names, entities, what is struck out, emphasised by lines, or pressed.
LIVELY = re.compile(
    r"[$@~{}|^]|&(?=[#\w])|[#!%](?=[\d\"])|:[\w+-]+:|://|\bwww\.|\b(?:mailto|xmpp|tel|sms):|(?<![^\W_])_|_(?![^\W_])|\[\["
)


def quoted(words: str) -> str:
    """A value as it is written, of which it is told how much is left out."""
    return f"“{plain(_short(words))}”" if words else "nothing"


def from_to(before: str, after: str) -> str:
    """Two values, as they were written and as they are."""
    was, now = _differing(before, after)
    return f"{quoted(was)} → {quoted(now)}"


def plain(words: str) -> str:
    """Words of others as words: escaped, or as code where more than that would come of them."""
    seen = visible(words)
    return _fenced(seen) if LIVELY.search(seen) else in_markdown(seen)


def code(words: str) -> str:
    """A place or an address, that nobody can press."""
    return f"`{visible(_short(' '.join(words.split()))).replace('`', chr(39))}`"


def _fenced(words: str) -> str:
    """As code, between more backticks than it holds in a row."""
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    room = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{room}{words}{room}{fence}"


def _short(words: str) -> str:
    left = len(words) - LONGEST
    half = LONGEST // 2
    return words if left <= 0 else f"{words[:half]} … ({left} of {len(words)} signs are not shown) … {words[-half:]}"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Two values whole; where one is too long for that, both from a little before they differ."""
    same = takewhile(lambda signs: signs[0] == signs[1], zip(before, after, strict=False))
    start = max(0, sum(1 for _ in same) - LEAD)
    if not start or max(len(before), len(after)) <= LONG:
        return before, after
    return f"…{before[start:]}", f"…{after[start:]}"
