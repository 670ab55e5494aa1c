"""No two things stand at one place of the site: pages, files, what is made of them, and what the build makes itself."""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from guide.model.guide import Guide
from guide.model.papers import PAPERS, PDFS, WORKBOOK
from guide.model.problems import Problem
from guide.renderers.checklists import print_address

MADE = (
    "404.html",
    "assets/card.png",
    "_headers",
    "guide.json",
    "llms.txt",
    "robots.txt",
    "assets/speculation-rules.json",
    "sitemap.xml",
    "worker.js",
)
"""What the build makes at the same place in every guide; the rest depends on its pages."""


@dataclass(frozen=True)
class _Claim:
    """What is to stand at one place of the site."""

    place: str
    """The file, from the root of the site."""
    what: str
    source: str = ""
    """The file whose author can move it; "" for what is the theme's, or the build's own."""
    line: int = 1


def check_places(guide: Guide, media: list[str], folder: str, theme_files: Collection[str]) -> Iterator[Problem]:
    """No two things at one place, however a disk or a host spells it, and no folder at the place of a file."""
    taken: dict[str, _Claim] = {}
    claims = [*_claims(guide, media, folder, theme_files)]
    for claim in claims:
        other = taken.setdefault(_spelt(claim.place), claim)
        if other is not claim and (claim.source or other.source):
            yield _taken(claim, other)
    for claim in claims:
        above = [_copied(str(parent)) for parent in PurePosixPath(_spelt(claim.place)).parents][:-1]
        other = next((taken[folder] for folder in above if folder in taken), None)
        if other and (claim.source or other.source):
            yield _taken(claim, other)


def _claims(guide: Guide, media: list[str], folder: str, theme_files: Collection[str]) -> Iterator[_Claim]:
    for path in (*MADE, *(path for path in theme_files if path not in MADE)):
        yield _Claim(path, "what the build makes itself")
    for page in guide.pages:
        yield _Claim(f"{page.url}index.html", "the page", page.source)
        yield _Claim(f"{page.url}index.md", "its copy in Markdown")
    for path in media:
        yield _Claim(path, "the file", f"{folder}/{path}")
    yield from (_Claim(*paper) for paper in papers_of(guide))
    yield from _examples(guide)
    known = {page.url for page in guide.pages}
    for page in guide.pages:
        # That an old address is another page's is told already.
        for alias in set(page.aliases) - known:
            yield _Claim(f"{alias}index.html", "the old address", page.source, page.lines.get("aliases", 1))


def papers_of(guide: Guide) -> Iterator[tuple[str, str, str, int]]:
    """Pages and files made for paper: where each stands, what it is, and what it is made of, "" and 1 for a PDF."""
    for one in guide.printed_checklists:
        yield f"{print_address(one)}index.html", "the page for paper of a checklist", one.source, one.line
    names = [WORKBOOK, *(sheet.id for sheet in guide.worksheets), *(one.id for one in guide.printed_checklists)]
    for name in dict.fromkeys(names):
        yield from ((f"{PDFS}{name}-{paper}.pdf", "a file for paper", "", 1) for paper in PAPERS)


def _examples(guide: Guide) -> Iterator[_Claim]:
    for one in guide.examples:
        source = guide.data_file(f"examples/{one.sheet}.yml")
        yield _Claim(f"{one.address}index.html", "the page of an example", source)
        yield from (_Claim(f"{PDFS}{one.id}-{paper}.pdf", "an example on paper", source) for paper in PAPERS)


def _spelt(place: str) -> str:
    return unicodedata.normalize("NFC", place).casefold()


def _copied(place: str) -> str:
    """The file beside which a compressed copy stands at a place (`guide.json` for `guide.json.br`); else the place."""
    return place.removesuffix(".br").removesuffix(".gz")


def _taken(claim: _Claim, other: _Claim) -> Problem:
    mine, its = (claim, other) if claim.source else (other, claim)
    whose = f"{its.what} ({its.source}:{its.line})" if its.source else its.what
    return Problem(
        mine.source,
        mine.line,
        f"Two things are to stand at “{mine.place}”: {mine.what} ({mine.source}), and {whose}.",
        "Only one of them would be there, and a link to the other would reach the wrong one.",
        "Give this one another name.",
    )
