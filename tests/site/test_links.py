"""Every link of the built site leads somewhere, wherever the site is served."""

import posixpath
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from projects import ROOT
from selectolax.lexbor import LexborHTMLParser
from tiny_sites import HOSTED, built_site

LEADING = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "iframe": "src"}
OUTSIDE = "https://mend.example"


def ids_of(page: LexborHTMLParser) -> set[str]:
    """Every place of a page that a link can lead to."""
    return {node.attributes["id"] for node in page.css("[id]")}


def broken_links(pages: dict[str, LexborHTMLParser], folder: Path, base: str) -> list[str]:
    """Each link inside the site that leads to no file, or to no id: `page -> link`."""
    ids = {address: ids_of(page) for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        here = base if address == "404.html" else urljoin(base, address)
        for tag, attribute in LEADING.items():
            for node in page.css(f"{tag}[{attribute}]"):
                target = urlsplit(urljoin(here, node.attributes[attribute]))
                if (target.scheme, target.netloc) != urlsplit(base)[:2]:
                    continue
                if not leads_somewhere(target, ids, folder, urlsplit(base).path):
                    broken.append(f"{address} -> {node.attributes[attribute]}")
    return broken


def leads_somewhere(target, ids: dict[str, set[str]], folder: Path, base: str) -> bool:
    """Whether a file stands at the target, with the id that is asked for."""
    path = posixpath.normpath(unquote(target.path) or "/")
    if target.path.endswith("/") and path != "/":
        path += "/"
    if not path.startswith(base):
        return False
    address = path[len(base) :]
    if not (folder / address / ("index.html" if address.endswith("/") or not address else "")).exists():
        return False
    return not target.fragment or unquote(target.fragment) in ids.get(address, set())


def test_no_link_is_broken(site, built):
    """At the root of a host, each link leads to a page, and each fragment to a place on it."""
    assert broken_links(built, site, f"{OUTSIDE}/") == []


def test_no_link_is_broken_below_a_path(site, built):
    """The same below a path of any host, where a link from its root would miss; what is not found knows the address."""
    pages = {address: page for address, page in built.items() if address != "404.html"}

    assert broken_links(pages, site, "https://elsewhere.example/sub/") == []


def test_no_link_of_a_site_below_a_path_is_broken(tmp_path):
    """Nor one that holds the whole address, nor one of the page for what is not found."""
    site = built_site("bicycle", tmp_path, {**HOSTED, "site_url": f"{OUTSIDE}/sub/"})
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html"): LexborHTMLParser(path.read_text("utf-8"))
        for path in site.rglob("*.html")
    }

    assert broken_links(pages, site, f"{OUTSIDE}/sub/") == []
    assert "404.html" in pages


def test_broken_links_are_seen(tmp_path):
    """The search for broken links finds a missing page, a missing id, and a link that leaves the base path."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("x")
    pages = {
        "": LexborHTMLParser("<a href=a/>good</a><a href=b/>no page</a><a href=a/#x>no id</a><a href=/a/>too high</a>"),
        "a/": LexborHTMLParser("<p id=y>"),
    }

    assert broken_links(pages, tmp_path, f"{OUTSIDE}/sub/") == [" -> b/", " -> a/#x", " -> /a/"]


def test_sources_can_be_mended(built):
    """Each page that comes from a file has a link to that file, but for the safety pages, which lead to help only."""
    wrong = [
        address
        for address, page in built.items()
        if page.css_first(".reviewed")
        and bool(page.css_first('.reviewed a[href^="https://github.com/example/mend/edit/main/docs/"]'))
        == (page.body.attributes["data-kind"] == "safety")
    ]

    assert wrong == []
    assert (ROOT / "docs").is_dir()
