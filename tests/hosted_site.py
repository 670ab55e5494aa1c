"""The real site, finished for a host, and each server that sends it: what the tests of hosts share."""

import shutil
import subprocess
from pathlib import Path

import pytest
from guide.site.compress import to_brotli, to_gzip
from machine import tool
from projects import ROOT, asset
from servers import SERVERS, hosted

# No name of a folder may break out of a configuration.
FOLDER = """it's "a" $HOME; # site"""
DATED = "start/drawn.20260131.svg"
MOVED = "steps/moved"
FOR_GOOD = "public, max-age=31536000, immutable"
RUNS = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.documentElement.id="ran"</script></svg>'


# One of each kind, as `guide compress` does to all; that takes the longest of all that a build does.
COMPRESSED = (
    "index.html",
    "404.html",
    "guide.json",
    "sitemap.xml",
    "steps/talk/index.md",
    "steps/talk/index.html",
)


def compressed(folder: Path) -> list[str]:
    """Their paths, and that of a script."""
    return [*COMPRESSED, asset(folder, "mend.js")]


@pytest.fixture(scope="session")
def finished(site, tmp_path_factory) -> Path:
    """The real site, finished for a host, with what must not be seen in it and beside it."""
    folder = tmp_path_factory.mktemp("hosted") / FOLDER
    shutil.copytree(site, folder)
    fragment = (ROOT / "overrides/fragments/redirect.html").read_text("utf-8")
    for path, text in {
        f"{MOVED}/index.html": fragment.replace("{{ target }}", "../talk/"),
        DATED: "<svg xmlns='http://www.w3.org/2000/svg'/>",
        ".git/config": "secret",
        "steps/.secret": "secret",
        "steps/drawn.SVG": RUNS,
        "steps/drawn.xml": RUNS,
        "../outside.txt": "secret",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for path in [folder / path for path in compressed(folder)]:
        path.with_name(f"{path.name}.br").write_bytes(to_brotli(path.read_bytes()))
        path.with_name(f"{path.name}.gz").write_bytes(to_gzip(path.read_bytes()))
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def server(request, finished, tmp_path_factory):
    """Each server, serving it."""
    with hosted(request.param, finished, tmp_path_factory.mktemp("server")) as found:
        yield found


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> tuple[Path, Path]:
    """A certificate for this machine, and its key."""
    folder = tmp_path_factory.mktemp("a $certificate")
    files = folder / "own.pem", folder / "own.key"
    words = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext"]
    subprocess.run(
        [tool("openssl"), "req", *words, "subjectAltName=DNS:localhost", "-out", files[0], "-keyout", files[1]],
        check=True,
        capture_output=True,
    )
    return files
