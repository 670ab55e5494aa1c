"""What tests share: a way to build small sites, the real site built once, a server, a browser."""

import fcntl
import functools
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from guide.model.guide import Guide
from guide.model.problems import Problem
from guide.reading.files import read_texts
from guide.site.loader import load_guide
from hosting import Line, serve
from machine import FLAGS, shell_path
from projects import DOCS, ROOT, build, other_config
from selectolax.lexbor import LexborHTMLParser

pytest_plugins = ["hosted_site", "scripted"]

LOG = "site.log"
"""What the build of the real site said, beside its folder."""
ASKED_AGAIN = pytest.mark.flaky(reruns=1)
"""On a busy machine a browser now and then passes over a key, or comes late. That it was asked again is told."""
SHARES = 6
"""In how many parts every page of the site is swept, so that all cores have work."""


# What a host may have set for its own builds is not what is tested.
for name in ("SITE_URL", "REPO_URL", "EXIT_URL", "REPO_BRANCH", "REPO_HOST", "MAIL_TO", "PYTHONDONTWRITEBYTECODE"):
    os.environ.pop(name, None)
sys.dont_write_bytecode = False


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--all`, for every change before it is merged."""
    parser.addoption("--all", action="store_true", help="all tests, and every page of the site, not one of each kind")


@pytest.hookimpl(optionalhook=True)  # without pytest-xdist nobody asks
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Half as many again as there are cores: those that wait for a browser, a server or a voice leave theirs alone."""
    return (os.cpu_count() or 1) * 3 // 2


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `paths` is a sweep: it runs once a share, and all shares together are every page."""
    if "paths" in metafunc.fixturenames:
        shares = SHARES if metafunc.config.getoption("all") else 1
        metafunc.parametrize("paths", range(shares), indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without `--all` what is marked for it is left out. What is quick comes first, for whoever waits; browsers last.

    What a browser fails is asked once more.

    One test that needs the real site comes before all others but the quick ones: its worker builds the site meanwhile,
    and none waits for it.
    """
    if not config.getoption("all"):
        _leave_out(config, items)
    for item in filter(lambda item: item.get_closest_marker("browser"), items):
        item.add_marker(ASKED_AGAIN)
    items.sort(key=lambda item: ("browser" in item.fixturenames, "site" in item.fixturenames, not _is_of_guide(item)))
    builder = next((item for item in items if "site" in item.fixturenames), None)
    if builder:
        items.remove(builder)
        items.insert(next((place for place, item in enumerate(items) if not _is_of_guide(item)), len(items)), builder)


@pytest.fixture(scope="session")
def some(pytestconfig: pytest.Config) -> Callable[[Iterable, int], list]:
    """A function: of these things one in so many; with `--all` each."""
    return lambda things, one_in: [*things][:: 1 if pytestconfig.getoption("all") else one_in]


def _leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is `thorough`, and of the cases of a test that are to run `one_in` so many the others."""
    cases: Counter[str] = Counter()
    kept, left_out = [], []
    for item in items:
        [every] = mark.args if (mark := item.get_closest_marker("one_in")) else [1]
        name = item.nodeid.partition("[")[0]
        others = item.get_closest_marker("thorough") or cases[name] % every
        (left_out if others else kept).append(item)
        cases[name] += 1
    items[:] = kept
    config.hook.pytest_deselected(items=left_out)


def _is_of_guide(item: pytest.Item) -> bool:
    """Whether a test asks the generator alone, and builds nothing."""
    return item.path.parent == ROOT / "tests/guide"


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
        folder.with_name(LOG).write_text(built.stdout, encoding="utf-8")

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


@functools.cache
def our_guide() -> tuple[Guide, list[Problem]]:
    """The guide of the real pages, and all that is wrong with it: read once, for that takes seconds."""
    return load_guide(read_texts(DOCS))


@pytest.fixture(scope="session")
def loaded() -> tuple[Guide, list[Problem]]:
    """The guide, and all that is wrong with it."""
    return our_guide()


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


@pytest.fixture(scope="session")
def safety(built):
    """The pages of the unsafe branch."""
    return {address: page for address, page in built.items() if page.body.attributes["data-kind"] == "safety"}


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
