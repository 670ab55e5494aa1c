"""What a guide holds at one moment, as plain values that may be kept and compared with another moment's.

It is guide.json, and besides it what tells a change: the texts and papers by their digests, the addresses with the
place where each is written, and the problems.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.changes.alarm import alarm_kept
from guide.changes.blocks import blocks_on_pages
from guide.changes.claims import claims_of
from guide.changes.data import data_of, settings_of
from guide.changes.differences import digest_of
from guide.changes.help import help_of
from guide.changes.order import orders_of
from guide.changes.pictures import Kept
from guide.changes.sentences import said_on_pages
from guide.checks.vouched.facts import facts_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.pdf.paper import Pdfs
from guide.renderers.manifest import manifest_of
from guide.site.addresses import addresses_of

Snapshot = Mapping[str, Any]
"""What `snapshot_of` hands back: a name for each part of it."""


def snapshot_of(
    guide: Guide,
    pdfs: Pdfs,
    problems: Iterable[Problem],
    settings: Mapping[str, str] | None = None,
    files: Mapping[str, Any] | None = None,
    pictures: Mapping[str, Kept] | None = None,
) -> Snapshot:
    """A guide, its papers and what is wrong with it, as values that JSON knows.

    `settings` are those that lead somebody to safety: {where they stand: what they say}; `files` are
    all of them, {file: what is read in it}, and `pictures` what is kept of these (see `pictures_of`).
    """
    papers = {file.url: file.data for sizes in pdfs.values() for file in sizes.values()}
    return {
        "guide": manifest_of(guide, pdfs),
        "texts": {page.url: digest_of(_written(page)) for page in guide.pages},
        "papers": {url: digest_of(data) for url, data in sorted(papers.items())},
        "addresses": _addresses(guide),
        "problems": [vars(problem) for problem in problems],
        "rests": [fact.says for fact in facts_of(guide)],
        "help": help_of(guide, settings or {}),
        "settings": settings_of(files or {}),
        "pictures": dict(pictures or {}),
        "data": data_of(guide),
        "claims": claims_of(guide),
        **_words(guide),
        "orders": orders_of(guide),
        "alarm": alarm_kept(guide),
    }


def _words(guide: Guide) -> dict[str, Any]:
    said = said_on_pages(guide)
    return {"said": said, "blocks": blocks_on_pages(guide, said)}


def _addresses(guide: Guide) -> dict[str, tuple[str, int]]:
    """{address: the file and the line that it comes from} of all that somebody may keep."""
    written = dict(_places(guide))
    whole = (guide.folder, 1)  # of a paper: several files may have a part in it
    pages = {f"/{page.url}": (page.source, 1) for page in guide.pages}
    found = {**pages, **written}
    return {address: found.get(address, pages.get(address.partition("#")[0], whole)) for address in addresses_of(guide)}


def _places(guide: Guide) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each place on a page whose line is known."""
    for page in guide.pages:
        named = [(one.id, one.line) for one in (*page.headings, *page.questions)]
        named += [(f"{one.id}-{item.id}", item.line) for one in page.checklists for item in one.items]
        yield from ((f"/{page.url}#{place}", (page.source, line)) for place, line in named)


def _written(page: Page) -> bytes:
    front_matter = json.dumps(page.written, default=str, sort_keys=True)
    return f"{front_matter}\n{page.text}".encode("utf-8", errors="surrogateescape")
