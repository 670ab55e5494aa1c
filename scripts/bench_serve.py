"""How long an author waits: for the first page, and for a saved word; ours beside stock Material's, in the same run."""

import re
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from served import Served, copied

LARGE = 1000  # pages
LONG = 600.0  # seconds, on a machine that has other work as well
PLAIN = re.compile(r"[A-Z][^\[\]<>|{}_*`#\n]{80,}[.?]")
PARAGRAPHS = 14  # of a page that is made for it; our own have as many


def compare(docs: Path, folder: Path, stock: Callable[[Path, Path], Path]) -> Iterator[tuple[str, str]]:
    """Each figure, at the size of the guide and at 1,000 pages. `stock` writes settings for a folder of pages."""
    (folder / "large").mkdir()
    for name, pages in (("our size", docs), (f"{LARGE} pages", enlarged(docs, folder / "large/docs"))):
        ours = copied(folder / name, pages, nav=pages == docs)
        cold = waits(Served(ours, soon=LONG, GUIDE_CACHE=str(folder / f"{name}, cache")))
        warm = waits(Served(ours, soon=LONG, GUIDE_CACHE=str(folder / f"{name}, cache")))
        theirs = waits(Served(ours, soon=LONG, command=stock_command(stock(ours, ours / "docs"))))
        number = sum(1 for _ in pages.rglob("*.md"))
        yield f"{name} ({number} pages): first page, saved word", ""
        yield "  stock Material", "  ".join(f"{one:.1f} s" for one in theirs)
        yield "  ours, for the first time", "  ".join(f"{one:.1f} s" for one in cold)
        yield "  ours, started again", "  ".join(f"{one:.1f} s" for one in warm)


def waits(served: Served) -> tuple[float, float]:
    """Seconds from the start to the first page, and from a save to its word on that page."""
    file = served.project / "docs/index.md"
    text, word = file.read_text(encoding="utf-8"), f"Savedword{time.time_ns()}"
    try:
        served.page()
        first = time.monotonic() - served.begun
        time.sleep(1)  # nobody writes a word that soon
        begun = time.monotonic()
        file.write_text(f"{text}\n{word}\n", encoding="utf-8")
        served.page(words=word)
        return first, time.monotonic() - begun
    finally:
        file.write_text(text, encoding="utf-8")
        served.end()


def stock_command(config: Path) -> list[str]:
    """What starts MkDocs' own server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["mkdocs", "serve", "--config-file", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    # Its log is told at once, for it says there where it serves.
    return [sys.executable, "-u", "-m", *words]


def enlarged(docs: Path, folder: Path) -> Path:
    """Our guide with as many pages of its own sentences added as make it large."""
    shutil.copytree(docs, folder)
    pages = sorted(docs.rglob("*.md"))
    sentences = cycle([one for page in pages for one in PLAIN.findall(page.read_text(encoding="utf-8"))])
    (folder / "more").mkdir()
    for number in range(LARGE - len(pages)):
        text = "\n\n".join(islice(sentences, PARAGRAPHS))
        (folder / f"more/{number}.md").write_text(f"# More, {number}\n\n{text}\n", encoding="utf-8")
    return folder
