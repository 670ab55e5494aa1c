"""What a browser asks, and what it is answered."""

import mimetypes
import posixpath
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from guide.site.serving.guard import ALWAYS, POLICY, policy_of_file, refusal_of
from guide.site.serving.page import POLL, Said, waiting_page, with_tools
from guide.site.serving.preview import NotMadeError, Preview

HERE = "127.0.0.1"
TURN = 20.0  # seconds that a page waits for news, before it asks again
LONG = 600.0  # seconds that a file is waited for which comes with the whole site
TEXTS = {".js": "text/javascript", ".json": "application/json", ".md": "text/markdown", ".xml": "application/xml"}


class Server(ThreadingHTTPServer):
    """One site on one port. Raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__((HERE, port), Handler)

    def handle_error(self, request, client_address) -> None:
        """A browser that has hung up is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One question of a browser."""

    server: Server

    def do_GET(self) -> None:
        """Answer a file of the site, a way on, or whether a page is still as it was."""
        refused = refusal_of(self.headers)
        if refused:
            self._send(refused, b"", ".txt")
            return
        address, below = urlsplit(self.path), self.server.preview.below
        path = unquote(address.path)
        if path == f"{below}{POLL}":
            self._tell_news(parse_qs(address.query))
        elif not path.startswith(below):
            self._lead(below) if path in ("/", below.rstrip("/")) else self._send(404, b"", ".txt")
        else:
            self._show(path, path.removeprefix(below))

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_) -> None:
        """Say nothing: what is wrong is said by itself."""

    def _show(self, address: str, path: str) -> None:
        preview, name = self.server.preview, file_of(path)
        is_page = name.endswith(".html")
        try:
            body = preview.answer(name) if is_page else preview.answer(name, LONG)
            if body is None and not is_page and preview.answer(f"{name}/index.html") is not None:
                self._lead(f"{address}/")
                return
            status = 404 if body is None else 200
            shown = body if body is not None or not is_page else preview.answer("404.html")
        except NotMadeError as error:
            self._send_page(503, waiting_page(error.problems), None, error.problems)
            return
        if is_page:
            self._send_page(status, shown or b"", body, preview.problems)
        else:
            self._send(status, shown or b"", posixpath.splitext(name)[1])

    def _tell_news(self, asked: dict[str, list[str]]) -> None:
        """205, “reset the content”, as soon as the page is to be loaded anew; 204 where it is not, for now."""
        preview, stamp = self.server.preview, asked.get("stamp", [""])[0]
        name = file_of(unquote(asked.get("at", ["/"])[0]).removeprefix(preview.below))
        version = preview.version
        while True:
            try:
                now = preview.stamp(preview.answer(name, 0.0 if stamp == preview.stamp(None) else TURN))
            except NotMadeError:
                now = preview.stamp(None)
            if now != stamp:
                self._send(205, b"", ".txt")
                return
            seen, version = version, preview.await_news(version, TURN)
            if seen == version:
                self._send(204, b"", ".txt")
                return

    def _send_page(self, status: int, shown: bytes, body: bytes | None, problems: Said | None) -> None:
        preview = self.server.preview
        page, policy = with_tools(shown, problems, preview.stamp(body), preview.below)
        self._send(status, page, ".html", policy)

    def _lead(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", quote(to))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def end_headers(self) -> None:
        """Whatever is answered, no other site may use it."""
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        super().end_headers()

    def _send(self, status: int, body: bytes, ending: str, policy: str = "") -> None:
        kind = TEXTS.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")
        textual = kind.startswith("text/") or ending in TEXTS
        self.send_response(status)
        self.send_header(POLICY, policy or policy_of_file(kind))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if textual else kind)
        self.send_header("Cache-Control", "no-store")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def file_of(path: str) -> str:
    """The file that an address below the site's own means; none is outside of the site."""
    name = posixpath.normpath(f"/{path}").lstrip("/")
    return posixpath.join(name, "index.html") if path in ("", "/") or path.endswith("/") else name
