"""The parts of a summary, as much of them as a host shows: what readers in danger may meet is never cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 300_000
"""Signs of all that is told: GitHub shows nothing of a summary of more than a megabyte."""
LEAST = 60_000
"""Signs of what may be cut, however much there is of what may not."""
MANY = 50
"""Lines of a part behind which another is soon passed over."""
END = "**There is more than fits here.**"


@dataclass(frozen=True)
class Part:
    """One heading, and what is told below it."""

    title: str
    lines: Sequence[str]
    is_whole: bool = False
    """Whether it is never cut."""
    left: Sequence[str] = ()
    """What of it is left out already, in words."""

    @property
    def signs(self) -> int:
        """How long it is."""
        return sum(len(line) + 1 for line in self.lines)


def fitted(opening: Sequence[str], parts: Sequence[Part]) -> str:
    """All parts that say something, below an opening; whatever is left out is told there, at the top."""
    rooms = _rooms(parts)
    told = [_cut(part, rooms) for part in parts]
    left = [words for part in told for words in part.left]
    is_cut = any(len(one.lines) < len(part.lines) for one, part in zip(told, parts, strict=True))
    notice = [f"**Not all is told here. Left out: {'; '.join(left)}.** Look for these in the change itself.", ""]
    sections = [line for part in told for line in _section(part)]
    lines = [*opening[:2], *(notice if left else []), *opening[2:], *_contents(told), *sections]
    return "\n".join([*lines, *([END] if is_cut else [])]) + "\n"


def _contents(parts: Sequence[Part]) -> Iterator[str]:
    """Where there is much, what stands below: a short part is passed over between long ones."""
    if any(len(part.lines) > MANY for part in parts):
        yield f"Below: {', '.join(f'{part.title} ({len(part.lines)})' for part in parts if part.lines)}."
        yield ""


def _section(part: Part) -> Iterator[str]:
    if part.lines:
        yield from (f"## {part.title}", "", *part.lines, "")


def _rooms(parts: Sequence[Part]) -> dict[str, int]:
    """How many signs each may have: short ones all, and the others alike of what is left."""
    room = max(LEAST, MOST - sum(part.signs for part in parts if part.is_whole))
    rooms: dict[str, int] = {}
    some = sorted((part for part in parts if not part.is_whole), key=lambda part: part.signs)
    for number, part in enumerate(some):
        rooms[part.title] = min(part.signs, room // (len(some) - number))
        room -= rooms[part.title]
    return rooms


def _cut(part: Part, rooms: dict[str, int]) -> Part:
    """A part as far as it has room, in whole lines."""
    room, lines = rooms.get(part.title, part.signs), []
    for line in part.lines:
        room -= len(line) + 1
        if room < 0:
            break
        lines.append(line)
    left = len(part.lines) - len(lines)
    cut = [f"{left} of {len(part.lines)} lines of “{part.title}”"] if left else []
    return Part(part.title, lines, part.is_whole, [*part.left, *cut])
