"""The site as it is at this moment: which reading of the guide it is, who answers, and what is wrong with it."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from guide.model.problems import for_people, summary
from guide.site.serving.child import Child, EndedError
from guide.site.serving.page import Said, stamp_of
from guide.site.serving.watch import State, changed, settled, state_of

PATIENCE = 4.0  # seconds that a page is waited for, before its reader is told to wait
NOTHING: Said = {"texts": [], "errors": 0, "summary": ""}


class NotMadeError(Exception):
    """There is nothing to show yet, and why: `problems`, where it is known."""

    def __init__(self, problems: Said | None) -> None:
        super().__init__()
        self.problems = problems


class Preview:
    """One site that is served. The readings of its guide are numbered from 1."""

    def __init__(self, folder: Path, code: Path) -> None:
        self.folder, self.code = folder, code
        self.child: Child | None = None
        self.is_old = True  # whether the generator has changed since the child was started
        self.number = self.whole = self.failed = self.beside = self.version = 0
        self.below, self.watched = "/", [os.path.abspath(name) for name in ("mkdocs.yml", "docs", "overrides", code)]
        self.stopped: Said | None = None
        self.found: Said | None = None
        self.news = threading.Condition()
        self.seen: State = {}

    @property
    def problems(self) -> Said | None:
        """What is wrong: what stops everything comes before all else."""
        return self.stopped or self.found

    def look(self) -> bool:
        """Make it anew where something has changed; whether it was."""
        now = settled(self.watched, self.seen)
        paths, self.seen = changed(self.seen, now), now
        lost = self.child is not None and self.child.process.poll() is not None and not self.is_old
        if not paths and not lost:
            return False
        self.is_old = self.is_old or lost or any(self._is_code(path) for path in paths)
        self.beside += any(not path.endswith(".md") for path in paths)
        begun = time.monotonic()
        self._make()
        names = ", ".join(os.path.relpath(path) for path in paths[:3]) if len(paths) < 4 else f"{len(paths)} files"
        print(f"{'Not made' if self.stopped else 'Made'} after {time.monotonic() - begun:.1f} s: {names}", flush=True)
        return True

    def _is_code(self, path: str) -> bool:
        """Whether a process that has read this file has to be started anew."""
        return path.endswith(".py") or Path(path).is_relative_to(self.code)

    def answer(self, path: str, patience: float = PATIENCE) -> bytes | None:
        """A file of the site; None where there is none. Raises NotMadeError where it cannot be shown yet."""
        until = time.monotonic() + patience
        while self.number:
            number, whole, failed = self.number, self.whole, self.failed
            if whole == number:
                return self._file(whole, path)
            body = self._asked(path, until)
            if body is not None:
                return body
            if failed == number:
                return self._file(whole, path)
            self._wait(lambda seen=(number, whole, failed): seen != (self.number, self.whole, self.failed), until)
        self._wait(lambda: self.number or self.stopped, until)
        if not self.number:
            raise NotMadeError(self.stopped)
        return self.answer(path, until - time.monotonic())

    def stamp(self, body: bytes | None) -> str:
        """What is another whenever this page should be loaded anew."""
        return stamp_of(body, self.problems, self.beside)

    def await_news(self, version: int, seconds: float) -> int:
        """The number of what has happened, as soon as it is another; the same after so many seconds."""
        with self.news:
            self.news.wait_for(lambda: self.version != version, seconds)
            return self.version

    def end(self) -> None:
        """Leave nothing behind."""
        if self.child:
            self.child.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _asked(self, path: str, until: float) -> bytes | None:
        """What the child makes at once."""
        child = self.child
        try:
            body, wrong = child.ask("answer", path, patience=max(0.0, until - time.monotonic()))
        except (TimeoutError, EndedError) as error:
            if child is not self.child:  # another has taken its place meanwhile
                return self._asked(path, until)
            raise NotMadeError(self.stopped) from error
        if wrong:
            raise NotMadeError(wrong)
        return body

    def _file(self, number: int, path: str) -> bytes | None:
        """A file of a whole site that is finished."""
        file = self.folder / str(number) / path
        return file.read_bytes() if number and file.is_file() else None

    def _wait(self, happened: Callable[[], Any], until: float) -> None:
        with self.news:
            if not self.news.wait_for(happened, max(0.0, until - time.monotonic())):
                raise NotMadeError(self.stopped)

    def _make(self) -> None:
        """Have the guide read anew, by a new child where the generator has changed. The old one answers meanwhile."""
        child = Child(self.folder, self._hear) if self.is_old else self.child
        try:
            made = child.ask("make", self.number + 1)
        except EndedError:
            fault = child.fault()
            made = {"problems": {"texts": [for_people(fault)], "errors": 1, "summary": summary([fault])}}
        self._is_stopped_by(made["problems"])
        if made["problems"]:
            if child is not self.child:
                child.end()
            self._tell(failed=self.number)
            return
        old, self.child, self.is_old = self.child, child, False
        if old and old is not child:
            old.end()
        self.below = made["below"]
        # What has changed while it was made is still to be seen as changed.
        self.seen = {**state_of(set(made["watch"]) - set(self.watched)), **self.seen}
        self.watched = [*made["watch"], str(self.code)]
        self._tell(number=self.number + 1)

    def _is_stopped_by(self, problems: Said | None) -> None:
        if problems:
            print("\n".join(problems["texts"]), file=sys.stderr, flush=True)
        self._tell(stopped=problems)

    def _hear(self, child: Child, news: tuple[int, str, Said]) -> None:
        """What the whole build has said: its problems, and then that it is whole, or that it has failed."""
        number, name, problems = news
        if child is not self.child or number != self.number:
            return
        if problems["texts"] != (self.found or NOTHING)["texts"]:
            print(
                "\n".join([*problems["texts"], problems["summary"] if problems["texts"] else "All is well."]),
                flush=True,
            )
        if name == "done":
            for old in self.folder.glob("[0-9]*"):
                if old.name != str(number):
                    shutil.rmtree(old, ignore_errors=True)
        told = {"done": {"whole": number}, "failed": {"failed": number}}.get(name, {})
        self._tell(found=problems, **told)

    def _tell(self, **changes: Any) -> None:
        """Change what is known, and tell whoever waits for it."""
        with self.news:
            for name, value in changes.items():
                setattr(self, name, value)
            self.version += 1
            self.news.notify_all()
