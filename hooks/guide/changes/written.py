"""Values of others as they are written, so that two which differ never read the same: `a, b` is not `[a, b]`."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

KEY, ENTRY, AGAIN = "\x1f", "\x1e", "\x1d"
"""Before each step of a way: into a value by its name, into an entry of a list; before the number of a second one."""
SHOWN = {KEY: " › ", ENTRY: " ", AGAIN: " "}
ESCAPED = {*SHOWN, "\\"}
LONELY = "[{!\"'"
"""Signs with which more than words begins."""
READERS: tuple[Callable[[str], Any], ...] = (json.loads, datetime.fromisoformat)
"""What makes a number, a yes or a day of words."""


class Tagged(str):
    """A value with a tag, as it is written: `!ENV [MAIL, "a@b.example"]`."""


def written(value: Any) -> str:
    """A value in one line, near to YAML: words that would read as something else stand in quotation marks."""
    if isinstance(value, str):
        return str(value) if isinstance(value, Tagged) or _is_plain(value) else _quoted(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_item(key)}: {_item(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_item, value))}]"
    return value.isoformat() if isinstance(value, date) else _quoted(value)


def way(above: str, sign: str, step: str) -> str:
    """One step more of the way to a value: no name can read as two steps."""
    return f"{above}{sign}{''.join(repr(one)[1:-1] if one in ESCAPED else one for one in step)}"


def way_shown(steps: str) -> str:
    """A way as it is told."""
    for sign, shown in SHOWN.items():
        steps = steps.replace(sign, shown)
    return " ".join(steps.split()).removeprefix("› ")


def items_of(words: str) -> Sequence[str]:
    """What stands in a list that was written so; nothing of what is none."""
    return [one.strip() for one in words[1:-1].split(",")] if words.startswith("[") else []


def _is_plain(value: str) -> bool:
    return bool(value) and value[0] not in LONELY and not any(_reads(value, read) for read in READERS)


def _reads(value: str, read: Callable[[str], Any]) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


def _item(value: Any) -> str:
    """In a list: there a comma is more than a sign."""
    words = written(value)
    return _quoted(value) if isinstance(value, str) and words == value and any(s in value for s in ",:]}") else words


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
