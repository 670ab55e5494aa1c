"""What programs read of the real site: addresses, sharing cards, data for search engines."""

import json
import posixpath
import re
from pathlib import Path

from projects import setting
from selectolax.lexbor import LexborHTMLParser

SITE_URL = setting("site_url")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def attribute(html, selector: str, name: str = "content") -> str | None:
    """What one element of a page says; None where there is no such element."""
    found = html.css_first(selector)
    return found.attributes[name] if found else None


def test_each_page_names_its_address(built):
    """One canonical address a page: its own."""
    told = {url: attribute(html, "link[rel=canonical]", "href") for url, html in built.items() if url != "404.html"}

    assert told == {url: SITE_URL + url for url in told}


def test_the_sitemap_holds_what_can_be_found(site, built, guide):
    """Every page of the guide, once; no page made for paper, no old address, and none that asks not to be found."""
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    hidden = {url for url, html in built.items() if attribute(html, "meta[name=robots]") == "noindex"}

    assert sorted(listed) == sorted(SITE_URL + page.url for page in guide.pages)
    assert hidden == {url for url in built if url.startswith("print/")}
    assert (site / "robots.txt").read_text("utf-8").splitlines()[-1] == f"Sitemap: {SITE_URL}sitemap.xml"


def test_a_shared_page_has_a_card(site, built, guide):
    """Its name in the tab, its description, the guide's picture; the safety branch a neutral name, no picture."""
    card = f"{SITE_URL}assets/card.png"
    for page in guide.pages:
        html, tab = built[page.url], page.fields.get("tab")
        name = html.css_first("title").text().partition(" – ")[0]
        asked = ("type", "url", "title", "description", "image", "image:alt")
        told = [attribute(html, f"meta[property='og:{name}']") for name in asked]
        home, safety = built[""].css_first("title").text().partition(" – ")[0], page.kind == "safety"
        shown = (None, None, None) if safety else (SITE_URL + page.url, card, home)
        assert told == ["website", shown[0], tab or name, page.description, *shown[1:]], page.url
        assert (attribute(html, "meta[name='twitter:card']") is None) == (page.kind == "safety")
    assert (site / "assets/card.png").stat().st_size < 60_000


def test_what_is_said_to_search_engines_is_what_is_read(built, guide):
    """Each theme's questions stand in its block and on its page; the safety branch has no block."""
    blocks = {url: html.css("script[type='application/ld+json']") for url, html in built.items()}
    for page in guide.pages:
        if page.kind in ("safety", "worksheet"):
            assert blocks[page.url] == [], page.url
            continue
        (block,) = blocks[page.url]
        said = json.loads(block.text())
        assert [one["name"] for one in said.get("mainEntity", [])] == [one.question for one in page.questions]
        read = plain(shown(built[page.url]))
        answers = [plain(one["acceptedAnswer"]["text"]) for one in said.get("mainEntity", [])]
        assert [answer for answer in answers if answer not in read] == [], page.url


def shown(page) -> str:
    """What is read on a page, without the numbers of sources."""
    main = LexborHTMLParser(page.html).css_first("main")
    for aside in main.css("script, .cite"):
        aside.decompose()
    return main.text()


def plain(text: str) -> str:
    """A text without its spaces."""
    return re.sub(r"\s", "", text)


def copies(site: Path) -> dict[str, str]:
    """Each page's Markdown copy, without what stands in code, by the page's address."""
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.md")}
    return {path.removesuffix("index.md"): CODE.sub("", text) for path, text in texts.items()}


def ways_of(text: str) -> list[str]:
    """Where its links lead within the site, without the heading."""
    ways = re.findall(r"\]\(([^)#]+)", text)
    return [way for way in ways if not re.match("https?:|tel:|mailto:", way)]


def test_a_copy_stands_beside_each_page(site, built, guide):
    """In Markdown that any program reads, and named by its page; a page made by the build has none."""
    texts = copies(site)
    linked = {url for url, html in built.items() if attribute(html, "link[type='text/markdown']", "href") == "index.md"}

    assert set(texts) == linked == {page.url for page in guide.pages}
    assert [url for url, text in texts.items() if re.search(r"\{[#.]|\[@|<!--|^(also|sources): ", text, re.M)] == []


def test_links_of_copies_lead_somewhere(site, guide):
    """To another copy, to a page or to a file: each is there. So is each that llms.txt names."""
    broken = [
        (url, way)
        for url, text in copies(site).items()
        for way in ways_of(text)
        if not (site / posixpath.normpath(posixpath.join(url, way))).exists()
    ]
    named = re.findall(r"\]\((.*?)\)", (site / "llms.txt").read_text("utf-8"))

    assert broken == []
    assert sorted(named) == sorted(f"{SITE_URL}{page.url}index.md" for page in guide.pages)


def test_copies_of_safety_pages_lead_to_help_only(site, guide):
    """As the pages themselves do."""
    safe = {page.url for page in guide.of_kind("safety")}
    texts = copies(site)
    led = {posixpath.normpath(posixpath.join(url, way)) for url in safe for way in ways_of(texts[url])}

    assert {f"{way.removesuffix('index.md').rstrip('/')}/" for way in led} <= safe
