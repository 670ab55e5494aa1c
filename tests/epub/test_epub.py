"""The guide as an e-book: valid by epubcheck, whole, and safe."""

import io
import re
import struct
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from books import ODD, OPS, XHTML, book_of, chapters_of, faults, offered_book, texts_in

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"

book = pytest.fixture(scope="session")(offered_book)
chapters = pytest.fixture(scope="session")(chapters_of)


def headings(chapters: Mapping[str, ElementTree.Element]) -> list[str]:
    """The first heading of each chapter."""
    return [" ".join("".join(tree.find(f".//{XHTML}h1").itertext()).split()) for tree in chapters.values()]


def test_epubcheck_has_nothing_to_say(book, tmp_path):
    """Of the real guide's book: no error, no warning."""
    assert faults(book, tmp_path) == []


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
    assert "Text 114" in "".join(text for tree in chapters.values() for text in tree.itertext())
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
        text = "".join(chapters[name].itertext())
        assert "no “Leave” button" in text
        assert not re.search(r"Press Leave|tap Shift|Leave and Shift|Shift, tapped", text), name


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


def test_older_readers_find_the_contents(book, chapters):
    """Those of the second edition of the format look for a file of their own; it holds the same, in the same order."""
    contents = chapters["contents.xhtml"].find(f".//{XHTML}nav[@{OPS}type='toc']")
    lines = ["".join(line[0].itertext()) for line in contents.iter(f"{XHTML}li")]
    points = ElementTree.fromstring(texts_in(book)["EPUB/toc.ncx"].encode())
    labels = ["".join(label.itertext()).strip() for label in points.iter(f"{NCX}navLabel")]
    leads_to = [point.get("src") for point in points.iter(f"{NCX}content")]

    assert labels == ["Mend", *lines]
    assert set(leads_to) == {"opening.xhtml", *(name for name in chapters if name[0].isdigit())}


def test_what_must_not_leave_the_screen(book):
    """“I'd be afraid to answer” stands nowhere in it; the way to safety does."""
    everything = "".join(texts_in(book).values())
    ways = re.findall(r'<a class="way-out" href="([^"]+)">([^<]+)<', everything)

    assert "afraid to answer" not in everything
    assert ways == [("001.xhtml", "Before you begin")] * 10


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
