"""What tests share: a way to build small sites, the real site built once, a server, a browser."""

import fcntl
import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from guide.model.guide import Guide
from guide.reading.files import read_texts
from guide.site.loader import load_guide
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SHARES = 6
"""In how many parts every page of the site is swept, so that all cores have work."""


# What a host may have set for its own builds is not what is tested.
for name in ("SITE_URL", "REPO_URL", "EXIT_URL", "REPO_BRANCH", "REPO_HOST", "MAIL_TO"):
    os.environ.pop(name, None)


def setting(name: str) -> str:
    """What mkdocs.yml says where the environment says nothing."""
    return re.search(rf'^ *{name}: !ENV \[\w+, "(.*)"\]$', (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--all`, for every change before it is merged."""
    parser.addoption("--all", action="store_true", help="sweep every page of the site, not one page of each kind")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `paths` is a sweep: it runs once a share, and all shares together are every page."""
    if "paths" in metafunc.fixturenames:
        shares = SHARES if metafunc.config.getoption("all") else 1
        metafunc.parametrize("paths", range(shares), indirect=True)


def run(words: list, **options) -> subprocess.CompletedProcess:
    """Run a command in the project's root; its output is text, both streams in one."""
    return subprocess.run(
        [str(word) for word in words], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options
    )


def build(
    config: Path, target: Path, builder: str = "mkdocs", strict: bool = True, **settings: str
) -> subprocess.CompletedProcess:
    """Build a site by its configuration; settings are what the environment tells it."""
    words = [sys.executable, "-m", builder, "build", "--config-file", config, "--site-dir", target]
    return run([*words, "--strict"] if strict else words, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings})


def other_config(folder: Path, docs: Path = DOCS, **settings: str) -> Path:
    """The project's own configuration with other pages or settings, written to a folder."""
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    if docs != DOCS:
        # The navigation is that of the real pages; another guide has its own.
        lines = lines[: lines.index("nav:")]
    kept = [line for line in lines if line.split(":")[0] not in settings]
    kept = [line.replace("- hooks/", f"- {ROOT}/hooks/").replace("- overrides", f"- {ROOT}/overrides") for line in kept]
    kept = [line.replace("custom_dir: overrides", f"custom_dir: {ROOT}/overrides") for line in kept]
    kept += [f"docs_dir: {docs}", *(f"{name}: {value}" for name, value in settings.items() if value)]
    path = folder / "mkdocs.yml"
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return path


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that all workers of a run share: the first that needs it makes it, and the others wait."""
    here = factory.getbasetemp()
    folder = (here.parent if "PYTEST_XDIST_WORKER" in os.environ else here) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder.with_suffix(".new"))
            folder.with_suffix(".new").rename(folder)
    return folder


@pytest.fixture(scope="session")
def folder_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition that readers take along, before it is packed."""

    def make(folder: Path) -> None:
        built = build(ROOT / "mkdocs.yml", folder, FOR_FOLDER="true")
        assert built.returncode == 0, built.stdout

    return once(tmp_path_factory, "folder", make)


@pytest.fixture(scope="session")
def site(folder_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly as `scripts/build` does."""

    def make(folder: Path) -> None:
        built = build(ROOT / "mkdocs.yml", folder, FOLDER_EDITION=str(folder_edition))
        assert built.returncode == 0, built.stdout

    return once(tmp_path_factory, "site", make)


@pytest.fixture
def small_site(tmp_path: Path):
    """A function that builds {path: text} as a site of its own and returns (folder, what the build said)."""

    def make(pages: dict[str, str], strict: bool = True, **settings: str) -> tuple[Path, subprocess.CompletedProcess]:
        docs = tmp_path / "docs"
        for path, text in pages.items():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_text(text, encoding="utf-8")
        built = build(other_config(tmp_path, docs, **settings), tmp_path / "site", strict=strict)
        return tmp_path / "site", built

    return make


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


@pytest.fixture
def line():
    """A function that serves a folder on such a host: (its handler, its address)."""
    servers = []

    def make(folder: Path, below: str = "/") -> tuple[type[Line], str]:
        handler = type("OneLine", (Line,), {"asked": []})
        server, address = serve(folder, below, handler)
        servers.append(server)
        return server.RequestHandlerClass.func, address

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


def asset(site: Path, name: str) -> str:
    """Where a script or a style of a built site stands: `_/1a2b3c4d/mend.js`."""
    [found] = site.glob(f"_/*/{name}")
    return found.relative_to(site).as_posix()


def index_of(site: Path) -> str:
    """Where the first piece of its search's index stands: `search/1a2b3c4d.json`."""
    return f"search/{asset(site, 'search.js').split('/')[1]}.json"


@pytest.fixture
def mine(site, tmp_path) -> Path:
    """A copy of the site that a test may change."""
    shutil.copytree(site, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site, served."""
    server, url = serve(site)
    yield url
    server.shutdown()
    server.server_close()


FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """This machine's own Chromium; None where Playwright's is to be used."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser")
    return next(filter(None, map(shutil.which, names)), None)


def shell_path() -> str | None:
    """Chromium without its windows, which does a page with half the work; the whole one where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or chromium_path()


def tool(*names: str) -> str:
    """Where the program of one of these names is, on a machine that has it."""
    path = f"{os.environ['PATH']}:/usr/sbin"
    return next(filter(None, (shutil.which(name, path=path) for name in names)), None) or missing(names[0])


def missing(what: str) -> NoReturn:
    """Where CI is set, what a test needs and does not find is a failure; elsewhere the test is skipped, and says so."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not here; `scripts/setup test` gets it")


@pytest.fixture(scope="session")
def browser():
    """A real Chromium. Where CI is set, a missing one is a failure; elsewhere its tests are skipped, and say so."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=shell_path(), args=FLAGS)
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no browser: {error}")
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, address: str):
    """A fresh page whose own errors fail the test."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert errors == []


@pytest.fixture(scope="session")
def loaded():
    """The guide, and all that is wrong with it."""
    return load_guide(read_texts(DOCS))


@pytest.fixture(scope="session")
def guide(loaded) -> Guide:
    """The guide of the real pages."""
    return loaded[0]


@pytest.fixture(scope="session")
def built(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of the built site, parsed, by its address; redirects left out."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html:
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            pages[address] = LexborHTMLParser(html)
    return pages


@pytest.fixture
def paths(request: pytest.FixtureRequest, built: dict[str, LexborHTMLParser]) -> list[str]:
    """One page of each kind; with `--all` a share of the addresses of all pages."""
    if request.config.getoption("all"):
        return list(built)[request.param :: SHARES]
    return list({html.body.attributes["data-kind"]: path for path, html in built.items()}.values())


@pytest.fixture(scope="session")
def manifest(site: Path) -> dict:
    """guide.json, as other programs read it."""
    return json.loads((site / "guide.json").read_text(encoding="utf-8"))
