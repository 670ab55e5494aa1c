"""Firefox, and WebKit, which Safari is built on: what a reader does works there as well.

No driver is needed: the browser opens a page that uses the site in a frame, and tells how it went.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from conftest import ROOT, Quiet, serve

pytestmark = pytest.mark.browser

ANYWHERE = ROOT / "tests/browser/anywhere"
PATIENCE = 120
"""How long a browser may take, in seconds."""
QUIET = "".join(
    f'user_pref("{name}", false);\n'
    for name in (
        "app.normandy.enabled",
        "browser.aboutwelcome.enabled",
        "datareporting.policy.dataSubmissionEnabled",
        "network.captive-portal-service.enabled",
        "network.connectivity-service.enabled",
    )
)
"""Settings of a fresh Firefox that asks nobody anything."""


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


def firefox(profile: Path) -> list | None:
    """How to start it; None where there is none."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    (profile / "user.js").write_text(QUIET, "utf-8")
    return [found, "--headless", "--no-remote", "--profile", profile] if found else None


def webkit(_: Path) -> list | None:
    """The same for WebKit's own small browser, which needs a screen."""
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    return ["xvfb-run", "--auto-servernum", browsers[0]] if browsers and shutil.which("xvfb-run") else None


@pytest.mark.parametrize("engine", [firefox, webkit], ids=["firefox", "webkit"])
def test_what_readers_do_works_elsewhere(engine, site, tmp_path):
    """Pages fit, contents and search open, danger is first, leaving is at once, what is kept is forgotten."""
    words = engine(tmp_path)
    if not words and not os.environ.get("CI"):
        pytest.skip("this browser is not here")
    # A browser that does not come up, as one may on a busy machine, says nothing of the site: it is started once more.
    told = tried(words, site, tmp_path) or tried(words, site, tmp_path)

    assert len(told) > 9, (tmp_path / "said").read_text("utf-8", errors="replace")[-2000:]
    assert {name: fault for name, fault in told.items() if fault} == {}


def tried(words: list, site: Path, folder: Path) -> dict[str, str]:
    """What the page tells of one browser, {what a reader does: what went wrong}; what the browser says is in `said`."""
    handler = type("Asked", (Asking,), {"told": {}})
    server, address = serve(site, handler=handler)
    own = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    end = time.monotonic() + PATIENCE
    with (folder / "said").open("w") as said:
        started = {"env": {**os.environ, **own}, "stdout": said, "stderr": said, "start_new_session": True}
        browser = subprocess.Popen([*words, f"{address}anywhere/"], **started)
        while not handler.told and time.monotonic() < end and browser.poll() is None:
            time.sleep(0.2)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()
    server.shutdown()
    server.server_close()
    return handler.told
