"""The programs of this machine that tests ask for, and what it means where one is missing."""

import os
import shutil
from typing import NoReturn

import pytest

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

JAVA = ("java", "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A program that ends within seconds gains nothing from being compiled well, and costs twice as much.

What is compiled plainly asks for more room to call itself in.
"""


def chromium_path() -> str | None:
    """This machine's own Chromium; None where Playwright's is to be used."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser")
    return next(filter(None, map(shutil.which, names)), None)


def shell_path() -> str | None:
    """Chromium without its windows, which does a page with half the work; the whole one where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or chromium_path()


def tool(*names: str) -> str:
    """Where the program of one of these names is, on a machine that has it."""
    path = f"{os.environ['PATH']}:/usr/sbin"
    return next(filter(None, (shutil.which(name, path=path) for name in names)), None) or missing(names[0])


def missing(what: str) -> NoReturn:
    """Where CI is set, what a test needs and does not find is a failure; elsewhere the test is skipped, and says so."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not here; `scripts/setup test` gets it")
