"""A host that keeps to a site's `_headers`, as Cloudflare Pages does: every rule that matches, values joined."""

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

from hosting import Quiet, serve


def rules_of(text: str) -> list[tuple[str, dict[str, str]]]:
    """The rules of a `_headers` file: each pattern with its headers."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in filter(None, text.splitlines()):
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
        else:
            rules.append((line, {}))
    return rules


def headers_for(path: str, rules: list[tuple[str, dict[str, str]]]) -> dict[str, str]:
    """What is sent with one file."""
    sent: dict[str, str] = {}
    for pattern, headers in rules:
        if fnmatchcase(path, pattern):
            sent |= {name: f"{sent[name]}, {value}" if name in sent else value for name, value in headers.items()}
    return sent


class Host(Quiet):
    """Serves a folder with the headers that its rules ask for."""

    rules: list[tuple[str, dict[str, str]]] = []  # noqa: RUF012 - set once for each host
    ahead: list[str] = []  # noqa: RUF012 - the same

    def send_header(self, keyword: str, value: str) -> None:
        """A rule's own value replaces the server's."""
        if keyword not in headers_for(self.path.partition("?")[0], self.rules):
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Those of the rules come last. What a browser asks for ahead of its reader is written down."""
        if self.headers.get("Sec-Purpose", "").startswith("prefetch"):
            self.ahead.append(self.path)
        for name, value in headers_for(self.path.partition("?")[0], self.rules).items():
            super().send_header(name, value)
        super().end_headers()


@contextmanager
def host(folder: Path, ahead: list[str] | None = None) -> Iterator[str]:
    """The address of a folder, served by its own rules; `ahead` is told the path of each page fetched ahead."""
    rules = rules_of((folder / "_headers").read_text(encoding="utf-8"))
    handler = type("Handler", (Host,), {"rules": rules, "ahead": [] if ahead is None else ahead})
    server, address = serve(folder, handler=handler)
    yield address
    server.shutdown()
    server.server_close()
