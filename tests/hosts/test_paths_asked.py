"""What may be asked of nginx and Caddy: what is hidden, what leads on, parts of files, and a site below a path."""

import re
import shutil
from urllib.parse import unquote, urljoin

import pytest
from hosted_site import FOR_GOOD, MOVED
from projects import asset
from servers import SERVERS, Answer, hosted

HIDDEN = (
    "/.git/config",
    "/.git/",
    "/%2egit/config",
    "/steps/.secret",
    "/_headers",
    "/index.html.br",
    "/index.html.gz",
    "/steps/talk/index.html.br",
    "/steps/talk/index.html%2ebr",
    "/sitemap.xml.br",
)
MISSING = ("/not-here", "/steps/not-here/", "/not-here.png", "/not-here.svg", "/assets/", "/pdf", "/pdf/", "/index.php")


@pytest.mark.parametrize("path", [*HIDDEN, *MISSING])
def test_what_is_not_shown(server, finished, path):
    """No listing, no dot file, nothing that is meant for hosts: the page for a missing one, with its own status."""
    answer = server.get(path)
    if answer.status in (301, 308):  # a folder, asked for without its stroke
        answer = server.get(urljoin(path, answer["location"]))

    assert answer.status == 404
    assert answer.body == (finished / "404.html").read_bytes()
    assert answer["content-type"] == "text/html; charset=utf-8"
    assert answer["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/..%2foutside.txt",
        "/%2e%2e/outside.txt",
        "/steps/..%2f..%2foutside.txt",
        "/steps/../../outside.txt",
        "/..\\outside.txt",
        "/..;/outside.txt",
        "//outside.txt",
        "/steps../outside.txt",
    ],
)
def test_no_way_leads_out_of_the_folder(server, path):
    """What stands beside the site stays there."""
    answer = server.get(path)

    assert answer.status in (400, 404)
    assert b"secret" not in answer.body


def test_addresses_lead_on(server):
    """An address without its last stroke, and one of a page that has moved."""
    stroke, moved = server.get("/steps/talk"), server.get(f"/{MOVED}/")

    assert (stroke.status in (301, 308), urljoin("/steps/talk", stroke["location"])) == (True, "/steps/talk/")
    assert (moved.status, moved["location"]) == (301, "/steps/talk/")


def told(answer: Answer) -> dict[str, str]:
    """What is said of a file, whenever and however it is sent."""
    return {name: value for name, value in answer.headers.items() if name not in LENGTHS}


LENGTHS = ("date", "content-length", "transfer-encoding")


def test_parts_heads_and_conditions(server, finished):
    """A part of a file, its headers alone, and nothing where a reader has it already."""
    path, whole = "/pdf/check-in-a4.pdf", (finished / "pdf/check-in-a4.pdf").read_bytes()
    part, head = server.get(path, Range="bytes=10-19"), server.get("/steps/talk/", "HEAD", Accept_Encoding="br")
    page = server.get("/steps/talk/", Accept_Encoding="br")
    same = server.get("/steps/talk/", Accept_Encoding="br", If_None_Match=page["etag"])
    since = server.get("/steps/talk/", Accept_Encoding="br", If_Modified_Since=page["last-modified"])

    assert (part.status, part.body) == (206, whole[10:20])
    assert part["content-range"] == f"bytes 10-19/{len(whole)}"
    assert server.get(path, Range=f"bytes={len(whole)}-").status == 416
    assert (head.status, head.body) == (200, b"")
    assert told(head) == told(page)
    assert page["etag"] != server.get("/steps/talk/")["etag"]
    assert [(answer.status, answer.body) for answer in (same, since)] == [(304, b""), (304, b"")]
    assert server.get("/steps/talk/", "POST", Content_Length="0").status == 405


@pytest.mark.parametrize("name", SERVERS)
def test_below_a_path(name, finished, tmp_path):
    """A site that is not at its host's root is served where it says that it is, and nowhere else."""
    site = tmp_path / "site"
    shutil.copytree(finished, site)
    home = (site / "index.html").read_text("utf-8")
    moved = re.sub(r'(<link rel="canonical" href=")[^"]*', r"\1https://a.example/our guide/", home)
    (site / "index.html").write_text(moved, encoding="utf-8")
    with hosted(name, site, tmp_path) as server:
        page = server.get("/our%20guide/steps/talk/", Accept_Encoding="br")
        said = {
            path: server.get(path) for path in ("/our%20guide", "/our%20guide/steps/talk", f"/our%20guide/{MOVED}/")
        }

        assert page.body == (site / "steps/talk/index.html.br").read_bytes()
        assert "sha256-" in page["content-security-policy"]
        assert page["speculation-rules"] == '"/our%20guide/assets/speculation-rules.json"'
        assert [unquote(urljoin(path, answer["location"])) for path, answer in said.items()] == [
            "/our guide/",
            "/our guide/steps/talk/",
            "/our guide/steps/talk/",
        ]
        assert server.get("/our%20guide/start/read-first/")["cache-control"] == "no-store"
        assert server.get(f"/our%20guide/{asset(site, 'mend.js')}")["cache-control"] == FOR_GOOD
        assert server.get("/our%20guide/assets/speculation-rules.json")["content-type"].startswith("application/specul")
        assert [
            server.get(path).status for path in ("/steps/talk/", "/our%20guide/nope", "/our%20guide../outside.txt")
        ] == [404] * 3
