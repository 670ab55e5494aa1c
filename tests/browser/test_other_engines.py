"""Firefox, and WebKit, which Safari is built on: what a reader does works there as well.

No driver is needed: the browser opens a page that uses the site in a frame, and tells how it went.
"""

import json
import time
from pathlib import Path

import pytest
from engines import firefox_words, started
from hosting import Quiet, serve
from machine import tool
from projects import ROOT

pytestmark = pytest.mark.browser

ANYWHERE = ROOT / "tests/browser/anywhere"
PATIENCE = 120
"""How long a browser may take, in seconds."""


class Asking(Quiet):
    """The site, with the page that tries it beside it, and what that page told."""

    told: dict = {}  # noqa: RUF012 - each server has its own

    def translate_path(self, path: str) -> str:
        """The page is no part of the site."""
        before, mark, name = path.partition("anywhere/")
        return str(ANYWHERE / (name or "index.html")) if mark else super().translate_path(before)

    def do_POST(self) -> None:  # noqa: N802 - its name is given
        """Take down what the page tells."""
        self.told.update(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()


def webkit(_) -> list:
    """How to start WebKit's own small browser, which needs a screen."""
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    return [tool("xvfb-run"), "--auto-servernum", tool(*browsers or ["MiniBrowser"])]


@pytest.mark.parametrize("engine", [firefox_words, webkit], ids=["firefox", "webkit"])
def test_what_readers_do_works_elsewtool(engine, site, tmp_path):
    """Pages fit, contents and search open, danger is first, leaving is at once, what is kept is forgotten."""
    words = engine(tmp_path)
    # A browser that does not come up, as one may on a busy machine, says nothing of the site: it is started once more.
    told = tried(words, site, tmp_path) or tried(words, site, tmp_path)

    assert len(told) > 9, (tmp_path / "said").read_text("utf-8", errors="replace")[-2000:]
    assert {name: fault for name, fault in told.items() if fault} == {}


def tried(words: list, site: Path, folder: Path) -> dict[str, str]:
    """What the page tells of one browser, {what a reader does: what went wrong}; what the browser says is in `said`."""
    handler = type("Asked", (Asking,), {"told": {}})
    server, address = serve(site, handler=handler)
    end = time.monotonic() + PATIENCE
    with (folder / "said").open("w") as said, started([*words, f"{address}anywhere/"], folder, said) as browser:
        while not handler.told and time.monotonic() < end and browser.poll() is None:
            time.sleep(0.2)
    server.shutdown()
    server.server_close()
    return handler.told
