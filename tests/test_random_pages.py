"""Whatever is written, each word is on the page, in its copy, in the e-book and on paper; or a Problem tells."""

import html
import io
import re
import unicodedata
import zipfile
from pathlib import Path

import pypdf
import pytest
from guide.editions.epub.book import make_epub
from guide.editions.epub.imprint import Imprint
from guide.model.problems import ERROR
from guide.pdf.paper import make_pdfs
from guide.reading.settings import site_of
from guide.renderers.markdown import render_markdown
from guide.renderers.place import Place
from guide.site.loader import load_guide
from projects import ROOT
from random_pages import Author
from selectolax.lexbor import LexborHTMLParser
from test_cases import html_of

FEW, MANY, SHARES = 40, 400, 4
OTHERS = {"_data/audiences.yml": "alone: On your own\n", "index.md": "# Home\n", "other.md": "# Other\n\nWords.\n"}
THEME = ROOT / "overrides"
SITE = site_of("A guide", "https://guide.example/", "en")


def squeezed(text: str) -> str:
    """A text without its spaces, which paper and pages set as they like; quotes and ligatures written in one way."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("’", "'")


def read_anew(author: Author, cache: Path) -> tuple[dict[str, str], set[int]]:
    """{where: the words that a reader finds there}, and the lines of which something is told."""
    guide, problems = load_guide({**OTHERS, "a.md": author.text})
    page = next(page for page in guide.pages if page.file == "a.md")
    pdfs, faults = make_pdfs(guide, SITE, THEME / "print", cache)
    found = {
        "the page": LexborHTMLParser(html_of(guide, page)).body.text(),
        "the copy": render_markdown(Place(guide, page.url, THEME / "fragments")),
        "the book": _in_book(make_epub(guide, Imprint("A guide"), None, THEME, {})),
    }
    told = {one.line for one in (*problems, *faults) if one.path == page.source and one.severity == ERROR}
    if author.kind == "worksheet" and ("a" in pdfs or not told):
        sides = pypdf.PdfReader(io.BytesIO(pdfs["a"]["a4"].data)).pages
        found["the paper"] = "".join(side.extract_text() for side in sides)
    return found, told


def _in_book(book: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        chapters = [opened.read(name).decode() for name in opened.namelist() if re.search(r"\d\.xhtml$", name)]
    return html.unescape(re.sub(r"<[^>]*>", "", "".join(chapters)))


def lost(author: Author, found: dict[str, str], told: set[int]) -> list[str]:
    """The words that are missing somewhere, and of whose block nothing is told."""
    texts = {where: squeezed(text) for where, text in found.items()}
    gone = [(word, where) for word in author.words for where, text in texts.items() if squeezed(word) not in text]
    return [f"{word} in {where}" for word, where in gone if told.isdisjoint(author.lines_of(word))]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_word_is_lost_in_silence(share, tmp_path, request):
    """Of pages of all constructs, in each other and beside each other, by chance."""
    number = MANY if request.config.getoption("all") else FEW
    pages = {seed: Author(seed) for seed in range(share, number, SHARES)}

    assert {seed: gone for seed, page in pages.items() if (gone := lost(page, *read_anew(page, tmp_path)))} == {}


def test_most_pages_are_sound():
    """A writer whose pages were all refused would find nothing; nor would one who writes no sheets."""
    pages = [Author(seed) for seed in range(FEW)]
    sound = [not load_guide({**OTHERS, "a.md": page.text})[1] for page in pages]

    assert sum(sound) > 0.7 * len(pages)
    assert sum(page.kind == "worksheet" for page in pages) > len(pages) / 4


def test_a_lost_word_is_seen():
    """Where a word is missing in one place, that is told; unless a Problem names its block."""
    page = Author(1)
    word = page.words[-1]
    found = {"the page": page.text, "the book": page.text.replace(word, "")}

    assert lost(page, found, set()) == [f"{word} in the book"]
    assert lost(page, found, {page.lines_of(word)[1]}) == []
