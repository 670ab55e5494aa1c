"""The child that makes the pages: started, asked, and ended. It is another program, which is started by its name."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from guide.model.problems import Problem

MAKER = "guide_mkdocs.serving.serve"
GRACE = 1.0  # seconds that it has to end by itself
LAST = 60  # lines of what it said on its error stream
FRAME = re.compile(r'\s*File "([^"]+)", line (\d+)')
WHY = "The generator cannot be started; what it made last is shown until then."
MEND = "Mend that line and save: it is tried again by itself."


class EndedError(Exception):
    """The child is not there any more."""


class Child:
    """One process of the generator. It is asked one thing at a time."""

    def __init__(self, folder: Path, hear: Callable[["Child", tuple], None]) -> None:
        pairs = [socket.socketpair() for _ in range(2)]
        theirs = [pair[1] for pair in pairs]
        self.asked, self.news = (Connection(pair[0].detach()) for pair in pairs)
        numbers = [str(one.fileno()) for one in theirs]
        hooks = str(Path(__file__).parents[3])
        # Its own session: what a terminal sends to all its processes is for the one that ends them in order.
        self.process = subprocess.Popen(
            [sys.executable, "-m", MAKER, *numbers, str(folder)],
            pass_fds=[one.fileno() for one in theirs],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [hooks, os.environ.get("PYTHONPATH")]))},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        for one in theirs:
            one.close()
        self.lock, self.last = threading.Lock(), deque(maxlen=LAST)
        self.listeners = [threading.Thread(target=work, daemon=True) for work in (self._copy, lambda: self._hear(hear))]
        for thread in self.listeners:
            thread.start()

    def ask(self, *words: Any, patience: float = -1) -> Any:
        """Its answer. Raises EndedError, or TimeoutError where it is still at work after so many seconds."""
        if not self.lock.acquire(timeout=patience):
            raise TimeoutError
        try:
            self.asked.send(words)
            return self.asked.recv()
        except (EOFError, OSError) as error:
            raise EndedError from error
        finally:
            self.lock.release()

    def end(self) -> None:
        """End it and all that it has started."""
        if self.lock.acquire(timeout=GRACE):  # nobody is waiting for an answer
            self.asked.close()
            self.lock.release()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(GRACE)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def fault(self) -> Problem:
        """Why it has ended, as far as its last words tell."""
        self.process.wait()
        self.listeners[0].join(GRACE)
        return fault_in(list(self.last), Path.cwd(), self.process.returncode)

    def _copy(self) -> None:
        for line in self.process.stderr:
            text = line.decode(errors="replace")
            self.last.append(text.rstrip("\n"))
            sys.stderr.write(text)
            sys.stderr.flush()

    def _hear(self, hear: Callable[["Child", tuple], None]) -> None:
        while True:
            try:
                news = self.news.recv()
            except (EOFError, OSError):
                return
            hear(self, news)


def fault_in(lines: list[str], root: Path, status: int | None) -> Problem:
    """What a traceback says: the last of its lines that stands in the project, and the error."""
    places = [(Path(found[1]), int(found[2])) for line in lines if (found := FRAME.match(line))]
    inside = [(path, line) for path, line in places if path.is_relative_to(root) and "site-packages" not in path.parts]
    path, line = (inside or places or [(root / "mkdocs.yml", 1)])[-1]
    said = next((line for line in reversed(lines) if line and not line[0].isspace()), f"it ended with {status}")
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    return Problem(name, line, f"{said.rstrip('.')}.", WHY, MEND)
