"""Firefox and Orca on a desktop of their own, as people have them who don't see the screen; what Orca says is read."""

import itertools
import os
import re
import shutil
import subprocess
import threading
import time
import tty
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from engines import Firefox, end, firefox_words, surroundings
from waiting import LateError, until

NEEDED = ("orca", "speech-dispatcher", "Xvfb", "xdotool", "openbox", "dbus-daemon", "gsettings")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
DUMMY = 'AddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\nInclude "clients/*.conf"\n'
"""A voice that nobody hears."""
ON = (("interface", "toolkit-accessibility"), ("a11y.applications", "screen-reader-enabled"))
SAID = re.compile(r"SPEECH OUTPUT: '(.*)'(?:\{.*\})?$", re.MULTILINE)
BEFORE_IT = "Page has "
"""How the last thing begins that is said before a page itself."""
QUIET = 3
"""After so many seconds without a word it has said all."""
SLOW = 60
"""Seconds that a busy machine may take to begin to speak."""
TRIES = 4
"""How often a desk is set up, or a page read out: on a busy machine Orca may come up mute, or pass over words."""


class Told:
    """What Orca writes down of itself, line by line: a program that writes into a terminal keeps nothing back."""

    def __init__(self) -> None:
        self.reader, writer = os.openpty()
        tty.setraw(writer)
        self.path = os.ttyname(writer)
        self.written = bytearray()
        threading.Thread(target=self._read, daemon=True).start()

    def said(self) -> list[str]:
        """All that has been said since it came up."""
        return [" ".join(words.split()) for words in SAID.findall(self.written.decode("utf-8", "replace"))]

    def _read(self) -> None:
        while some := os.read(self.reader, 1 << 16):
            self.written += some


class Heard:
    """A page as it is read out, and the keys that somebody presses."""

    def __init__(self, told: Told, driven: Firefox, surrounding: dict[str, str]) -> None:
        self.said = told.said
        self.surrounding = surrounding
        self.driven = driven

    def open(self, url: str, quiet: float = QUIET) -> list[str]:
        """Go to a page, and hear it: Orca reads it out as soon as it is there."""
        before = len(self.said())
        self.driven.open(url)
        self.listen(quiet)
        return self.said()[before:]

    def press(self, *keys: str, apart: int = 30) -> None:
        """Press keys, one after the other, so many milliseconds apart."""
        subprocess.run(["xdotool", "key", "--delay", str(apart), *keys], env=self.surrounding, check=True)

    def listen(self, quiet: float = QUIET) -> list[str]:
        """All that is said from now on, until nothing was said for so many seconds."""
        said, since = self.said(), time.monotonic()
        first = len(said)
        while time.monotonic() - since < quiet:
            time.sleep(0.2)
            if len(now := self.said()) != len(said):
                said, since = now, time.monotonic()
        return said[first:]

    def hear(self, *keys: str, apart: int = 120) -> list[str]:
        """Press keys, and hear all that is said of them: a first line may be over before the press is."""
        before = len(self.said())
        self.press(*keys, apart=apart)
        until(lambda: len(self.said()) > before)
        self.listen()
        return self.said()[before:]

    def read_out(self, url: str, quiet: float = QUIET) -> list[str]:
        """The whole page, from its top; not what is said of it before: its title, and what it has."""
        said = [words.removeprefix("visited ") for words in self.open(url, quiet)]
        first = next((place for place, words in enumerate(said, 1) if words.startswith(BEFORE_IT)), 0)
        return said[first:]


def version() -> str:
    """Which Orca is here, as each has words of its own; where it is missing, the test says what it needs."""
    gone = [name for name in NEEDED if not shutil.which(name)] + [str(LAUNCHER)] * (not LAUNCHER.exists())
    if gone:
        pytest.skip(f"Orca can't be asked: {', '.join(gone)} is not here")
    return re.search(r"\d+", subprocess.run(["orca", "--version"], capture_output=True, text=True).stdout)[0]


class Desks:
    """Desks with Firefox and Orca, one after the other: where it is mute or passes over words, a fresh one may do."""

    def __init__(self, folder: Path) -> None:
        self.folders = (folder / str(n) for n in itertools.count())
        self.stack = ExitStack()

    def __enter__(self) -> "Desks":
        self.fresh()
        return self

    def __exit__(self, *_) -> None:
        self.stack.close()

    def fresh(self) -> None:
        """Leave the desk there is, for the first other one where Orca speaks: `reader` is who sits there."""
        self.stack.close()
        for folder in itertools.islice(self.folders, TRIES):
            with suppress(LateError):
                folder.mkdir()
                self.reader = self.stack.enter_context(_desk(folder))
                return
        raise LateError(f"Orca did not speak on {TRIES} desks")


@contextmanager
def _desk(folder: Path) -> Iterator[Heard]:
    """A desk, with Firefox and Orca on it."""
    desk = {**surroundings(folder), "NO_AT_BRIDGE": "0", "GNOME_ACCESSIBILITY": "1", "GSETTINGS_BACKEND": "keyfile"}
    desk |= {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/run/bus", "LANG": "C.UTF-8", "DISPLAY": _display(folder)}
    desk["PATH"] = f"{_no_other(folder)}:{desk['PATH']}"
    (folder / "speech-dispatcher").mkdir()
    (folder / "speech-dispatcher/speechd.conf").write_text(DUMMY)
    profile = folder / "profile"
    with ExitStack() as stack:

        def start(*words: object) -> None:
            program = subprocess.Popen(
                words, env=desk, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            stack.callback(end, program)

        start("Xvfb", desk["DISPLAY"], "-screen", "0", "1000x800x24", "-nolisten", "tcp")
        start("dbus-daemon", "--session", f"--address={desk['DBUS_SESSION_BUS_ADDRESS']}", "--nofork")
        until((folder / "run/bus").exists)
        for place, name in ON:
            subprocess.run(["gsettings", "set", f"org.gnome.desktop.{place}", name, "true"], env=desk, check=True)
        start("openbox")
        start(LAUNCHER, "--launch-immediately")
        start("speech-dispatcher", "-s", "-t", "0")
        told = Told()
        start("orca", "--debug-file", told.path, "-e", "speech", "-d", "braille")
        until(told.said, SLOW)
        start(*(word for word in firefox_words(profile, "--marionette") if word != "--headless"))
        driven = Firefox(profile)
        stack.callback(driven.line.close)
        yield Heard(told, driven, desk)


def _no_other(folder: Path) -> Path:
    """A folder of programs by which no Orca is found: beside any other of the same person it would not start."""
    (folder / "bin").mkdir()
    (folder / "bin/pgrep").write_text("#!/bin/sh\nexit 1\n")
    (folder / "bin/pgrep").chmod(0o755)
    return folder / "bin"


def _display(folder: Path) -> str:
    """A display that nobody else has."""
    return next(f":{n}" for n in range(90 + os.getpid() % 100, 400) if not Path(f"/tmp/.X11-unix/X{n}").exists())
