"""nginx and Caddy as they are installed, serving a folder by the configuration that the guide prints."""

import http.client
import io
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from guide_mkdocs.command import main
from guide_mkdocs.commands.host import BROTLI, MODULES
from machine import missing, tool
from waiting import until

SERVERS = ("nginx", "caddy")
LATEST = 20  # seconds
# Workers of nginx are another user's where it is started by root, and may not look into a test's folders.
USER = "daemon off; user root;" if os.getuid() == 0 else "daemon off;"


def needs_brotli(server: "Running") -> None:
    """See that the module of nginx that sends `.br` is here; Caddy has its own."""
    if server.name == "nginx" and not any(Path(folder, BROTLI).exists() for folder in MODULES):
        missing("nginx's module for brotli")


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@dataclass
class Said:
    """What a command ended with and printed."""

    returncode: int
    stdout: str
    stderr: str


def configuration(server: str, site: Path, *words: str | Path) -> Said:
    """What `python -m guide host` says."""
    out, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(errors):
        try:
            code = main(["host", server, str(site), *map(str, words)])
        except SystemExit as end:
            code = end.code
    return Said(code, out.getvalue(), errors.getvalue())


def start(server: str, written: Path) -> list[str]:
    """The command that runs a server by a file, and stays."""
    if server == "nginx":
        return [tool("nginx"), "-e", "stderr", "-c", str(written), "-g", USER]
    return [tool("caddy"), "run", "--adapter", "caddyfile", "--config", str(written)]


@dataclass
class Answer:
    """What a server sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name, "")


@dataclass
class Running:
    """A server that answers on `port`; `log` gives what it has written down."""

    name: str
    port: int
    log: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it stands, with nothing put right on the way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    def written(self, *words: str) -> str:
        """What it has written down, once these words stand in it: it may answer first, and write then."""

        def all_written() -> str:
            written = self.log.read_text("utf-8")
            return written if all(word in written for word in words) else ""

        return until(all_written, LATEST)


@contextmanager
def running(server: str, text: str, port: int, folder: Path) -> Iterator[Running]:
    """A server by its configuration, until the block ends."""
    written, log = folder / f"{server}.conf", folder / "out"
    written.write_text(text, encoding="utf-8")
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with log.open("wb") as out:
        process = subprocess.Popen(start(server, written), stdout=out, stderr=subprocess.STDOUT, env=environment)
    try:
        _wait(process, port, log)
        yield Running(server, port, folder / "access.log" if server == "nginx" else log)
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def hosted(server: str, site: Path, folder: Path, *words: str | Path) -> Iterator[Running]:
    """A site, served as the guide says."""
    tool(server)
    port = free_port()
    kept = ("--keep", folder) if server == "nginx" else ()
    said = configuration(server, site, "--listen", f"127.0.0.1:{port}", *kept, *words)
    assert said.returncode == 0, said.stderr
    with running(server, said.stdout, port, folder) as found:
        yield found


# What a server does where it is told nothing but which folder; as many cores as ours has it.
PLAIN = {
    "nginx": """worker_processes auto; pid {folder}/nginx.pid; error_log stderr emerg; events {{}}
http {{ include /etc/nginx/mime.types; access_log off; {passing}
server {{ listen 127.0.0.1:{port}; location / {{ root "{site}"; }} }} }}""",
    "caddy": "{{\nadmin off\nauto_https off\n}}\nhttp://:{port} {{\nroot * `{site}`\nfile_server\n}}\n",
}
PASSING = " ".join(
    f"{name}_temp_path {{folder}}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)


@contextmanager
def by_default(server: str, site: Path, folder: Path) -> Iterator[Running]:
    """The same site, served by the server's own defaults."""
    aside, port = folder / "plain", free_port()
    aside.mkdir()
    (aside / "site").symlink_to(site)
    passing = PASSING.format(folder=aside)
    plain = PLAIN[server].format(folder=aside, port=port, site=aside / "site", passing=passing)
    with running(server, plain, port, aside) as found:
        yield found


def _wait(process: subprocess.Popen, port: int, log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))
