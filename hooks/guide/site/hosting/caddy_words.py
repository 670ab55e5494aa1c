"""How a Caddyfile writes a word, a pattern and the name of a variable."""

import re
from collections.abc import Iterable

# Caddy has no way to write these in a word of any kind: they end it, or begin one of its own.
UNWRITABLE = re.compile(r"[\x00-\x1f\x7f`{}]")


def variable(name: str) -> str:
    """The variable that holds the value of a header."""
    return "sent_" + name.lower().replace("-", "_")


def word(text: str) -> str:
    """A word that Caddy takes as it stands."""
    if UNWRITABLE.search(text):
        raise ValueError(f"Caddy cannot read {text!r}: it has a control character, a backtick or a brace.")
    return f"`{text}`"


def regex(text: str) -> str:
    """A pattern, where a map may have one."""
    return "`~" + text + "`"


def indented(depth: int, lines: Iterable[str]) -> str:
    """Lines at a depth."""
    return "\n".join("\t" * depth + line for line in lines)
