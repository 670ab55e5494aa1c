"""Where a service takes texts there is something to press, and it sends them to the number that is shown."""

import re
from collections.abc import Iterator
from typing import Any

from guide.model.problems import Problem
from guide.text.as_seen import folded
from guide.text.calling import Calling
from guide.text.phone import texts_of
from guide.text.shown_hosts import hosts_in

PARTS = re.compile(r"[;,]|\.\s")
ANOTHER_WAY = re.compile(r"whats ?app|\bchat", re.IGNORECASE)
"""No telephone sends these by itself: a messenger with its own names, and what goes by a page."""
WHY = "Somebody who cannot speak would have to keep a number in mind, and one wrong figure reaches nobody."
MEND = "Write it as a list below the line, one number in each:  sms: [Text HOME to 741741]"


def check_texts(source: str, line: dict[str, Any], calling: Calling) -> Iterator[Problem]:
    """Of one line."""
    for says, number in texts_of(line):
        if not number:
            yield Problem(source, says.line, f"“{says}” shows no number to text, or more than one.", WHY, MEND)
    said = line.get("text_or_chat") or ""
    if any(_asks(part, calling) for part in PARTS.split(said)):
        what = f"“{said}” asks to send a text, and there is nothing to press."
        yield Problem(source, said.line, what, WHY, MEND)


def _asks(part: str, calling: Calling) -> bool:
    asks = re.search(calling.any_of("text"), folded(part), re.IGNORECASE)
    return bool(asks) and not ANOTHER_WAY.search(part) and not hosts_in(part)
