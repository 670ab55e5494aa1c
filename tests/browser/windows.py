"""Pages of every kind, opened as readers have them: on a phone or a desk, light or dark, with scripts or without."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route
from projects import DOCS, setting

KINDS = {
    "home": "",
    "page": "start/tonight/",
    "step": "steps/trust/",
    "block": "blocks/trust/",
    "worksheet": "worksheets/check-in/",
    "questions": "faq/trust/",
    "index of questions": "faq/",
    "safety": "start/read-first/",
    "print": "print/rebuild-trust/",
    "404": "404.html",
}
"""One page of each kind."""

PHONE, DESK = 390, 1280
EXIT = setting("exit_url")
"""Where "Leave" leads."""
WATCH = """addEventListener("securitypolicyviolation",
  ({violatedDirective, blockedURI}) => console.error(violatedDirective, blockedURI))"""
"""Says on the console what a page's policy forbids, for a window to fail on."""


def safety_pages() -> list[str]:
    """The addresses of all safety pages."""
    found = [path for path in DOCS.rglob("*.md") if "\nkind: safety\n" in path.read_text("utf-8")]
    return sorted(
        path.relative_to(DOCS).with_suffix("").as_posix().removesuffix("index").strip("/") + "/" for path in found
    )


@contextmanager
def window(
    browser: Browser, address: str, path: str = "", *, width: int = DESK, height: int = 800, **options
) -> Iterator[Page]:
    """One page in a fresh window. The web outside is a blank page that says "elsewhere"; the page's errors are ours."""
    with browser.new_context(base_url=address, viewport={"width": width, "height": height}, **options) as context:
        # By a pattern: a function here would be asked about each file of our own as well.
        context.route(re.compile(rf"^(?!{re.escape(address)})"), elsewhere)
        context.set_default_timeout(10_000)
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
        page.on("console", lambda said: errors.append(f"{page.url}: {said.text}") if said.type == "error" else None)
        page.goto(path)
        yield page
    # That a busy browser left a fade out is no fault of the page.
    faults = [error for error in errors if "Transition was aborted" not in error]
    assert not faults, faults


def walk(browser: Browser, address: str, paths: list[str], **options) -> Iterator[tuple[str, Page]]:
    """Open pages one after another in the same fresh window."""
    with window(browser, address, **options) as page:
        for path in paths:
            page.goto(address + path)
            yield path, page


def elsewhere(route: Route) -> None:
    """Answer for every other site."""
    route.fulfill(body="<!doctype html><title>Elsewhere</title>elsewhere", content_type="text/html")


def stored(page: Page) -> dict:
    """Everything that a page could have left on the device."""
    kept = page.evaluate(
        "async () => ({local: {...localStorage}, session: {...sessionStorage}, caches: await caches.keys(),"
        " databases: (await indexedDB.databases()).map(({name}) => name),"
        " workers: (await navigator.serviceWorker.getRegistrations().catch(() => [])).map(({scope}) => scope)})"
    )
    return {name: value for name, value in {**kept, "cookies": page.context.cookies()}.items() if value}


def tab_to(page: Page, selector: str, *, at_most: int = 150) -> None:
    """Press Tab until what the selector names has the focus, as somebody without a mouse does."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key never reaches {selector}")


def tap_shift(page: Page, times: int = 3, held: int = 50, apart: int = 50) -> None:
    """Tap Shift so many times, each held and followed by so many milliseconds.

    They are so by the clock of the events, by which a page counts, however slowly a busy machine hands them on.
    """
    shift = {"key": "Shift", "code": "ShiftLeft", "windowsVirtualKeyCode": 16}
    devices, at = page.context.new_cdp_session(page), time.time()
    for _ in range(times):
        for kind, lasts in (("rawKeyDown", held), ("keyUp", apart)):
            devices.send("Input.dispatchKeyEvent", {"type": kind, "timestamp": at, **shift})
            at += lasts / 1000
