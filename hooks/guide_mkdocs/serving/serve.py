"""The process that makes what `python -m guide serve` shows: it reads the guide, and answers one page after another. A
child of its own makes the whole site meanwhile.

`guide.site.serving` starts it, and anew whenever the generator has changed, for Python keeps a module that it has read.
"""

import logging
import os
import sys
import time
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from guide.cache import folder_for
from guide.model.problems import ERROR, Problem, for_people, summary
from guide.site.hosting.rules import base_of
from guide.site.kept_pages import KeptPages
from mkdocs.config.defaults import MkDocsConfig

from guide_mkdocs.faults import fault_of
from guide_mkdocs.serving.at_once import SiteAtOnce, load_served
from guide_mkdocs.serving.served import Served
from guide_mkdocs.serving.whole import WholeSite
from guide_mkdocs.settings.check import CONFIG, read_config
from guide_mkdocs.settings.facts import folder_of_pages, foreign_to

PAUSE = 0.3  # seconds, before the whole site is begun: a page that is waited for comes first


class Maker:
    """One reading of the guide after the other, and the pages that it makes."""

    def __init__(self, asked: Connection, news: Connection, folder: Path) -> None:
        self.asked, self.news, self.folder = asked, news, folder
        self.served = Served(KeptPages(folder_for("pages")), at_once=True)
        self.site: SiteAtOnce | None = None
        self.whole: WholeSite | None = None
        self.first: MkDocsConfig | None = None
        self.number, self.due = 0, None

    def run(self) -> None:
        """Answer what is asked until nobody is there to ask."""
        while True:
            sources = [self.asked, *([self.whole.came_in] if self.whole else [])]
            ready = wait(sources, max(0.0, self.due - time.monotonic()) if self.due else None)
            if self.asked in ready:
                try:
                    name, *words = self.asked.recv()
                except EOFError:
                    return
                self.asked.send(getattr(self, name)(*words))
            elif ready:
                self._hear(self.whole.receive())
            if self.due and time.monotonic() >= self.due:
                self.due, others = None, (self.asked, self.news)
                self.whole = WholeSite(Path(CONFIG), self.folder / str(self.number), self.served, others)

    def make(self, number: int) -> dict[str, Any]:
        """Read the guide anew; what was made last is kept where that fails. `number` tells this reading from others."""
        self._stop()
        config = None
        try:
            config = load_served(Path(CONFIG), self.folder / "at-once", self.served)
            if self.first is None:
                config.plugins.on_startup(command="serve", dirty=False)
                self.first = config
            site = SiteAtOnce(config)
        except (Exception, SystemExit) as error:
            return {"problems": said(_reasons(error, config))}
        self.site, self.number, self.due = site, number, time.monotonic() + PAUSE
        self.served.reader.forget_others()
        return {"problems": None, "watch": _watched(config), "below": unquote(base_of(config.site_url or ""))}

    def answer(self, path: str) -> tuple[bytes | None, Any]:
        """A file of the site, or what is wrong with it; neither for what comes with the whole site."""
        try:
            return self.site.answer(path) if self.site else None, None
        except (Exception, SystemExit) as error:
            return None, said([fault_of(error)])

    def end(self) -> None:
        """Tell the plugins that it is over."""
        self._stop()
        if self.first:
            self.first.plugins.on_shutdown()

    def _hear(self, message: tuple[str, Any] | None) -> None:
        """Hand on what the child has said."""
        name, content = message or ("failed", None)
        if name == "problems":
            self.news.send((self.number, "problems", said(content)))
            return
        self._stop()
        if name == "done":
            problems, self.served.pdfs, self.served.editions = content
            self.news.send((self.number, "done", said(problems)))
        elif content:
            self.news.send((self.number, "failed", said([content])))

    def _stop(self) -> None:
        self.due = None
        if self.whole:
            self.whole.stop()
            self.whole = None


def said(problems: list[Problem]) -> dict[str, Any]:
    """Problems as they are shown to people."""
    errors = [problem for problem in problems if problem.severity == ERROR]
    return {
        "texts": [for_people(one) for one in problems],
        "errors": len(errors),
        "summary": summary(problems) if problems else "",
    }


def _reasons(error: BaseException, config: MkDocsConfig | None) -> list[Problem]:
    """What is wrong with the settings, where that is why; else what was raised, and where."""
    _, problems = read_config(Path(CONFIG))
    errors = [problem for problem in problems if problem.severity == ERROR]
    if config:
        errors += foreign_to(config, folder_of_pages(config), CONFIG)
    return errors or [fault_of(error)]


class _Watched:
    """What plugins are handed in `on_serve`, so that they can name more to look at."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths

    def watch(self, path: str, *_, **__) -> None:
        """Look at this path as well."""
        self.paths.append(str(path))

    def unwatch(self, path: str) -> None:
        """Look at it no longer."""
        self.paths = [one for one in self.paths if one != str(path)]


def _watched(config: MkDocsConfig) -> list[str]:
    """All files and folders that a site is made of, as far as its settings and its plugins tell."""
    hooks = Path(__file__).parents[2]
    own = [config.docs_dir, config.config_file_path, config.theme.custom_dir, *config.watch, *map(str, config["hooks"])]
    server = _Watched([str(path) for path in [*own, hooks] if path])
    config.plugins.on_serve(server, config=config, builder=lambda: None)
    return sorted({str(Path(path).absolute()) for path in server.paths})


def main() -> None:
    """`python -m guide_mkdocs.serving.serve ASKED NEWS FOLDER`: two open connections, and a folder for what is made."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").propagate = False
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    maker = Maker(Connection(int(sys.argv[1])), Connection(int(sys.argv[2])), Path(sys.argv[3]))
    try:
        maker.run()
    finally:
        maker.end()


if __name__ == "__main__":
    main()
