"""What a page weighs for somebody who comes for the first time, on every page of the site."""

import json
import posixpath
import random
import shutil
from functools import cache
from pathlib import Path

import brotli
import pytest
from hosts import headers_for, rules_of
from hpack import Encoder
from projects import asset, index_of
from selectolax.lexbor import LexborHTMLParser
from windows import KINDS, window

FRAMES = 2 * 9
"""What HTTP/2 puts before the headers and before the body of each response, in bytes."""
USUAL = {
    "content-type": "text/javascript; charset=utf-8",
    "content-encoding": "br",
    "content-length": "10000",
    "date": "Thu, 01 Jan 2026 00:00:00 GMT",
    "etag": '"0123456789abcdef0123456789abcdef"',
    "vary": "accept-encoding",
    "server": "a host",
}
"""What a host sends with each file by itself."""
REQUESTS = 8
WHOLE, FIRST = 14_950, 10_752
"""14.6 and 10.5 KB: all that a page asks for fits the first round trip."""
SEARCH, SHOWN = 92_160, 61_440
"""90 and 60 KB."""
LONG_WHOLE, LONG_FIRST = 24_576, 20_480
LONG = {"faq/", "about/evidence/"}
"""Pages that are one long list."""


@cache
def compressed(path: Path) -> int:
    """The size of a file as a good host sends it."""
    return len(brotli.compress(path.read_bytes(), quality=11))


def file_of(site: Path, address: str, target: str) -> Path:
    """The file behind a link on a page; on 404.html links begin at the site's root."""
    folder = "" if target.startswith("/") else address.rpartition("/")[0]
    return site / posixpath.normpath(posixpath.join(folder, target.lstrip("/")))


def parts_of(site: Path, address: str, html) -> tuple[list[Path], list[Path]]:
    """All files that a page asks for, itself among them, and those it waits for before it can be seen."""
    page = site / address / "index.html" if address.endswith("/") or not address else site / address
    sheets = html.css("link[rel=stylesheet]")
    blocking = [link for link in sheets if link.attributes.get("media") != "print"]
    links = [node.attributes["href"] for node in [*sheets, *html.css("link[rel=icon]")]]
    links += [node.attributes["src"] for node in html.css("script[src], img[src]")]
    first = [page, *(file_of(site, address, node.attributes["href"]) for node in blocking)]
    first += [file_of(site, address, node.attributes["src"]) for node in html.css("script[src]:not([defer])")]
    return [page, *(file_of(site, address, link) for link in links)], first


def headers_of(site: Path, parts: list[Path]) -> int:
    """What the responses to one visit carry besides their bodies, in bytes: HTTP/2, on one connection, as hosts do."""
    rules, encoder = rules_of((site / "_headers").read_text("utf-8")), Encoder()
    sent = [headers_for("/" + part.relative_to(site).as_posix().removesuffix("index.html"), rules) for part in parts]
    return sum(
        FRAMES + len(encoder.encode([(":status", "200"), *USUAL.items(), *((k.lower(), v) for k, v in own.items())]))
        for own in sent
    )


def too_much(site: Path, address: str, html) -> str:
    """In what a page is over its budget: in all with every header, before the first paint, the number of requests.

    The rules for fetching ahead are one file more, which no page waits for.
    """
    parts, first = parts_of(site, address, html)
    if html.body.attributes["data-kind"] != "worksheet":
        parts.append(site / "assets/speculation-rules.json")
    weight = sum(map(compressed, parts)) + headers_of(site, parts), sum(map(compressed, first)), len(parts)
    limits = (LONG_WHOLE, LONG_FIRST, REQUESTS) if address in LONG else (WHOLE, FIRST, REQUESTS)
    over = any(is_ > may for is_, may in zip(weight, limits, strict=True))
    return f"{weight}, may be {limits}" if over else ""


def test_every_page_is_light(site, built):
    """Each page keeps to its budget."""
    heavy = {address: too_much(site, address, html) for address, html in built.items()}

    assert {address: excess for address, excess in heavy.items() if excess} == {}


def test_a_heavy_page_is_seen(site, built, tmp_path):
    """One that is a little more than may be, in words, in scripts or in files, is not let through."""
    step = built["steps/trust/"]
    for name in ("_", "assets", "steps"):
        shutil.copytree(site / name, tmp_path / name)
    shutil.copy(site / "_headers", tmp_path)
    noise = random.Random(1).randbytes(3000).hex()
    files = "".join(f'<script src="../../assets/{name}" defer></script>' for name in ("a.js", "b.js", "c.js", "d.js"))
    for name in "abcd":
        (tmp_path / f"assets/{name}.js").write_text("")
    page = tmp_path / "steps/trust/index.html"
    excess = {}
    for kind, more in {"nothing": "", "words": f"<!--{noise}-->", "files": files}.items():
        page.write_text(step.html + more, "utf-8")
        compressed.cache_clear()
        excess[kind] = too_much(tmp_path, "steps/trust/", LexborHTMLParser(page.read_text("utf-8")))

    assert {kind: bool(said) for kind, said in excess.items()} == {"nothing": False, "words": True, "files": True}


def test_the_search_is_light(site):
    """All that it needs to find something, code and index; and what it shows of it, which comes later or never."""
    index = site / index_of(site)
    first = json.loads(index.read_text("utf-8"))
    code = [site / asset(site, name) for name in ("search.js", "search.css")]

    assert sum(map(compressed, [*code, index, *(site / path for path in first["more"])])) <= SEARCH
    assert compressed(site / first["lines"]) <= SHOWN


@pytest.mark.browser
def test_nothing_else_is_asked_for(browser, address, site, built):
    """What a browser asks for is what was weighed; the icon it may take its time for, or leave."""
    asked, weighed = {}, {}
    with window(browser, address) as page:
        for kind, path in KINDS.items():
            requests = []
            page.on("request", lambda request, requests=requests: requests.append(request.url))
            page.goto("404.html")
            page.goto(path)
            page.wait_for_load_state("networkidle")
            files = {url.removeprefix(address) for url in requests[requests.index(address + path) :]}
            asked[kind] = {file for file in files if not file.endswith(".svg")}
            parts = {part.relative_to(site).as_posix() for part in parts_of(site, path, built[path])[0]}
            weighed[kind] = {part.removesuffix("index.html") for part in parts if not part.endswith(".svg")}

    assert asked == weighed
