"""The e-book of any guide, however odd its pages: valid by epubcheck, whole, and the same bytes each time."""

import io
import re
import zipfile

import pytest
from books import ODD, PIXEL, book_of, faults, texts_in
from guide.reading.files import read_texts
from projects import ROOT

SITES = ROOT / "tests/sites"


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", ["bicycle", "bare", "mistakes"])
def test_any_guide_makes_a_valid_book(name, tmp_path):
    """So of the book of another guide, without navigation, address or data."""
    assert faults(book_of(read_texts(SITES / name / "docs"), name="Räder & “Spokes”"), tmp_path) == []


def test_odd_pages_make_a_valid_book(tmp_path):
    """Pictures, footnotes, HTML by hand with tags left open, and links to nowhere do not break a book.

    The one fault that was put into it, a link to no place, is found out, and no other.
    """
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


@pytest.mark.parametrize(("day", "year"), [("0206-11-28", "1980"), ("2206-11-28", "2107")])
def test_a_day_that_no_file_can_bear(day, year):
    """A slip of an author's stops no build: the book bears the nearest day that it can."""
    book = book_of({"index.md": f"---\nreviewed: {day}\n---\n# A\n"})

    assert f'modified">{year}-' in texts_in(book)["EPUB/package.opf"]


def test_an_id_is_one_word_and_stands_once():
    """The first keeps it; what is empty or holds a space is none."""
    text = "# A\n\n<p id='b'>1</p>\n\n<p id='c d'>2</p>\n\n<p id=''>3</p>\n\n## B {#b}\n\n<p id='e'>4</p>\n"
    chapter = texts_in(book_of({"index.md": text}))["EPUB/001.xhtml"]

    assert re.findall(r'\sid="([^"]*)"', chapter.partition("<body")[2]) == ["a", "b", "e"]


def test_nothing_is_left_of_what_is_for_the_site():
    """A section that held nothing but a part of the site is gone with its heading; one with words stays."""
    text = "# A\n\n## Take it along\n\n<!-- guide: editions -->\n\n## Words\n\nStay.\n"
    chapter = texts_in(book_of({"index.md": text}))["EPUB/001.xhtml"]

    assert re.findall(r"<h2[^>]*>(.*)</h2>", chapter) == ["Words"]


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


def test_links_from_a_folder_to_the_site():
    """What is not in the book is led to where it stands on the site, and to its place there."""
    ways = ["left-out.md#for-the-site", "../cup.png", "../a%20cup.png", "../guide.json", "../pdf/two-a4.pdf"]
    texts = {**ODD, "a/left-out.md": ODD["left-out.md"], "a/b.md": "# B\n" + "".join(f" [x]({way})" for way in ways)}
    files = {"cup.png": PIXEL, "a cup.png": PIXEL}
    chapter = texts_in(book_of(texts, files=files, address="https://tea.example/t/"))["EPUB/002.xhtml"]

    assert re.findall(r'href="https://tea.example/t/([^"]+)">x<', chapter) == [
        "a/left-out/#for-the-site",
        "cup.png",
        "a%20cup.png",
        "guide.json",
        "pdf/two-a4.pdf",
    ]


def test_a_place_without_a_way_is_no_link():
    """What is only there to be led to leads nowhere itself."""
    chapter = texts_in(book_of({"index.md": "# A\n\n<a id='x'>Here</a> and [there](#x)\n"}))["EPUB/001.xhtml"]

    assert '<p><a id="x">Here</a> and <a href="#x">there</a></p>' in chapter


def test_pictures_are_taken_along():
    """A picture of the guide is in the book; one that is not there, or stands elsewhere, is told by its words."""
    files = texts_in(book_of(ODD))

    assert 'src="picture-1.png"' in files["EPUB/001.xhtml"]
    assert "EPUB/picture-1.png" in files
    assert re.findall(r"<span>(Gone|Far)</span>", files["EPUB/001.xhtml"]) == ["Gone", "Far"]
    assert 'href="picture-1.png" media-type="image/png"' in files["EPUB/package.opf"]


def test_parts_of_the_book():
    """The contents follow the navigation; a part with one chapter is that chapter, and an empty one is gone."""
    nav = [{"T": "./two.md"}, {"Part": [{"H": "index.md"}, "two.md"]}, {"One": ["index.md"]}, {"None": ["left-out.md"]}]
    contents = texts_in(book_of(ODD, nav))["EPUB/contents.xhtml"]
    toc = contents.partition("</nav>")[0]

    assert re.findall(r'<(?:a href="(\d+).xhtml"|span)>([^<]+)<', toc) == [
        ("001", "two"),
        ("", "Part"),
        ("002", "Tea &amp; cake"),
        ("001", "two"),
        ("002", "Tea &amp; cake"),
    ]
