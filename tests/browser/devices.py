"""The guide kept on a device: its buttons, what is kept, and new editions of it."""

import time
from pathlib import Path

from guide.editions.on_device import render_kept
from guide.reading.files import read_files
from projects import ROOT

OFFER = "start/how-to-use/"
STATUS = "[data-worker] [role=status]"
NOT_KEPT, KEEPING, KEPT = "It is not kept on this device.", "It is being kept.", "It is kept on this device."
REMOVED, FAILED = "What was kept is gone from this device.", "It could not be kept."


def say(page, words: str) -> None:
    """Wait until the page says these words of what is kept."""
    page.locator(STATUS).filter(has_text=words).wait_for()


def keep(page) -> None:
    """Press the button, and wait until all is kept."""
    page.goto(OFFER)
    page.get_by_role("button", name="Keep the guide on this device").click()
    say(page, KEPT)


def remove(page) -> None:
    """Press the other one."""
    page.get_by_role("button", name="Remove it from this device").click()
    say(page, REMOVED)


def held(page) -> int:
    """How many files are kept."""
    return page.evaluate(
        "async () => { let count = 0; for (const name of await caches.keys())"
        " count += (await (await caches.open(name)).keys()).length; return count; }"
    )


def edit(site: Path, path: str, old: str, new: str) -> None:
    """Publish a new edition of a site, with other words on one page."""
    page = site / path
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    fragments = ROOT / "overrides/fragments"
    for name, text in render_kept(fragments, read_files(site)).items():
        (site / name).write_text(text, "utf-8")


def update(page) -> None:
    """Have the browser look for a new edition, as it does by itself now and then."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((ours) => ours.update())")


def until(page, true) -> None:
    """Wait for something that no page can tell of; the window goes on meanwhile."""
    end = time.monotonic() + 90  # a busy machine takes its time to keep all files
    while not true():
        assert time.monotonic() < end, "it never came to that"
        page.wait_for_timeout(100)
