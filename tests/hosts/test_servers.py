"""The site as nginx and Caddy send it, by the configuration that the guide prints for them."""

import http.client
import re
import shutil
import ssl
import subprocess
import time
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

import pytest
from browser.windows import KINDS, WATCH, window
from conftest import ROOT, asset, index_of, tool
from guide.renderers.policy import policy_in
from guide.site.compress import to_brotli, to_gzip
from guide.site.hosting.rules import EVERYWHERE, FRAMES, SECURE, STILL
from servers import SERVERS, Answer, configuration, free_port, hosted, needs_brotli, running

# No name of a folder may break out of a configuration.
FOLDER = """it's "a" $HOME; # site"""
DATED = "start/drawn.20260131.svg"
MOVED = "steps/moved"
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


FOR_GOOD = "public, max-age=31536000, immutable"
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
    expected = CACHED | lasting

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


def test_the_log_knows_nobody(server):
    """A line has the day and what was sent: no address, no browser, no page that led here, nothing that was asked."""
    server.get(
        "/steps/own/?asked=typed-in", User_Agent="Seen/1", Referer="https://from.example/", X_Forwarded_For="9.8.7.6"
    )
    server.get("/not-here?asked=typed-in", User_Agent="Seen/1", Cookie="kept=typed-in")
    written = server.log.read_text("utf-8")

    assert "steps/own/" in written
    assert date.today().isoformat() in written
    for word in ("127.0.0.1", "9.8.7.6", "typed-in", "Seen", "from.example", "localhost"):
        assert word not in written, word
    assert not re.search(r"\d\d:\d\d", written)


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


@pytest.mark.parametrize("name", SERVERS)
def test_over_tls(name, finished, certificate, tmp_path):
    """HTTP/2, and the word that readers are to come this way only; old protocols are refused."""
    words = ("--name", "localhost", "--certificate", certificate[0], "--key", certificate[1])
    with hosted(name, finished, tmp_path, *words) as server:
        context = ssl.create_default_context(cafile=certificate[0])
        secure = http.client.HTTPSConnection("localhost", server.port, context=context, timeout=10)
        secure.request("GET", "/steps/talk/")
        answer = secure.getresponse()
        said = answer.headers
        answer.read()
        secure.close()
        load = subprocess.run(
            [tool("h2load"), "-n", "200", "-c", "10", f"https://localhost:{server.port}/steps/talk/"],
            capture_output=True,
            text=True,
        ).stdout

    assert said[SECURE] == "max-age=31536000"
    assert "Application protocol: h2" in load
    assert "200 succeeded, 0 failed, 0 errored" in load


@pytest.mark.browser
def test_pages_live_under_what_is_sent(server, browser):
    """Pages of every kind are opened, and the search is used, without a word from the browser's console."""
    with window(browser, f"http://127.0.0.1:{server.port}/") as page:
        page.context.add_init_script(WATCH)
        for path in KINDS.values():
            if path != "404.html":
                assert "sha256-" in page.goto(path).header_value("content-security-policy")
        page.goto("steps/own/")
        page.locator("[data-guide=search-open]").first.click()
        page.locator("[data-guide=search-input]").fill("trust")
        page.locator("[data-guide=search-result]").first.wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["steps/drawn.SVG", "steps/drawn.xml"])
def test_a_drawing_that_is_opened_by_itself_runs_nothing(server, browser, path):
    """A browser shows it, and does not do what stands in it; it says so in its console."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/{path}")

        assert page.evaluate("document.documentElement.localName") == "svg"
        assert page.evaluate("document.documentElement.id") == ""


def test_plain_http_promises_nothing(server):
    """Without a certificate nobody is told to come by TLS alone."""
    assert server.get("/")[SECURE.lower()] == ""


PLAIN = {
    "nginx": """pid {folder}/nginx.pid; error_log stderr emerg; events {{}}
http {{ include /etc/nginx/mime.types; access_log off; {passing}
server {{ listen 127.0.0.1:{port}; location / {{ root "{site}"; }} }} }}""",
    "caddy": "{{\nadmin off\nauto_https off\n}}\nhttp://:{port} {{\nroot * `{site}`\nfile_server\n}}\n",
}
PASSING = " ".join(
    f"{name}_temp_path {{folder}}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)


@pytest.mark.parametrize("name", SERVERS)
def test_under_load(name, finished, tmp_path):
    """A few thousand requests by more and more readers at once: no error; and hardly later than by its own defaults."""
    folder = tmp_path / "plain"
    folder.mkdir()
    (tmp_path / "site").symlink_to(finished)
    port = free_port()
    passing = PASSING.format(folder=folder)
    plain = PLAIN[name].format(folder=folder, port=port, site=tmp_path / "site", passing=passing)
    with hosted(name, finished, tmp_path) as ours, running(name, plain, port, folder) as own:
        for readers in (1, 8, 32, 64):
            words = ["--h1", "-n", "1000", "-c", str(readers), "-H", "accept-encoding: br"]
            load = subprocess.run(
                [tool("h2load"), *words, f"http://127.0.0.1:{ours.port}/steps/talk/"], capture_output=True, text=True
            ).stdout
            assert "1000 succeeded, 0 failed, 0 errored, 0 timeout" in load
            assert "status codes: 1000 2xx" in load
        ratio = _first_byte(ours.port) / _first_byte(own.port)
    print(f"{name}: the first byte takes {ratio:.2f} of the time by its own defaults")

    assert ratio < 3


def _first_byte(port: int) -> float:
    """The middle time to the first byte of a page, of 200 on one connection, in seconds."""
    connection, times = http.client.HTTPConnection("127.0.0.1", port, timeout=10), []
    for _ in range(200):
        start = time.perf_counter()
        connection.request("GET", "/steps/talk/")
        answer = connection.getresponse()
        times.append(time.perf_counter() - start)
        answer.read()
    connection.close()
    return sorted(times)[100]


@pytest.mark.parametrize("name", SERVERS)
def test_the_server_itself_finds_no_fault(name, finished, certificate, tmp_path):
    """For the ports of the web, where no test may listen, the server reads its configuration and takes it."""
    words = ("--name", "mend.example", "--certificate", certificate[0], "--key", certificate[1])
    written = tmp_path / "conf"
    written.write_text(configuration(name, finished, *words).stdout, encoding="utf-8")
    check = {
        "nginx": [tool("nginx"), "-e", "stderr", "-t", "-c", written],
        "caddy": [tool("caddy"), "validate", "--adapter", "caddyfile", "--config", written],
    }
    said = subprocess.run(check[name], capture_output=True, text=True)

    assert said.returncode == 0, said.stderr
