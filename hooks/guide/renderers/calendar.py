"""A day that comes back each week, for a reader's own calendar (iCalendar, RFC 5545).

Only the reader knows the first day. So the file stands in the page but for that day, which calendar.js puts in. It
holds one entry that repeats, which is deleted with one press. It names no site, and nothing in it rings.
"""

from uuid import NAMESPACE_OID, uuid5

from guide.renderers.place import Place
from guide.text.part_requests import weekly_of

DAY = "{day}"
"""Stands for the first day; the script writes 20261201, say."""
WIDEST = 75
"""Octets that a line may have."""


def render_calendar(here: Place, asked: str = "") -> str:
    """The offer of such a file: `asked` says for how many weeks, and what the day is called."""
    weeks, title = weekly_of(asked)
    if not weeks:
        return ""
    reviewed = here.page.fields.get("reviewed") if here.page else None
    file = calendar_file(weeks, title, f"{reviewed:%Y%m%d}" if reviewed else "19700101")
    return here.render("calendar", file=file, file_name=title.casefold().replace(" ", "-"), title=title, weeks=weeks)


def calendar_file(weeks: int, title: str, made: str) -> str:
    """The text of the file, a line of it a line here; the script ends each as the standard asks, with CR and LF.

    `made` is a date that stays as it is, for the same page is to have the same bytes on every build.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//guide//calendar//EN",
        "BEGIN:VEVENT",
        # The same plan begun on two days is two entries, so that the later one is not taken for the earlier.
        f"UID:{uuid5(NAMESPACE_OID, f'{weeks} {title}')}-{DAY}",
        f"DTSTAMP:{made}T000000Z",
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
