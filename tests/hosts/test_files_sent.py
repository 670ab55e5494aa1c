"""Each file as nginx and Caddy send it: its headers, its type, how long it may be kept, and how it is compressed."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from guide.renderers.policy import policy_in
from guide.site.hosting.rules import EVERYWHERE, FRAMES, SECURE, STILL
from hosted_site import DATED, FOR_GOOD, compressed
from projects import asset, index_of
from servers import needs_brotli


def shown(folder: Path) -> list[str]:
    """The path of every file that readers may have."""
    paths = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in paths if not re.search(r"(^|/)\.|^_[a-z]|\.(br|gz)$", path)]


TYPES = {
    ".css": "text/css; charset=utf-8",
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
SPECIAL = {"assets/speculation-rules.json": "application/speculationrules+json"}


def test_every_file_has_its_headers(server, finished):
    """Each is sent whole, as what it is, with all that is said of every file; a page with its own policy."""
    seen = set()
    for path in shown(finished):
        answer, suffix = server.get("/" + quote(path)), Path(path).suffix.lower()
        seen.add(suffix)

        assert answer.status == 200, path
        assert answer.body == (finished / path).read_bytes(), path
        assert answer["content-type"] == SPECIAL.get(path, TYPES.get(suffix)), path
        assert answer["cache-control"], path
        for name, value in EVERYWHERE.items():
            if name not in ("Content-Security-Policy", SECURE):
                assert answer[name.lower()] == value, path
        policy = policy_in((finished / path).read_text("utf-8")) if suffix == ".html" else ""
        if policy:
            assert answer["content-security-policy"] == f"{policy};{FRAMES}", path
        elif suffix in (".svg", ".xml"):
            assert answer["content-security-policy"] == STILL["Content-Security-Policy"], path
        elif path != "worker.js":
            assert FRAMES in answer["content-security-policy"], path

    assert seen == set(TYPES)
    assert server.get("/worker.js")["content-security-policy"] == "default-src 'none'; connect-src 'self'"


CACHED = {
    "/": "no-cache",
    "/steps/talk/": "no-cache",
    "/start/read-first/": "no-store",
    "/support/now/": "no-store",
    "/guide.json": "no-cache",
    "/pdf/check-in-a4.pdf": "no-cache",
    "/worker.js": "no-cache",
    f"/{DATED}": "no-cache",
    "/assets/mark.svg": "no-cache",
    "/assets/speculation-rules.json": "no-cache",
    "/not-here": "no-cache",
    "/_/01234567/not-here.js": "no-cache",
}


def test_how_long_a_file_may_be_kept(server, finished):
    """Pages are asked for anew, those about safety are not put away, what changes its address lasts a year."""
    script, style = asset(finished, "mend.js"), asset(finished, "print.css")
    lasting = {f"/{script}": FOR_GOOD, f"/{style}": FOR_GOOD, f"/{index_of(finished)}": "public, max-age=3600"}
    missing = {f"/{Path(script).parent.as_posix()}/not-here.js": "no-cache"}
    expected = CACHED | lasting | missing

    assert {path: server.get(path)["cache-control"] for path in expected} == expected


@pytest.mark.parametrize(
    ("asked", "ending", "said"),
    [("br", ".br", "br"), ("gzip", ".gz", "gzip"), ("gzip, deflate, br", ".br", "br"), ("", "", "")],
)
def test_text_is_sent_as_it_was_compressed(server, finished, asked, ending, said):
    """The bytes are those that the build made; whoever asks for none gets the file itself, and caches are told."""
    if said == "br":
        needs_brotli(server)
    for path in compressed(finished):
        answer = server.get("/not-here" if path == "404.html" else f"/{path}", Accept_Encoding=asked)

        assert answer["content-encoding"] == said, path
        assert answer.body == (finished / f"{path}{ending}").read_bytes(), path
        if said:
            assert answer["vary"].lower() == "accept-encoding", path


def test_what_is_small_already_is_sent_as_it_is(server):
    """A PDF or a picture has no copy."""
    for path in ("/pdf/check-in-a4.pdf", "/assets/card.png"):
        assert server.get(path, Accept_Encoding="gzip, br")["content-encoding"] == ""
