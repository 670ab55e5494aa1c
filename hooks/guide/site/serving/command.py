"""`python -m guide serve [PORT]`: the site as it will be, on this machine alone, and anew on every change."""

import argparse
import errno
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from guide.site.serving.preview import Preview
from guide.site.serving.server import HERE, Server

PORT = 8000
PAUSE = 0.15  # seconds between two looks at the files


def add_serve(command: argparse.ArgumentParser) -> None:
    """What may be said of it on the command line."""
    command.add_argument("port", nargs="?", type=int, default=PORT, help=f"{PORT}, where none is named")


def serve(port: int) -> int:
    """Serve until a signal ends it; 1 where the port cannot be had."""
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _end)
    preview = Preview(Path(tempfile.mkdtemp(prefix="guide-served-")), Path(__file__).parents[3])
    try:
        with Server(port, preview) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"The site is on http://{HERE}:{server.server_port}/ ; Ctrl-C ends it.", flush=True)
            while True:
                preview.look()
                time.sleep(PAUSE)
    except (OSError, OverflowError) as error:
        print(_why(error, port), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            signal.signal(number, signal.SIG_IGN)
        preview.end()


def main(words: list[str]) -> int:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m guide serve", description=__doc__)
    add_serve(parser)
    return serve(parser.parse_args(words).port)


def _why(error: Exception, port: int) -> str:
    if getattr(error, "errno", None) == errno.EADDRINUSE:
        return f"Port {port} is taken. Name another:  scripts/serve {port + 1}"
    return f"Port {port} cannot be used: {getattr(error, 'strerror', None) or error}."


def _end(*_) -> None:
    raise KeyboardInterrupt
