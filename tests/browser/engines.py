"""Chromium, Firefox and WebKit as people have them: a profile of their own, and pages kept whole for Back."""

import base64
import contextlib
import itertools
import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from machine import FLAGS, chromium_path, tool
from waiting import PATIENCE, until

SHIFT = "\ue008"
"""How WebDriver writes the key."""
KEPT_WHOLE = "--disable-back-forward-cache"
"""What a driven Chromium is told and a reader's is not."""
SETTINGS = {
    "marionette.port": 0,  # any that is free; it is written into the profile
    "remote.prefs.recommended": False,  # else a driven browser would keep less than a reader's does
    "browser.sessionstore.interval": 500,  # milliseconds; a reader's waits for fifteen seconds
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
"""A Firefox that asks nobody anything, and is otherwise as it comes."""
NO_DESKTOP = {
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "GTK_USE_PORTAL": "0",
    "NO_AT_BRIDGE": "1",
    "GSETTINGS_BACKEND": "memory",
}
"""What keeps GTK from a bus, from portals, from what serves screen readers, and from settings that others share."""
TIDYING = 5
"""How long a program that is ended may take to tidy up, in seconds."""
WEBDRIVER = {
    "Navigate": "url",
    "Back": "back",
    "ExecuteScript": "execute/sync",
    "FindElement": "element",
    "ElementClick": "element/{id}/click",
    "ElementSendKeys": "element/{id}/value",
    "PerformActions": "actions",
}


class Driven:
    """A browser told what to do in the commands of WebDriver; `tell` is its way to hear them."""

    def open(self, url: str) -> None:
        """Go to a page as by the address bar."""
        self.tell("Navigate", url=url)

    def run(self, script: str):
        """What a script returns that runs in the page."""
        return self.tell("ExecuteScript", script=script, args=[])

    def click(self, selector: str) -> None:
        """Press what the selector names."""
        self.tell("ElementClick", id=self._find(selector))

    def follow(self, link: str) -> None:
        """Press a link by a script, wherever it stands."""
        self.run(f"document.querySelector('{link}').click()")

    def type(self, selector: str, words: str) -> None:
        """Type words into a field, key by key."""
        self.tell("ElementSendKeys", id=self._find(selector), text=words)

    def back(self) -> None:
        """Press Back."""
        self.tell("Back")

    def tap(self, times: int = 3, held: int = 30, apart: int = 100) -> None:
        """Tap Shift so many times, each held and followed by so many milliseconds."""
        steps = [("keyDown", held), ("keyUp", apart)] * times
        keys = [[{"type": name, "value": SHIFT}, {"type": "pause", "duration": pause}] for name, pause in steps]
        actions = [{"type": "key", "id": "keys", "actions": list(itertools.chain(*keys))}]
        self.tell("PerformActions", actions=actions)

    def _find(self, selector: str) -> str:
        return next(iter(self.tell("FindElement", using="css selector", value=selector).values()))


class Firefox(Driven):
    """Firefox, in its own protocol (Marionette)."""

    def __init__(self, profile: Path) -> None:
        self.numbers = itertools.count(1)
        port = until(lambda: _read(profile / "MarionetteActivePort"))
        self.line = socket.create_connection(("127.0.0.1", int(port)), timeout=PATIENCE)
        self._hear()
        self.tell("NewSession", unhandledPromptBehavior="ignore")

    def tell(self, command: str, **what):
        """One command, and its answer."""
        words = json.dumps([0, next(self.numbers), f"WebDriver:{command}", what])
        self.line.sendall(f"{len(words.encode())}:{words}".encode())
        _, _, error, answer = self._hear()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer.get("value") if isinstance(answer, dict) else answer

    def pdf(self) -> bytes:
        """The page as it would be printed on A4."""
        return base64.b64decode(self.tell("Print", page={"width": 21.0, "height": 29.7}))

    def _hear(self):
        length = b""
        while not length.endswith(b":"):
            length += self.line.recv(1)
        text = b""
        while len(text) < int(length[:-1]):
            text += self.line.recv(65536)
        return json.loads(text)


class WebKit(Driven):
    """WebKit's own small browser, by the driver that comes with it."""

    def __init__(self, port: int) -> None:
        self.at = f"http://127.0.0.1:{port}/session"
        until(lambda: _answers(port))
        self.at += "/" + self.tell("", capabilities={})["sessionId"]

    def tell(self, command: str, **what):
        """One command, and its answer."""
        path = WEBDRIVER[command].format(**what) if command else ""
        request = urllib.request.Request(f"{self.at}/{path}".rstrip("/"), json.dumps(what).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]


class Chromium:
    """Chromium, by Playwright."""

    def __init__(self, page) -> None:
        self.page = page
        self.open, self.click = page.goto, page.click

    def run(self, script: str):
        """What a script returns that runs in the page."""
        return self.page.evaluate(f"() => {{ {script} }}")

    def follow(self, link: str) -> None:
        """Press a link by a script, wherever it stands."""
        self._then(f"document.querySelector('{link}').click()")

    def back(self) -> None:
        """Press Back."""
        self._then("history.back()")

    def tap(self, times: int = 3, held: int = 30, apart: int = 100) -> None:
        """Tap Shift so many times, each held and followed by so many milliseconds."""
        for _ in range(times):
            self.page.keyboard.press("Shift", delay=held)
            self.page.wait_for_timeout(apart)

    def _then(self, script: str) -> None:
        """Run what leads to another page once its answer is here: with the page, the answer would be gone."""
        self.page.evaluate(f"() => {{ setTimeout(() => {{ {script} }}) }}")


@contextmanager
def started(words: list, folder: Path, said=subprocess.DEVNULL) -> Iterator[subprocess.Popen]:
    """A program that runs with a home of its own, and is ended with all that it started; what it says is in `said`."""
    program = subprocess.Popen(words, env=surroundings(folder), stdout=said, stderr=said, start_new_session=True)
    try:
        yield program
    finally:
        end(program)


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of a program that is to stay by itself: its home is this folder, and it finds no desktop.

    Without a bus of its session GTK would start one, and with it services that outlive it and mount a folder below
    its home, which nobody could remove afterwards.
    """
    own = {name: str(folder) for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
    return {**kept, **own, "XDG_RUNTIME_DIR": str(folder / "run"), **NO_DESKTOP}


def end(program: subprocess.Popen) -> None:
    """End a program that leads a group of its own, and all of that group; each may tidy up first."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGTERM)
        late = time.monotonic() + TIDYING
        while time.monotonic() < late:
            program.poll()
            os.killpg(program.pid, 0)  # is any of them left?
            time.sleep(0.05)
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


def firefox_words(folder: Path, *more: str) -> list:
    """How to start a Firefox with a profile in this folder."""
    folder.mkdir(exist_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in SETTINGS.items()]
    (folder / "user.js").write_text("".join(lines), "utf-8")
    return [tool("firefox-esr", "firefox"), "--headless", "--no-remote", "--profile", folder, *more]


@contextmanager
def firefox(folder: Path, _=None) -> Iterator[Firefox]:
    """A Firefox with a profile in this folder, driven."""
    (folder / "MarionetteActivePort").unlink(missing_ok=True)
    with started(firefox_words(folder, "--marionette"), folder):
        driven = Firefox(folder)
        try:
            yield driven
        finally:
            driven.line.close()


@contextmanager
def webkit(folder: Path, _=None) -> Iterator[WebKit]:
    """WebKit, on a screen that nobody sees."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with started([tool("xvfb-run"), "--auto-servernum", tool("WebKitWebDriver"), f"--port={port}"], folder):
        yield WebKit(port)


@contextmanager
def chromium(folder: Path, browser) -> Iterator[Chromium]:
    """A Chromium with a profile in this folder, which keeps pages whole for Back as a reader's does."""
    ways = {"executable_path": chromium_path(), "args": FLAGS, "ignore_default_args": [KEPT_WHOLE]}
    context = browser.browser_type.launch_persistent_context(str(folder), **ways)
    yield Chromium(context.new_page())
    context.close()


def _read(path: Path) -> str:
    return path.read_text().strip() if path.exists() else ""


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError):
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    return False
