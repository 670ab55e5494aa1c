"""The whole of a site that is served, made meanwhile by a process of its own: a copy of the one that answers pages."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

from guide.model.problems import Problem, in_order
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from guide_mkdocs.faults import fault_of
from guide_mkdocs.serving.at_once import load_served
from guide_mkdocs.serving.served import Served
from guide_mkdocs.settings.check import read_config, told, twice_in_nav

RULES, REST = 5, 14
"""How much it gives way to whatever else the machine has to do: while the rules are asked, and then so much more."""


class WholeSite:
    """One whole build in a child process. What it sends: ("problems", …) early, then ("done", …) or ("failed", …)."""

    def __init__(self, path: Path, site: Path, served: Served, others: Sequence[Connection]) -> None:
        """`others` are the connections of the parent, which must end with it."""
        self.came_in, ours = Pipe(duplex=False)
        self.child = os.fork()
        if self.child:
            ours.close()
            return
        try:
            for one in (*others, self.came_in):
                one.close()
            os.nice(RULES)
            _make(path, site, served, ours.send)
        except BaseException as error:
            ours.send(("failed", fault_of(error)))
        finally:
            os._exit(0)

    def receive(self) -> tuple[str, Any] | None:
        """What it has sent; None where it has ended."""
        try:
            return self.came_in.recv()
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        """End it, if it has not ended."""
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        self.came_in.close()


def _make(path: Path, site: Path, served: Served, send: Callable[[tuple[str, Any]], None]) -> None:
    """Build all of it; the hooks, the pages that were read, and what they know are those of the parent."""
    _, settings = read_config(path)

    def tell(problems: list[Problem]) -> None:
        send(("problems", in_order([*settings, *problems])))
        os.nice(REST)

    whole = replace(served, at_once=False, tell=tell)
    with told(path) as heard:
        config = load_served(path, site, whole)
        settings += twice_in_nav(path, config)
        build(config, serve_url=_address_of(config))
    result = whole.result
    problems: list[Problem] = in_order([*settings, *heard, *(result.problems if result else [])])
    send(("done", (problems, result.pdfs if result else {}, result.editions if result else {})))


def _address_of(config: MkDocsConfig) -> str:
    """What MkDocs takes as the sign that a site is served; it is only ever said in its log."""
    return config.site_url or "http://127.0.0.1/"
