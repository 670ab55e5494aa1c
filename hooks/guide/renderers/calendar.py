"""A day that comes back each week, for a reader's own calendar (iCalendar, RFC 5545).

Only the reader knows the first day. So the file stands in the page but for what calendar.js puts in. It holds one entry
that repeats, which is deleted with one press. It names no site, nor does anything in it tell readers of one site from
others: its id is by chance, and it is dated when it is saved. Nothing in it rings.
"""

from guide.renderers.place import Place
from guide.text.part_requests import weekly_of

DAY, ID, NOW = "{day}", "{id}", "{now}"
"""Stand for the first day, for which the script writes 20261201, say, for the id of the entry, and for the moment."""
WIDEST = 75
"""Octets that a line may have."""


def render_calendar(here: Place, asked: str = "") -> str:
    """The offer of such a file: `asked` says for how many weeks, and what the day is called."""
    weeks, title = weekly_of(asked)
    if not weeks:
        return ""
    file = calendar_file(weeks, title)
    return here.render("calendar", file=file, file_name=title.casefold().replace(" ", "-"), title=title, weeks=weeks)


def calendar_file(weeks: int, title: str) -> str:
    """The text of the file, a line of it a line here; the script ends each as the standard asks, with CR and LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//calendar//EN",
        "BEGIN:VEVENT",
        # Each that is saved is an entry of its own, so that a later one is not taken for an earlier.
        f"UID:{ID}",
        f"DTSTAMP:{NOW}",
        f"DTSTART;VALUE=DATE:{DAY}",
        f"RRULE:FREQ=WEEKLY;COUNT={weeks}",
        f"SUMMARY:{title}",
        # The day stays free for whatever else is planned, and nobody is told “busy”.
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\n" for line in lines for part in folded(line))


def folded(line: str) -> list[str]:
    """A line in parts that are not too wide; each after the first begins with a space. No letter is cut in two."""
    parts, width = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if width + octets > WIDEST:
            parts.append(" ")
            width = 1
        parts[-1] += letter
        width += octets
    return parts
