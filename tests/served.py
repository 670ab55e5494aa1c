"""A copy of the project with a guide in it, served by `python -m guide serve`; the bench uses it as well."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from guide.site.serving.page import BEGIN, END

ROOT = Path(__file__).parent.parent
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
SOON = 180.0  # seconds that a test waits for what must come: a whole site gives way to all other work of the machine


def copy_code(folder: Path, to: Path) -> None:
    """A folder of programs, with what Python has made of them: else each copy would be compiled anew, and many are.

    What another program is writing just now is left out.
    """
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("*.pyc.*", "node_modules"))


def copied(folder: Path, docs: Path, nav: bool = False) -> Path:
    """The generator, its templates and its settings, with these pages; it may be changed and broken."""
    for name in ("hooks", "overrides"):
        copy_code(ROOT / name, folder / name)
    shutil.copytree(docs, folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config if nav else config.partition("\nnav:")[0] + "\n", encoding="utf-8")
    return folder


def without_tools(body: bytes) -> bytes:
    """A page that is served, as it is built."""
    start, _, rest = body.partition(BEGIN.encode())
    return start + rest.partition(END.encode())[2]


class Served:
    """One site that is served from a folder, until it is ended; what it has said is kept."""

    def __init__(
        self, project: Path, *words: str, command: list[str] | None = None, soon: float = SOON, **environment: str
    ) -> None:
        self.soon = soon
        self.project, self.said, self.begun = project, "", time.monotonic()
        told = {**os.environ, "PYTHONPATH": str(project / "hooks"), "TMPDIR": str(self.temporary), **environment}
        self.temporary.mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            command or [sys.executable, "-m", "guide", "serve", *(words or ("0",))],
            cwd=project,
            env=told,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    @property
    def temporary(self) -> Path:
        """Where it may write what it makes."""
        return self.project / "temporary"

    @property
    def address(self) -> str:
        """Where the site is, as it says itself."""
        self.until(lambda: ADDRESS.search(self.said))
        return ADDRESS.search(self.said)[0]

    def get(self, path: str = "") -> tuple[int, str]:
        """The status and the text of a page, at once; of a file that is no text, what can be read of it."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=SOON) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def page(self, path: str = "", words: str = "", without: str = "") -> str:
        """A page, as soon as it is there, holds these words, and does not hold those."""
        found = [503, ""]

        def is_there() -> bool:
            found[:] = self.get(path)
            return found[0] != 503 and words in found[1] and (not without or without not in found[1])

        self.until(is_there)
        return found[1]

    def until(self, happened: Callable[[], object]) -> None:
        """Wait for it."""
        end = time.monotonic() + self.soon
        while not happened():
            assert time.monotonic() < end, f"not in time; it said:\n{self.said}"
            assert self.process.poll() is None, f"it has ended; it said:\n{self.said}"
            time.sleep(0.1)

    def write(self, path: str, text: str) -> None:
        """Save a file of the project."""
        (self.project / path).write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        """A file of the project."""
        return (self.project / path).read_text(encoding="utf-8")

    def processes(self) -> list[str]:
        """The processes that are at work for it, itself not among them."""
        listed = subprocess.run(["ps", "-ww", "-eo", "args"], text=True, capture_output=True, check=True).stdout
        return [line for line in listed.splitlines() if str(self.temporary) in line]

    def end(self, number: int = signal.SIGTERM) -> int:
        """End it by a signal; its status."""
        self.process.send_signal(number)
        status = self.process.wait(SOON)
        self.listener.join(SOON)
        self.process.stdout.close()
        return status

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said += line
