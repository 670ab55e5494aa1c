"""A folder as a plain host serves it, from this machine to itself."""

import functools
import http.server
import os
import sys
import threading
import time
from pathlib import Path


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, optionally below a path, and keeps quiet about it."""

    protocol_version = "HTTP/1.1"
    below = "/"

    def log_message(self, *_) -> None:
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """Nothing is found outside the path that the site is served below."""
        if not path.startswith(self.below):
            return os.path.join(self.directory, "nothing-here")
        return super().translate_path("/" + path[len(self.below) :])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A missing page is the site's own 404.html, as on a real host."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """A server that a browser may hang up on: a page that is closed while it loads is no news."""

    daemon_threads = True
    request_queue_size = 128  # browsers of a busy machine knock all at once

    def handle_error(self, request, client_address) -> None:
        """Every other error is told as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path, below: str = "/", handler: type[Quiet] = Quiet) -> tuple[http.server.ThreadingHTTPServer, str]:
    """A server on a free port of this machine, and its address; shut it down after use."""
    placed = type("Handler", (handler,), {"below": below})
    server = Server(("127.0.0.1", 0), functools.partial(placed, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}{below}"


class Line(Quiet):
    """A host that can be out of reach, or slow; it writes down what it is asked for."""

    gone = False
    slow = 0.0
    asked: list[str] = []  # noqa: RUF012 - each line has its own

    def do_GET(self) -> None:
        """Answer, late or not at all."""
        self.asked.append(self.path)
        time.sleep(type(self).slow)
        if type(self).gone:
            self.close_connection = True
        else:
            super().do_GET()
