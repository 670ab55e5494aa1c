"""A day that comes back each week, as other programs read it."""

from datetime import date, timedelta
from html import unescape

import icalendar
import pytest
from conftest import ROOT
from guide.renderers.calendar import DAY, calendar_file, folded, render_calendar
from guide.renderers.place import Place
from guide.site.loader import load_guide

FRAGMENTS = ROOT / "overrides/fragments"
LONG = "Ein sehr gemütlicher Abend zu zweit mit Tee und Süßem und ohne jedes Gerät im Zimmer 夕べ"


def opened(text: str) -> icalendar.Event:
    """The one entry of a file, once its first day is chosen."""
    calendar = icalendar.Calendar.from_ical(text.replace(DAY, "20261201").replace("\n", "\r\n"))
    (entry,) = calendar.walk("VEVENT")
    assert not calendar.errors
    assert not entry.errors
    return entry


def test_a_calendar_opens_it():
    """The entry is a whole day, comes back so many times, keeps the day free, and neither rings nor leads anywhere."""
    entry = opened(calendar_file(8, "Evening in", "20261129"))
    (rule,) = [entry["RRULE"]]

    assert (str(entry["SUMMARY"]), entry.start, entry.duration) == ("Evening in", date(2026, 12, 1), timedelta(days=1))
    assert (rule["FREQ"], rule["COUNT"], str(entry["TRANSP"])) == (["WEEKLY"], [8], "TRANSPARENT")
    assert entry.DTSTAMP.isoformat() == "2026-11-29T00:00:00+00:00"
    assert {*entry} == {"UID", "DTSTAMP", "DTSTART", "RRULE", "SUMMARY", "TRANSP"}
    assert entry.subcomponents == []


def test_it_is_the_same_every_time_and_its_own():
    """Its id is the same on each build, and another for another plan or another first day."""
    texts = [calendar_file(8, "Evening in", "20261129"), calendar_file(9, "Evening in", "20261129")]
    texts += [calendar_file(8, "Evening", "20261129"), texts[0].replace(DAY, "20270101")]

    assert calendar_file(8, "Evening in", "20261129") == texts[0]
    assert len({str(opened(text)["UID"]) for text in texts}) == 4


@pytest.mark.parametrize("title", ["Tea", LONG, "x" * 67, "x" * 68, "ü" * 200])
def test_long_lines_are_folded(title):
    """No line is wider than the standard lets it be, none is cut within a letter, and read again it is whole."""
    parts = folded(f"SUMMARY:{title}")

    assert max(len(part.encode()) for part in parts) <= 75
    assert all(part.startswith(" ") for part in parts[1:])
    assert str(opened(calendar_file(3, title, "20261129"))["SUMMARY"]) == title


def part(asked: str, reviewed: str = "reviewed: 2026-11-29\n") -> str:
    """What stands in the page."""
    texts = {"a.md": f"---\n{reviewed}---\n# A\n\n<!-- guide: calendar {asked} -->\n"}
    return render_calendar(Place(load_guide(texts)[0], "a/", FRAGMENTS), asked)


def test_the_page_offers_it():
    """The whole file stands in the page, under a name that is its title's; it waits for the script."""
    html = part("8 Evening\n in")

    assert unescape(html.split('data-calendar="')[1].split('"')[0]) == calendar_file(8, "Evening in", "20261129")
    assert 'data-name="evening-in"' in html
    assert html.startswith('<div class="keep awaits" hidden ')
    assert "DTSTAMP:19700101T000000Z" in part("8 Evening in", "")


def test_nothing_is_offered_for_a_request_that_says_too_little():
    """The check tells its author."""
    assert [part(asked) for asked in ("", "8", "Evening in", "1 Evening", "0 Evening")] == [""] * 5
