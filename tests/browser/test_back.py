"""After "Leave" no press on Back shows the guide; what was looked for is gone; a screen reader stays."""

import contextlib
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler

import pytest
from engines import chromium, firefox, webkit
from hosting import Server, serve
from waiting import until
from windows import EXIT

pytestmark = pytest.mark.browser

ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}
STEP, SAFETY, SHEET = "steps/trust/", "start/read-first/", "worksheets/check-in/"


class Elsewhere(BaseHTTPRequestHandler):
    """The site that "Leave" opens."""

    def log_message(self, *_) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Always the same page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title><p>elsewhere")


@pytest.fixture(scope="module")
def places(site, tmp_path_factory):
    """The site's address, its folder, and where its "Leave" leads: a server on another host."""
    folder = tmp_path_factory.mktemp("left") / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.pdf", "*.br", "*.gz"))
    other = Server(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=other.serve_forever, daemon=True).start()
    away = f"http://localhost:{other.server_port}/"
    for path in folder.rglob("*.html"):
        path.write_text(path.read_text("utf-8").replace(EXIT, away), "utf-8")
    server, address = serve(folder)
    yield address, folder, away
    for one in (server, other):
        one.shutdown()
        one.server_close()


@pytest.fixture(params=ENGINES)
def engine(request, tmp_path_factory, browser):
    """Each browser in turn, with a profile of its own."""
    with ENGINES[request.param](tmp_path_factory.mktemp("profile"), browser) as driven:
        yield driven


@pytest.fixture(scope="module", params=ENGINES)
def used_engine(request, tmp_path_factory, browser):
    """Each in turn, for all tests that ask what happens on one page: to start one takes longer than they do."""
    with ENGINES[request.param](tmp_path_factory.mktemp("profile"), browser) as driven:
        yield driven


def at(engine) -> str:
    """The address of the page, and what can be read on it."""
    with contextlib.suppress(Exception):  # between two pages there is none to ask
        return engine.run("return location.href + ' ' + document.body.innerText") or ""
    return ""


def gone(engine, away: str) -> bool:
    """Whether the other site is shown, in time."""
    try:
        return until(lambda: at(engine).startswith(away), 10)
    except AssertionError:
        return False


def backs(engine, away: str, times: int) -> list[bool]:
    """Whether the other site is shown after each of so many presses on Back."""
    shown = []
    for _ in range(times):
        engine.back()
        time.sleep(0.3)
        shown.append(gone(engine, away))
    return shown


def test_back_shows_nothing(places, engine):
    """Home, the safety page, a jump on it, "Leave": however often Back is pressed, nothing of the guide is shown."""
    address, _, away = places
    for path in ("", STEP, SAFETY):
        engine.open(address + path)
    engine.follow('main a[href^="#"]')
    engine.follow(".bar .leave")
    assert gone(engine, away)

    assert backs(engine, away, 2) == [True, True]
    engine.open(address + STEP)  # who types the address means to come back
    assert "Rebuild trust" in at(engine)


def test_links_of_a_safety_page_take_its_place(places, engine):
    """Jumps within a safety page, and its links to other pages of the guide, add nothing to the history."""
    address, _, _ = places
    for path in ("", SAFETY):
        engine.open(address + path)
    before = engine.run("return history.length")
    engine.follow('main a[href^="#"]')
    engine.follow(".bar a")
    assert until(lambda: "/support/" in at(engine))

    assert engine.run("return history.length") == before


WRITE = """const one = document.querySelector('{}'); one.value = "scared of him";
  one.dispatchEvent(new Event("input"))"""


def test_what_was_looked_for_is_gone(places, engine):
    """Words in the search and in the filter, and what they found, are not there again after Back."""
    address, _, away = places
    engine.open(address + "faq/")
    engine.run(WRITE.format("[data-guide=question-filter]"))
    until(lambda: engine.run("return document.querySelectorAll('.questions .care').length"))
    engine.run("document.querySelector('[data-guide=search-open]').click()")
    until(lambda: engine.run("return document.querySelectorAll('dialog [data-guide=search-input]').length"))
    engine.run(WRITE.format("dialog [data-guide=search-input]"))
    until(lambda: engine.run("return document.querySelectorAll('dialog .care').length"))
    engine.open(away)
    engine.back()
    until(lambda: at(engine).startswith(address + "faq/"))

    left = "return [...document.querySelectorAll('input')].map(({value}) => value).join() + document.body.innerHTML"
    assert "scared of him" not in engine.run(left)
    assert engine.run("return document.querySelectorAll('.questions .care, dialog').length") == 0


def test_quick_taps_leave(places, used_engine):
    """Shift, three times within a second, leads away."""
    address, _, away = places
    used_engine.open(address + STEP)

    # On a busy machine three taps may take longer than a second, as a slow hand's would: it tries again.
    assert any(used_engine.tap() or gone(used_engine, away) for _ in range(4))


MOVES = {
    "as it scrolls": "scrollBy(0, 300)",
    "as it selects": "getSelection().collapse(document.querySelectorAll('main p')[window.n = (window.n ?? 1) + 1], 0)",
    "as it focuses": "const all = [...document.querySelectorAll('main a')];"
    " all[(all.indexOf(document.activeElement) + 1) % all.length].focus()",
}
"""What comes of one command of a screen reader, which keeps the letter to itself."""


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_a_screen_reader_stays(places, used_engine, move):
    """Shift+H, of which a page sees Shift alone, three times and three times more: what moves between begins anew."""
    address, _, _ = places
    used_engine.open(address + STEP)
    for _ in range(6):
        used_engine.tap(1, 60, 60)
        used_engine.run(f"{move}; return new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))")

    assert address in at(used_engine)


@pytest.mark.parametrize(("held", "apart"), [(350, 20), (60, 700)], ids=["held", "slow"])
def test_commands_that_move_nothing_stay(places, used_engine, held, apart):
    """Where all is in sight nothing moves: then Shift is held as long as two keys take, or heard out."""
    address, _, _ = places
    used_engine.open(address + STEP)
    used_engine.tap(6, held, apart)

    assert address in at(used_engine)


OTHER = {
    "held down": "{repeat: true}",
    "in the midst of a word": "{isComposing: true}",
    "with Control": "{ctrlKey: true}",
    "with VoiceOver's keys": "{ctrlKey: true, altKey: true}",
    "with Command": "{metaKey: true}",
}


@pytest.mark.parametrize("how", OTHER.values(), ids=OTHER)
def test_shift_that_means_something_else_stays(places, used_engine, how):
    """A held Shift, one in the midst of a word, or one of several keys is no tap."""
    address, _, _ = places
    used_engine.open(address + STEP)
    press = f"dispatchEvent(new KeyboardEvent('keydown', {{key: 'Shift', ...{how}}}))"
    used_engine.run(f"for (const _ of [1, 2, 3, 4]) {press}")
    time.sleep(0.5)

    assert address in at(used_engine)


def test_shift_and_a_click_stay(places, used_engine):
    """Links opened beside this page by Shift and a click, one after another, are no taps."""
    address, _, _ = places
    used_engine.open(address + STEP)
    used_engine.run(
        "for (const _ of [1, 2, 3, 4]) { dispatchEvent(new KeyboardEvent('keydown', {key: 'Shift'}));"
        " document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, shiftKey: true}));"
        " dispatchEvent(new KeyboardEvent('keyup', {key: 'Shift'})) }"
    )
    time.sleep(0.5)

    assert address in at(used_engine)
