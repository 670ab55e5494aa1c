"""Programs that need not read the generator and its libraries again: each is a copy of one that has.

`python -m mkdocs build …` takes longer to read them than to build a small site. What a program is told, and what it
says and leaves, is the same; that the real commands start by themselves is what the tests of the scripts show.
"""

import functools
import multiprocessing
import multiprocessing.forkserver
import os
import resource
import runpy
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess

FORKS = multiprocessing.get_context("forkserver")
"""The one that is copied has begun no thread; the tests' own process may have begun some."""
FIRST = "forked_first"
"""The module that it reads: the builder, and all that our hooks use."""
ROOT = Path(__file__).parent.parent


@functools.cache
def _begin() -> None:
    """Start the one that is copied: it looks for modules where these tests do, which Python 3.11 does not tell it."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    FORKS.set_forkserver_preload([FIRST])
    multiprocessing.forkserver.ensure_running()
    del os.environ["PYTHONPATH"]
    if before is not None:
        os.environ["PYTHONPATH"] = before


def run_forked(
    words: list, cwd: Path, env: Mapping[str, str], longest: float | None = None, memory: int = 0
) -> CompletedProcess:
    """What `python -m …` does and says, both streams in one; ended after `longest` seconds, and held to `memory` bytes.

    What its status is, Python tells as of any program: 1 where it has not caught what it raised.
    """
    _begin()
    words = [str(word) for word in words]
    with tempfile.NamedTemporaryFile(suffix=".said") as said:
        child = FORKS.Process(target=_run, args=(words, str(cwd), dict(env), said.name, memory))
        child.start()
        child.join(longest)
        child.kill()
        child.join()
        text = Path(said.name).read_text(encoding="utf-8", errors="backslashreplace")
    return CompletedProcess(words, child.exitcode, text)


def _run(words: list[str], cwd: str, env: dict[str, str], path: str, memory: int) -> None:
    """Within the copy; how it ends is what Python makes of it."""
    assert FIRST in sys.modules, "what is copied has read nothing"  # Python would not tell, and all would be slow
    said = open(path, "w", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: SIM115 - open to its end
    for stream in (1, 2):
        os.dup2(said.fileno(), stream)
    sys.stdout = sys.stderr = said
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    # Where these tests find their own modules, a build looks for none.
    told = [str(Path(cwd, one).resolve()) for one in env.get("PYTHONPATH", "").split(os.pathsep) if one]
    sys.path[:] = [cwd, *told, *(one for one in sys.path if one and not Path(one).is_relative_to(ROOT / "tests"))]
    sys.argv = words
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
