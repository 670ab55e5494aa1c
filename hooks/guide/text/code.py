"""Which lines of Markdown are code between fences."""

import re
from collections.abc import Iterable, Iterator

FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)]) +)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})")


def with_code(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it belongs to a fence, the fence itself among it; one that is never closed goes on."""
    fence = ""
    for line in lines:
        opened = FENCE.match(line) if "```" in line or "~~~" in line else None
        if not fence:
            fence = opened["fence"] if opened else ""
            yield line, bool(fence)
            continue
        yield line, True
        if opened and opened["fence"].startswith(fence) and not line.strip(" \t>`~"):
            fence = ""
