"""A day that comes back each week, as other programs read it."""

from datetime import date, timedelta
from html import unescape

import icalendar
import pytest
from guide.renderers.calendar import DAY, ID, NOW, calendar_file, folded, render_calendar
from guide.renderers.place import Place
from guide.site.loader import load_guide
from projects import ROOT

FRAGMENTS = ROOT / "overrides/fragments"
LONG = "Ein sehr gemütlicher Abend zu zweit mit Tee und Süßem und ohne jedes Gerät im Zimmer 夕べ"


def opened(text: str) -> icalendar.Event:
    """The one entry of a file, once its first day is chosen."""
    filled = text.replace(DAY, "20261201").replace(ID, "a1").replace(NOW, "20261129T101112Z")
    calendar = icalendar.Calendar.from_ical(filled.replace("\n", "\r\n"))
    (entry,) = calendar.walk("VEVENT")
    assert not calendar.errors
    assert not entry.errors
    return entry


def test_a_calendar_opens_it():
    """The entry is a whole day, comes back so many times, keeps the day free, and neither rings nor leads anywhere."""
    entry = opened(calendar_file(8, "Evening in"))
    (rule,) = [entry["RRULE"]]

    assert (str(entry["SUMMARY"]), entry.start, entry.duration) == ("Evening in", date(2026, 12, 1), timedelta(days=1))
    assert (rule["FREQ"], rule["COUNT"], str(entry["TRANSP"])) == (["WEEKLY"], [8], "TRANSPARENT")
    assert entry.DTSTAMP.isoformat() == "2026-11-29T10:11:12+00:00"
    assert {*entry} == {"UID", "DTSTAMP", "DTSTART", "RRULE", "SUMMARY", "TRANSP"}
    assert entry.subcomponents == []


def test_nothing_in_it_tells_where_it_is_from():
    """Its id and its moment are left to the browser, and what makes it has no name."""
    text = calendar_file(8, "Evening in")

    assert [text.count(one) for one in (f"\nUID:{ID}\n", f"\nDTSTAMP:{NOW}\n", f":{DAY}\n")] == [1, 1, 1]
    assert "PRODID:-//calendar//EN\n" in text


@pytest.mark.parametrize("title", ["Tea", LONG, "x" * 67, "x" * 68, "ü" * 200])
def test_long_lines_are_folded(title):
    """No line is wider than the standard lets it be, none is cut within a letter, and read again it is whole."""
    parts = folded(f"SUMMARY:{title}")

    assert max(len(part.encode()) for part in parts) <= 75
    assert all(part.startswith(" ") for part in parts[1:])
    assert str(opened(calendar_file(3, title))["SUMMARY"]) == title


def part(asked: str) -> str:
    """What stands in the page."""
    texts = {"a.md": f"# A\n\n<!-- guide: calendar {asked} -->\n"}
    return render_calendar(Place(load_guide(texts)[0], "a/", FRAGMENTS), asked)


def test_the_page_offers_it():
    """The whole file stands in the page, under a name that is its title's; it waits for the script."""
    html = part("8 Evening\n in")

    assert unescape(html.split('data-calendar="')[1].split('"')[0]) == calendar_file(8, "Evening in")
    assert 'data-name="evening-in"' in html
    assert html.startswith('<div class="keep awaits" hidden ')


def test_nothing_is_offered_for_a_request_that_says_too_little():
    """The check tells its author."""
    assert [part(asked) for asked in ("", "8", "Evening in", "1 Evening", "0 Evening")] == [""] * 5
