"""The production site, built aside and put in place only when it is whole: the last good one stays up until then."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from guide.site.compress import compress_site
from guide.site.earlier import keep_earlier
from guide.site.swap import NotOursError, built_aside


class BuildFailedError(Exception):
    """The site was not built; what was wrong has been said."""


def build_release(target: Path, check: Callable[[], int]) -> int:
    """Check the guide and build its site; 0 where it is in place. Every way in which it is not ends in one sentence."""
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _interrupt)
    try:
        with built_aside(target) as aside:
            # Made from nothing, so that each file comes from what stands in the project, and from nothing made before.
            os.environ["GUIDE_CACHE"] = str(aside / "cache")
            if check():
                raise BuildFailedError
            # First the edition that readers take along in a folder; the site then offers it as a file.
            _build(aside, "folder", FOR_FOLDER="true")
            _build(aside, "site", FOLDER_EDITION=str(aside / "folder"))
            keep_earlier(target, aside / "site", date.today())
            compress_site(aside / "site")
            pages = len(list((aside / "site").rglob("index.html")))
    except BuildFailedError:
        return _as_it_was(target)
    except NotOursError as error:
        print(f"{error} Name another folder, or empty that one first.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename or target}", file=sys.stderr)
        return _as_it_was(target)
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        _as_it_was(target)
        return 130
    print(f"Built {pages} pages in {target}")
    return 0


def _build(aside: Path, name: str, **told: str) -> None:
    """--strict counts nothing under --quiet, so the log is kept back instead and shown when it matters."""
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(aside / name)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **told}
    done = subprocess.run(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise BuildFailedError


def _as_it_was(target: Path) -> int:
    print(f"The site was not built; {target} is as it was.", file=sys.stderr)
    return 1


def _interrupt(*_) -> None:
    raise KeyboardInterrupt
