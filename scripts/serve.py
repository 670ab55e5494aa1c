"""Serve the site with live reload of everything.

MkDocs itself reloads pages, data, templates and its configuration. It never reloads hooks, for Python keeps a module
it has once read; so this starts MkDocs anew whenever a file below hooks/ has changed and can be read.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

CONFIG = Path("mkdocs.yml")
HOOKS = Path("hooks")
PAUSE = 0.5  # seconds between two looks at the files


def main() -> int:
    """Serve until interrupted."""
    port = sys.argv[1]
    # Whichever signal ends it, no server of MkDocs' may be left on the port.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    server, seen, told = start(port), state(), False
    try:
        while True:
            time.sleep(PAUSE)
            now = state()
            if now != seen:
                seen, told = now, False
                if can_be_read():
                    print("The generator has changed: starting again.", flush=True)
                    stop(server)
                    server = start(port)
            elif server.poll() and not told:
                told = True
                print("The site is not served; see above. It is tried again when that is mended.", flush=True)
    except KeyboardInterrupt:
        return 0
    finally:
        stop(server)


def interrupt(*_) -> None:
    """End as Ctrl-C does."""
    raise KeyboardInterrupt


def start(port: str) -> subprocess.Popen:
    """MkDocs, serving."""
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    return subprocess.Popen(words, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"})


def stop(server: subprocess.Popen) -> None:
    """End MkDocs, if it has not ended."""
    server.terminate()
    server.wait()


def state() -> dict[Path, int | None]:
    """When the configuration and each file of the generator was last written."""
    files = [CONFIG, *(path for path in HOOKS.rglob("*") if path.suffix in {".py", ".yml", ".json"})]
    return {path: written(path) for path in files}


def written(path: Path) -> int | None:
    """When a file was last written; None for one that is gone, as it is for a moment while an editor saves it."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def can_be_read() -> bool:
    """Whether the generator imports at all; while it does not, the last good one goes on serving."""
    check = subprocess.run([sys.executable, "-c", "import guide_mkdocs"], env={**os.environ, "PYTHONPATH": str(HOOKS)})
    return check.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
