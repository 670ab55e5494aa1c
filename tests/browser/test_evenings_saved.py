"""The days of a plan, saved for a calendar: made in the page, for the day that the reader chose, and gone with it."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
from playwright.sync_api import Download
from windows import stored, window

pytestmark = pytest.mark.browser

PLAN = "start/eight-weeks/"
OFFER = "[data-calendar]"


@pytest.fixture
def offer(browser, address):
    """The offer on the page of the plan."""
    with window(browser, address, PLAN, accept_downloads=True) as page:
        yield page.locator(OFFER)


def save(offer) -> tuple[bytes, Download]:
    """What is saved, and how."""
    with offer.page.expect_download() as download:
        offer.get_by_role("button").click()
    return download.value.path().read_bytes(), download.value


def test_the_file_is_for_the_chosen_day(offer):
    """A calendar reads it: eight entries under a neutral name, each line ended as the standard asks."""
    offer.get_by_label("First day").fill("2026-12-31")
    saved, download = save(offer)
    (entry,) = icalendar.Calendar.from_ical(saved).walk("VEVENT")

    assert download.suggested_filename == "evening-in.ics"
    assert (str(entry["SUMMARY"]), entry.start, entry["RRULE"]["COUNT"]) == ("Evening in", date(2026, 12, 31), [8])
    assert saved.count(b"\n") == saved.count(b"\r\n") == saved.count(b"\r") == 12
    assert b"{" not in saved
    assert "evening-in.ics" in offer.get_by_role("status").inner_text()


def test_no_two_files_are_alike(offer):
    """The id is by chance, and the moment is that of the press: neither tells which site or which day it was built."""
    offer.get_by_label("First day").fill("2026-12-31")
    before = datetime.now(UTC).replace(microsecond=0)
    entries = [icalendar.Calendar.from_ical(save(offer)[0]).walk("VEVENT")[0] for _ in range(2)]
    ids = {str(entry["UID"]) for entry in entries}

    assert len(ids) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)
    assert all(before <= entry.DTSTAMP <= datetime.now(UTC) for entry in entries)


def test_a_day_is_asked_for(offer):
    """Without one nothing is saved, and the field is where the reader is led."""
    downloads = []
    offer.page.on("download", lambda download: downloads.append(download))
    offer.get_by_role("button").click()

    assert offer.get_by_role("status").inner_text() == "Choose the first day."
    assert offer.get_by_label("First day").evaluate("(field) => field === document.activeElement")
    assert downloads == []


def test_nothing_of_it_stays(offer):
    """The day is in no store and in no address, and is gone when the page is put away."""
    page, url = offer.page, offer.page.url
    offer.get_by_label("First day").fill("2026-12-31")
    with page.expect_download():
        offer.get_by_role("button").click()
    kept = stored(page), page.url
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")

    assert kept == ({}, url)
    assert offer.get_by_label("First day").input_value() == offer.locator("[role=status]").text_content() == ""


def test_without_scripts_nothing_idle_is_shown(browser, address):
    """The way by hand stands in the page's own words."""
    with window(browser, address, PLAN, java_script_enabled=False) as page:
        assert not page.locator(OFFER).is_visible()
        assert "let it come back each week" in page.locator("main").inner_text()
