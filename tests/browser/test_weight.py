"""What a page weighs for somebody who comes for the first time, on every page of the site."""

import posixpath
from functools import cache
from pathlib import Path

import brotli
import pytest
from windows import KINDS, window

HEADERS = 250
"""What a response carries besides its body, in bytes."""
REQUESTS = 8
WHOLE, FIRST = 14_950, 10_752
"""14.6 and 10.5 KB: all that a page asks for fits the first round trip."""
LONG_WHOLE, LONG_FIRST = 24_576, 20_480
LONG = {"faq/", "about/evidence/", "about/style/", "support/", "support/now/", "support/my-side/", "start/read-first/"}
"""Pages that are one long list; the style page lists every part that there is, with the styles of all of them."""


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


def test_every_page_is_light(site, built):
    """Each page keeps to its budget: before the first paint, in all, and in the number of requests."""
    heavy = {}
    for address, html in built.items():
        parts, first = parts_of(site, address, html)
        weight = sum(map(compressed, parts)) + HEADERS * len(parts), sum(map(compressed, first)), len(parts)
        limits = (LONG_WHOLE, LONG_FIRST, REQUESTS) if address in LONG else (WHOLE, FIRST, REQUESTS)
        if any(is_ > may for is_, may in zip(weight, limits, strict=True)):
            heavy[address] = f"{weight}, may be {limits}"

    assert heavy == {}


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
