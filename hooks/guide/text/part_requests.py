"""How a page asks for a part that the build makes: `<!-- guide: blocks -->`; its name stands on the first line."""

import re
from collections.abc import Collection, Iterator

from guide.model.problems import nearest

NEAR = 0.75

# All but the signs of ASCII: the vowels of many alphabets are no letters to a pattern.
NAMED = r"[^\s!-,/:-@\[-^`{-~]+"
ASKED = re.compile(rf"<!--[ \t]*guide:[ \t]*(?P<name>[\w-]+)(?:\s+(?P<argument>{NAMED}(?:\s+{NAMED})*))?\s*-->")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
BEGUN = re.compile(r"\s*guide\s*:", re.IGNORECASE)
WORD = re.compile(r"[\w-]*\w")
WEEKLY = re.compile(r"([2-9]|[1-9]\d)\s+(\S.*)", re.DOTALL)


def misspelt_in(html: str, parts: Collection[str]) -> Iterator[str]:
    """What its author took for a request, and the build does not: each comment as it stands. `parts` can be made."""
    yield from (
        found[0] for found in COMMENT.finditer(html) if not ASKED.fullmatch(found[0]) and _asks(found[1], parts)
    )


def is_request(text: str, parts: Collection[str]) -> bool:
    """Whether words that readers see were to be a request, and are nothing else: `guide: help-lines`."""
    return bool(re.fullmatch(r"[\W_]*guide[\W_]+[\w\s-]+[\W_]*", text)) and _asks(text, parts)


def weekly_of(argument: str) -> tuple[int, str]:
    """How many weeks a calendar is asked for, and the name of its day: `8 Evening in`; 0 and "" where it says not."""
    found = WEEKLY.fullmatch(argument)
    return (int(found[1]), " ".join(found[2].split())) if found else (0, "")


def _asks(words: str, parts: Collection[str]) -> bool:
    """Whether words begin as a request does, or nearly so: without its colon, with another sign, in other letters."""
    first, second, *_ = [*WORD.findall(words.casefold()), "", ""]
    named = nearest(second, parts, NEAR) and nearest(first, ["guide"], NEAR)
    return bool(BEGUN.match(words) or named or (first in parts and "-" in first))
