"""The guide on a device, removed: all of it and at once, half kept never, and not offered where it cannot be kept."""

from pathlib import Path

import pytest
from devices import FAILED, KEEPING, KEPT, NOT_KEPT, OFFER, REMOVED, STATUS, held, keep, remove, say, until, update
from guide.editions.on_device import render_kept
from machine import FLAGS, chromium_path
from projects import ROOT
from windows import PHONE, stored, window

pytestmark = pytest.mark.browser


def test_one_press_removes_all(browser, line, site):
    """No cache, no registration, nothing stored; the page says so aloud, and the guide is gone offline."""
    handler, address = line(site)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        keep(page)
        page.reload()
        say(page, KEPT)
        remove(page)
        left, focus = stored(page), page.evaluate("document.activeElement.dataset.guide")
        page.reload()
        say(page, NOT_KEPT)
        still_left = stored(page)
        handler.gone = True
        with pytest.raises(Exception, match="ERR_EMPTY_RESPONSE"):
            page.goto("steps/trust/")

    assert (left, still_left) == ({}, {})
    assert focus == "keep-guide"


def test_nothing_of_it_stays_on_the_disk(browser, line, site, tmp_path):
    """Once removed, no page of it is found among the browser's files, even while it runs."""
    _, address = line(site)
    options = {"executable_path": chromium_path(), "args": FLAGS, "base_url": address}
    with browser.browser_type.launch_persistent_context(tmp_path, **options) as context:
        page = context.pages[0]
        keep(page)
        before = holding(tmp_path, UNREAD)
        page.goto("steps/trust/")
        page.goto(OFFER)
        remove(page)
        after = holding(tmp_path, UNREAD)

    assert (len(before), after) == (1, [])


UNREAD = b'<link rel="canonical" href="https://mend.example/worksheets/my-own-life/">'
"""What only one page holds, which nobody has opened."""


def holding(profile: Path, words: bytes) -> list[Path]:
    """The files of a browser that hold these words."""
    return [path for path in profile.rglob("*") if path.is_file() and words in path.read_bytes()]


def test_it_can_be_kept_again(browser, line, site):
    """Removed and asked for again on the same page, it is whole again."""
    handler, address = line(site)
    with window(browser, address) as page:
        keep(page)
        count = held(page)
        page.reload()
        remove(page)
        page.get_by_role("button", name="Keep the guide").click()
        say(page, KEPT)
        again = held(page)
        handler.gone = True
        page.goto("steps/trust/")

    assert again == count > 150


def test_it_can_be_removed_while_it_is_being_kept(browser, line, site):
    """Whoever must hurry need not wait: what has come is gone, and no more comes."""
    handler, address = line(site)
    with window(browser, address, OFFER) as page:
        handler.slow = 0.1
        page.get_by_role("button", name="Keep the guide").click()
        say(page, KEEPING)
        page.wait_for_timeout(1000)
        remove(page)
        left = stored(page)
        handler.slow = 0
        page.wait_for_timeout(3000)

        assert (left, stored(page)) == ({}, {})
        assert page.locator(STATUS).inner_text().startswith(REMOVED)


def test_it_can_be_removed_at_once(browser, line, site):
    """Both buttons in one breath, before the browser has a worker at all: nothing comes of it."""
    handler, address = line(site)
    with window(browser, address, OFFER) as page:
        say(page, NOT_KEPT)
        page.evaluate(
            "for (const name of ['keep', 'remove']) document.querySelector(`[data-guide=${name}-guide]`).click()"
        )
        until(page, lambda: "/worker.js" in handler.asked)
        page.wait_for_timeout(3000)  # whether it is dropped before it runs, or runs first, is the browser's to choose
        until(page, lambda: stored(page) == {})

        until(page, lambda: page.locator(STATUS).inner_text().startswith(REMOVED))


@pytest.mark.parametrize("below", ["/", "/our/guide/"])
def test_it_removes_nothing_of_another_site(browser, line, site, below):
    """It works below a path as well, and leaves alone what another site on the same host has kept."""
    handler, address = line(site, below)
    other = "async () => (await caches.open('guide:/other:1')).put('/x', new Response('theirs'))"
    with window(browser, address) as page:
        keep(page)
        page.evaluate(other)
        scope = stored(page)["workers"]
        handler.gone = True
        page.goto("steps/trust/")
        title = page.locator("h1").inner_text()
        page.goto(OFFER)
        remove(page)
        left = stored(page)

    assert (title, scope) == ("Rebuild trust", [address])
    assert left == {"caches": ["guide:/other:1"]}


@pytest.mark.parametrize("full", ["at once", "half way"])
def test_a_full_device_is_told_and_nothing_is_half_kept(browser, line, site, full):
    """Without room the page says so in a plain sentence, offers the button again, and leaves nothing."""
    _, address = line(site)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(OFFER)
        room = {"origin": address.rstrip("/"), "quotaSize": 1_000 if full == "at once" else 2_000_000}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", room)
        page.get_by_role("button", name="Keep the guide").click()
        say(page, FAILED)
        left = stored(page)

        assert left == {}
        assert page.locator(STATUS).inner_text().endswith("Nothing of it is left on this device.")
        assert page.evaluate("document.activeElement.dataset.guide") == "keep-guide"


def test_a_broken_connection_is_told_and_nothing_is_half_kept(browser, line, site):
    """So it is when the network goes away half way."""
    handler, address = line(site)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(OFFER)
        handler.slow = 0.05
        page.get_by_role("button", name="Keep the guide").click()
        page.wait_for_function("async () => (await caches.keys()).length")
        handler.gone = True
        say(page, FAILED)

        assert stored(page) == {}


def test_a_window_that_refuses_is_told_too(browser, address):
    """Where a browser lets no worker be registered, as in some private windows, the page says that nothing is kept."""
    with window(browser, address) as page:
        page.add_init_script(
            "navigator.serviceWorker.register = async () => { throw new DOMException('no', 'SecurityError'); }"
        )
        page.goto(OFFER)
        page.get_by_role("button", name="Keep the guide").click()
        say(page, FAILED)

        assert stored(page) == {}


def test_what_cannot_be_removed_is_told(browser, line, site):
    """A browser that refuses leaves the button, and the page claims nothing."""
    _, address = line(site)
    with window(browser, address) as page:
        keep(page)
        page.evaluate("() => { caches.delete = async () => { throw new Error('no'); }; }")
        page.get_by_role("button", name="Remove it from this device").click()
        say(page, "Some of it may still be on this device.")

        assert page.get_by_role("button", name="Remove it from this device").is_visible()


def test_an_edition_that_no_longer_offers_it_removes_it(browser, line, mine):
    """The guide was kept; its next edition has no such offer: its worker takes all away, and then itself."""
    _, address = line(mine)
    with window(browser, address) as page:
        keep(page)
        gone = render_kept(ROOT / "overrides/fragments", {"index.html": b""})
        (mine / "worker.js").write_text(gone["worker.js"], "utf-8")
        page.goto("steps/trust/")
        update(page)
        until(page, lambda: stored(page) == {})


@pytest.mark.parametrize("missing", ["caches", "navigator.serviceWorker"])
def test_nothing_is_offered_where_it_cannot_work(browser, address, missing):
    """An old browser, or a site without HTTPS: no button, no promise."""
    owner, _, name = f"window.{missing}".rpartition(".")
    with window(browser, address) as page:
        page.add_init_script(f"Object.defineProperty({owner}, '{name}', {{value: undefined}})")
        page.goto(OFFER)

        assert page.locator("[data-worker]").count() == 0


def test_nothing_pretends_without_scripts(browser, address):
    """With scripts off neither the words nor the buttons are there."""
    with window(browser, address, OFFER, width=PHONE, java_script_enabled=False) as page:
        assert page.locator("[data-worker]").is_visible() is False
        assert page.get_by_text("Keep the guide on this device").is_visible() is False


def test_no_folder_offers_it(folder_edition):
    """In the edition for a folder there is no worker, and no page speaks of one."""
    assert not (folder_edition / "worker.js").exists()
    assert "data-worker" not in (folder_edition / f"{OFFER}index.html").read_text("utf-8")
