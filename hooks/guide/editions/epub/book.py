"""A guide as an EPUB 3: one file that every reading program and many e-readers open, the same bytes on every build."""

import posixpath
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from guide.editions.archive import ending_of, moment_of, zipped
from guide.editions.epub.addresses import address_of, on_the_site
from guide.editions.epub.chapter import chapter_tree, ids_of, lead, reword_ways_out, show_pictures
from guide.editions.epub.contents import Entry, contents_of, pages_of
from guide.editions.epub.imprint import Imprint
from guide.editions.epub.tree import held_in, to_xml
from guide.model.guide import Guide
from guide.model.page import Page
from guide.pdf.paper import Pdfs
from guide.renderers import OWN_PARTS, PARTS
from guide.renderers.checklists import print_address
from guide.renderers.fragments import render_template
from guide.renderers.part_requests import fill
from guide.renderers.place import Place
from guide.renderers.small import small
from guide.text.addresses import parts_of
from guide.text.direction import with_numbers_apart

# What the dialect asks for on a screen and a book has no use for.
ON_SCREEN = {"checklist-tools", "sheet-tools", "print"}
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml"}  # fmt: skip # noqa: E501
FOR_THE_SITE = "<template></template>"
"""In the place of a part that a book does not hold, until a heading with nothing else below it has gone with it."""
PLACE = re.compile(r'(?P<link><a\b[^<>]*?\shref="(?P<file>\d{3,}\.xhtml))#(?P<place>[^"]*)"')
"""A way to a place in another chapter, as it is written here."""
ELSEWHERE = {"http", "https", "mailto", "tel"}
"""Epubcheck knows no `sms:`; such a number stands in words."""


@dataclass
class Book:
    """A book while it is made."""

    guide: Guide
    imprint: Imprint
    entries: tuple[Entry, ...]
    theme: Path
    """The folder of the templates: `book/` and `fragments/`."""
    pdfs: Pdfs
    read: Callable[[str], bytes | None]
    """A picture of the guide by its path from the docs folder; None where there is none."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """{file: the places in it that a link can lead to}."""
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """{path in the guide: (name in the book, content)}."""

    @cached_property
    def pages(self) -> list[Page]:
        """Its chapters, in reading order."""
        return pages_of(self.entries)

    @cached_property
    def identifier(self) -> uuid.UUID:
        """What tells it from every other book."""
        return uuid.uuid5(uuid.NAMESPACE_URL, self.imprint.address or self.imprint.name)

    @cached_property
    def names(self) -> dict[str, str]:
        """{address: file}. A number says nothing of what a chapter is about."""
        return {page.url: f"{number:03}.xhtml" for number, page in enumerate(self.pages, 1)}

    @cached_property
    def lists(self) -> dict[str, str]:
        """A checklist's page for paper is not in the book; the list itself is."""
        lists = {print_address(one): one for one in self.guide.checklists}
        return {paper: f"{one.page}#{one.id}-list" for paper, one in lists.items() if paper != one.page}

    def _html(self, page: Page) -> str:
        """A page with all its parts put in."""
        # Without an address a file for paper could not be reached from the book.
        pdfs = self.pdfs if self.imprint.address else {}
        here = Place(self.guide, page.url, self.theme / "fragments", pdfs=pdfs)
        html = page.html
        for name, render in {**PARTS, **OWN_PARTS}.items():
            if name not in ON_SCREEN:
                html = fill(html, name, lambda argument, render=render: render(here, argument) or FOR_THE_SITE)
        return html

    def way(self, page: Page, target: str) -> str | None:
        """Where a link on a page leads in the book; on the site, for what is not in it; None for nowhere.

        Whether there is such a place in another chapter is seen when all of them are made.
        """
        parts = parts_of(target)
        if parts.scheme or parts.netloc:
            return target if parts.scheme in ELSEWHERE else None
        url, fragment = self._address(page, unquote(parts.path)), unquote(parts.fragment)
        if url in self.lists:
            url, _, fragment = self.lists[url].partition("#")
        if url not in self.names:
            return on_the_site(self.imprint.address, url, fragment)
        if url != page.url:
            return self.names[url] + (f"#{fragment}" if fragment else "")
        if not parts.fragment:
            return self.names[url]
        return f"#{fragment}" if fragment in self.ids[self.names[url]] else None

    def _address(self, page: Page, path: str) -> str:
        return address_of(self.guide, page, path, lambda file: self.read(file) is not None)

    def _tab_of(self, page: Page, target: str) -> str:
        """What a page is called where others may look."""
        leads_to = self.guide.page_at(self._address(page, unquote(parts_of(target).path)))
        return (leads_to.fields.get("tab") or leads_to.title) if leads_to else ""

    def picture(self, page: Page, source: str) -> str | None:
        """The name in the book of a picture on a page; None where it cannot be taken along."""
        folder = posixpath.dirname(page.file)
        path = posixpath.normpath(posixpath.join(folder, unquote(source)))
        ending = ending_of(path)
        if parts_of(source).scheme or ending not in PICTURES:
            return None
        if path not in self.pictures:
            content = self.read(path)
            if content is None:
                return None
            self.pictures[path] = (f"picture-{len(self.pictures) + 1}{ending}", content)
        return self.pictures[path][0]

    def chapter(self, page: Page) -> str:
        """One chapter as a whole XHTML file; a large guide's are never held as trees at once."""
        tree = chapter_tree(with_numbers_apart(self._html(page)))
        self.ids[self.names[page.url]] = ids_of(tree)
        reword_ways_out(tree, lambda target: self._tab_of(page, target))
        lead(tree, lambda target: self.way(page, target))
        show_pictures(tree, lambda source: self.picture(page, source))
        heading = tree.find(".//h1") is not None
        return self.render("chapter.xhtml", page=page, body=to_xml(tree), has_heading=heading)

    def settled(self, chapter: str) -> str:
        """The chapter with its ways to places that another one does not have leading to that other's beginning."""

        def lead_to(found: re.Match[str]) -> str:
            return found[0] if unescape(found["place"]) in self.ids[found["file"]] else f'{found["link"]}"'

        return PLACE.sub(lead_to, chapter)

    def render(self, template: str, **values: Any) -> str:
        """Fill a template of the book."""
        words = self.guide.data.get("words") or {}
        shared = {"book": self, "imprint": self.imprint, "words": words, "entries": self.entries, "names": self.names}
        return render_template(self.theme, f"book/{template}", **shared, **values)


def make_epub(
    guide: Guide,
    imprint: Imprint,
    nav: list[Any] | None,
    theme: Path,
    pdfs: Pdfs,
    read: Callable[[str], bytes | None] = lambda path: None,
) -> bytes:
    """The book of a guide. It bears the day of its newest review, or SOURCE_DATE_EPOCH (seconds since 1970)."""
    book = Book(guide, imprint, contents_of(guide, nav), theme, pdfs, read)
    moment = moment_of(book.pages)
    # As bytes they take half the room.
    drafts = {book.names[page.url]: book.chapter(page).encode() for page in book.pages}
    chapters = {name: book.settled(drafts.pop(name).decode()).encode() for name in list(drafts)}
    drawn = {name: held for name, text in chapters.items() if (held := held_in(text))}
    media = [(name, PICTURES[posixpath.splitext(name)[1]]) for name, _ in book.pictures.values()]
    package = book.render("package.opf", moment=moment, drawn=drawn, media=media)
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": book.render("container.xml"),
        "EPUB/package.opf": package,
        "EPUB/contents.xhtml": book.render("contents.xhtml"),
        "EPUB/toc.ncx": book.render("toc.ncx"),
        **({"EPUB/cover.png": imprint.cover} if imprint.cover else {"EPUB/cover.svg": book.render("cover.svg")}),
        "EPUB/cover.xhtml": book.render("cover.xhtml"),
        "EPUB/opening.xhtml": book.render("opening.xhtml"),
        "EPUB/book.css": small((theme / "book/book.css").read_text(encoding="utf-8"), "book.css"),
        **{f"EPUB/{name}": text for name, text in chapters.items()},
        **{f"EPUB/{name}": content for name, content in book.pictures.values()},
    }
    return _packed(files, moment)


def _packed(files: dict[str, str | bytes], moment: datetime) -> bytes:
    """The files as EPUB wants them: its type first, and not compressed."""
    media = ("mimetype", "application/epub+zip", False)
    return zipped([media, *((name, content, True) for name, content in files.items())], moment)
