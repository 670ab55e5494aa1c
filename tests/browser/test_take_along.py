"""The edition to take along, unpacked into a folder with spaces in its name, and opened without a server."""

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from windows import EXIT, KINDS, stored, window

LEADING = {"a": "href", "link": "href", "script": "src", "img": "src"}


@pytest.fixture(scope="session")
def folder(site, tmp_path_factory) -> Path:
    """The folder that a reader has after unpacking the file."""
    place = tmp_path_factory.mktemp("away") / "my own files & things"
    with zipfile.ZipFile(site / "print/mend.zip") as archive:
        archive.extractall(place)
    return place / "mend"


@pytest.fixture(scope="session")
def root(folder) -> str:
    """Its address on this machine."""
    return folder.as_uri() + "/"


@pytest.fixture(scope="session")
def pages(folder) -> dict[str, LexborHTMLParser]:
    """Every page in it, by its place."""
    found = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix(): LexborHTMLParser(path.read_text("utf-8")) for path in found}


def links_of(page: LexborHTMLParser) -> list[str]:
    """Everything that a page leads to or asks for."""
    return [node.attributes[name] or "" for tag, name in LEADING.items() for node in page.css(f"{tag}[{name}]")]


def broken(pages: dict[str, LexborHTMLParser], folder: Path) -> list[str]:
    """Each link that leads to no file, or to no place in one: `page -> link`."""
    ids = {place: {node.attributes["id"] for node in page.css("[id]")} for place, page in pages.items()}
    found = []
    for place, page in pages.items():
        for link in links_of(page):
            target = urlsplit(urljoin(f"file:///{place}", link))
            if target.scheme != "file":
                continue
            path = unquote(target.path).lstrip("/")
            there = (folder / path).is_file() and not re.match(r"(\.\./){9}", link)
            if not there or (target.fragment and unquote(target.fragment) not in ids.get(path, set())):
                found.append(f"{place} -> {link}")
    return found


def test_every_link_leads_to_a_file(pages, folder):
    """Every page of the site is in the folder, and each link in it to a file, and to a place where it names one."""
    assert len(pages) > 90
    assert broken(pages, folder) == []


def test_broken_links_are_seen(pages, folder):
    """The search for broken links finds a folder, a missing file and a missing place."""
    page = LexborHTMLParser('<a href="steps/">1</a><a href="x.html">2</a><a href="#no">3</a><a href="index.html">4</a>')

    assert broken({**pages, "p.html": page}, folder) == ["p.html -> steps/", "p.html -> x.html", "p.html -> #no"]


def test_no_page_says_where_it_came_from(pages, site):
    """No page names the site's address or its sources, and none has a canonical one; the site's own pages do."""
    whole = "".join(page.html for page in pages.values())

    assert re.findall(r"mend\.example|github\.com/example", whole) == []
    assert 'rel="canonical"' not in whole
    assert 'rel="canonical" href="https://mend.example/"' in (site / "index.html").read_text("utf-8")


@pytest.mark.browser
def test_pages_of_every_kind_open(browser, root):
    """Each opens without an error, with its styles and scripts, and asks for nothing outside of the folder."""
    asked, lost = set(), []
    with window(browser, root, "index.html") as page:
        page.on("request", lambda request: asked.add(request.url))
        page.on("requestfailed", lambda request: lost.append((request.url, request.failure)))
        for kind, path in KINDS.items():
            if kind == "404":
                continue
            page.goto(f"{path}index.html")
            page.wait_for_load_state("networkidle")
            assert page.evaluate("getComputedStyle(document.body).margin") == "0px", kind
            assert page.locator(".colour .keep[hidden]").count() == 0, kind
        kept = stored(page)

    assert kept == {}
    # What was still on its way when the next page was opened is not lost.
    assert [one for one in lost if one[1] != "net::ERR_ABORTED"] == []
    assert [url for url in asked if not url.startswith(root)] == []
    assert len([url for url in asked if url.endswith((".css", ".js"))]) > 5


@pytest.mark.browser
def test_from_page_to_page_and_back(browser, root):
    """Links, the contents, and the browser's own back and forward work."""
    with window(browser, root, "index.html") as page:
        page.get_by_role("link", name="Rebuild trust", exact=True).click()
        page.wait_for_url(f"{root}steps/trust/index.html")
        page.get_by_role("link", name="After a betrayal").first.click()
        page.wait_for_url(f"{root}start/after-a-betrayal/index.html*")
        page.go_back()
        page.go_back()
        page.wait_for_url(f"{root}index.html")
        page.go_forward()

        assert page.url == f"{root}steps/trust/index.html"


@pytest.mark.browser
def test_the_search_finds(browser, root):
    """It finds misspelt words, puts safety first, shows a line, and leads to the page in the folder."""
    with window(browser, root, "steps/talk/index.html") as page:
        page.locator("[data-guide=search-open]:visible").first.click()
        page.locator("[data-guide=search-input]").fill("i am scared of him")
        page.wait_for_selector("[data-guide=search-result]")
        first = page.locator("[data-guide=search-result]").first.get_attribute("href")
        page.locator("[data-guide=search-input]").fill("rebuild trsut")
        page.wait_for_function(
            "() => document.querySelector('[data-guide=search-result]')?.textContent.includes('Rebuild trust')"
        )
        page.locator(".search .line mark").first.wait_for()
        page.locator("[data-guide=search-result]").first.click()
        page.wait_for_url(f"{root}*/*/index.html*")

        assert first == f"{root}start/read-first/index.html"
        assert "Rebuild" in page.locator("h1").text_content()


@pytest.mark.browser
def test_questions_are_filtered(browser, root):
    """The box on the index of questions shows those that match."""
    with window(browser, root, "faq/index.html") as page:
        page.locator("[data-guide=question-filter]").fill("is it too late")
        page.locator(".filter [role=status]:not(:empty)").wait_for()
        page.locator("[data-guide=question]:visible a").first.click()

        assert page.url.startswith(f"{root}faq/over/index.html#too-late")


@pytest.mark.browser
def test_a_sheet_is_kept_only_when_asked(browser, root):
    """Words on a sheet are gone with the page, unless they are kept; "forget" takes them away."""
    with window(browser, root, "worksheets/check-in/index.html") as page:
        area = page.locator("textarea").first
        page.on("dialog", lambda dialog: dialog.accept())  # whoever leaves unkept words is asked
        area.fill("A good word")
        before = stored(page)
        page.reload()
        assert (before, area.input_value()) == ({}, "")

        area.fill("A good word")
        page.locator("[data-guide=remember]").click()
        page.reload()
        assert area.input_value() == "A good word"

        page.get_by_role("button", name="Forget my answers").click()
        assert stored(page) == {}


@pytest.mark.browser
def test_a_list_is_ticked(browser, root):
    """A checklist counts its ticks, and keeps them only when asked."""
    with window(browser, root, "steps/trust/index.html") as page:
        page.locator(".checklist [type=checkbox]").first.check()
        assert page.locator(".checklist [role=status]").text_content().startswith("1 of ")
        assert stored(page) == {}

        page.get_by_role("button", name="Keep my ticks on this device").click()
        page.reload()
        assert page.locator(".checklist :checked").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("path", ["worksheets/check-in/", "start/read-first/"])
def test_leave_leads_away(browser, root, path):
    """The button leads to the neutral site, and Back leads to no page of the guide."""
    with window(browser, root, "index.html") as page:
        page.goto(f"{path}index.html")
        page.locator(".bar [data-guide=exit]").click()
        page.wait_for_url(EXIT)
        page.go_back(wait_until="commit")
        page.wait_for_url(EXIT)
