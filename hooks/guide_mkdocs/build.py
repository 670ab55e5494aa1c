"""What a build reads and makes before its first page is shown: the guide, its problems, its papers and editions."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from guide.cache import folder_for
from guide.checks.html_tags import let_go_of_texts
from guide.editions.archive import file_name, moment_of
from guide.editions.epub.book import make_epub
from guide.editions.epub.imprint import Imprint
from guide.editions.folder import pack
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem, in_order
from guide.model.site_file import SiteFile
from guide.pdf.card import COVER, make_card
from guide.pdf.paper import Pdfs, make_pdfs
from guide.reading.files import templates_in
from guide.reading.pages import NOTHING_KEPT
from guide.reading.pages import read_guide as read_pages
from guide.site.leaving import check_leaving
from guide.site.loader import load_guide
from guide.site.publishing import check_publishing, page_templates
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from guide_mkdocs.mending import check_mending, edit_urls_of, line_mark
from guide_mkdocs.serving.served import served_of
from guide_mkdocs.settings.facts import (
    folder_of_pages,
    home_of,
    language_of,
    markdown_of,
    site_facts,
    theme_of,
    ways_of,
)
from guide_mkdocs.settings.let_through import check_let_through
from guide_mkdocs.settings.whole import check_theme, insist_on_all
from guide_mkdocs.sources import EDITIONS, leave_out, publishing_of, texts_of, urls_of
from guide_mkdocs.theme.marks import mark_of
from guide_mkdocs.unseen import check_unseen


@dataclass(frozen=True)
class BuildResult:
    """All that one build has read and made."""

    guide: Guide
    problems: list[Problem]
    pdfs: Pdfs
    editions: dict[str, SiteFile]
    """The whole guide as one file, by the name of its form."""
    edit_urls: dict[str, str]
    """Where each source can be mended, by its path; empty where the site names no repository."""
    line_mark: str
    """What is put behind such an address to lead to a `{line}`; "" where nothing leads there."""
    urls: dict[str, str]
    """Where each file of the site stands, by its path from the folder of pages."""
    templates: list[str]
    """The templates of the theme that a page may name."""
    generated: dict[str, str] = field(default_factory=dict)
    """The HTML of pages that the build makes, by their path."""
    changed: dict[str, Page] = field(default_factory=dict)
    """Pages whose text another plugin has changed since they were read, read again; by their path."""


_results: WeakKeyDictionary[Files, BuildResult] = WeakKeyDictionary()


def build_of(files: Files, config: MkDocsConfig) -> BuildResult:
    """The guide of this build and all that belongs to it; read and made once."""
    if files not in _results:
        insist_on_all(config)
        served = served_of(config)
        if served and served.at_once:
            guide, problems, pdfs, editions = *_read_at_once(files, config), served.pdfs, served.editions
        else:
            guide, problems, pdfs = read_build(files, config)
            editions = _editions_of(guide, pdfs, files, config)
        edit_urls, templates = edit_urls_of(guide, config), page_templates(templates_in(theme_of(config)))
        urls = {**guide.made, **urls_of(files)}
        result = BuildResult(guide, problems, pdfs, editions, edit_urls, line_mark(config), urls, templates)
        _results[files] = result
        if served:
            served.result = result
    return _results[files]


def read_build(files: Files, config: MkDocsConfig, folder: str = "") -> tuple[Guide, list[Problem], Pdfs]:
    """The guide that these files make, everything that is wrong with it, and its papers.

    Those that are not to be published are taken out of them.

    `folder` is what the folder of pages is called, where it is not called as seen from the project's root.
    """
    guide, problems = read_guide(files, config, folder)
    served = served_of(config)
    if served:
        served.tell(problems)
    else:
        let_go_of_texts()
    pdfs, faults = _pdfs_of(guide, config)
    return guide, in_order([*problems, *faults]), pdfs


def read_guide(files: Files, config: MkDocsConfig, folder: str = "") -> tuple[Guide, list[Problem]]:
    """The same without the papers, which take longest."""
    folder = folder or folder_of_pages(config)
    found, publishing = leave_out(files, publishing_of(folder, config), config)
    guide, problems = load_guide(*_written(files, config, folder))
    problems += [
        *check_publishing(guide, found, publishing),
        *check_leaving(guide, ways_of(config)),
        *check_theme(files, config),
        *check_let_through(config),
        *check_unseen(config, publishing),
    ]
    return guide, [*problems, *check_mending(config)]


def _read_at_once(files: Files, config: MkDocsConfig) -> tuple[Guide, list[Problem]]:
    """The guide, and what is seen in reading it; the rules are for the build of the whole site, which follows."""
    folder = folder_of_pages(config)
    leave_out(files, publishing_of(folder, config), config)
    return read_pages(*_written(files, config, folder))


def _written(files: Files, config: MkDocsConfig, folder: str) -> tuple[Any, ...]:
    """All that a guide is read from, and by whom."""
    texts, address, served = texts_of(files, config), site_facts(config)["address"], served_of(config)
    reader = served.reader if served else NOTHING_KEPT
    return texts, folder, markdown_of(config), address, set(files.src_uris), reader


def _pdfs_of(guide: Guide, config: MkDocsConfig) -> tuple[Pdfs, list[Problem]]:
    """The PDFs of a guide; none where the theme has no template for them."""
    folder = Path(config.theme.custom_dir or "") / "print"
    if not (config.theme.custom_dir and folder.is_dir()):
        return {}, []
    return make_pdfs(guide, site_facts(config), folder, folder_for("pdf"))


def _editions_of(guide: Guide, pdfs: Pdfs, files: Files, config: MkDocsConfig) -> dict[str, SiteFile]:
    """The guide as one file; none where the theme has no template for it."""
    theme = Path(config.theme.custom_dir)
    if not (theme / "book").is_dir():
        return {}
    language, rights = language_of(config), config.copyright or ""
    told = {"author": config.site_author or "", "cover": _cover_of(config, theme / "print", language)}
    imprint = Imprint(config.site_name or "", language, home_of(config), rights, **told)
    pictures = {file.src_uri: file for file in files.media_files()}

    def read(path: str) -> bytes | None:
        return pictures[path].content_bytes if path in pictures else None

    name = file_name(imprint.name)
    book = make_epub(guide, imprint, config.nav, theme, pdfs, read)
    editions = {"E-book, EPUB": SiteFile(f"{EDITIONS}{name}.epub", book)}
    folder = config.extra.get("folder_edition")
    if folder:
        packed = pack(Path(folder), name, moment_of(guide.pages))
        editions["This website, ZIP"] = SiteFile(f"{EDITIONS}{name}.zip", packed)
    return editions


def _cover_of(config: MkDocsConfig, folder: Path, language: str) -> bytes | None:
    """The cover of the book; None for a theme that draws none."""
    words = {"title": config.site_name or "", "mark": mark_of(config), "lang": language}
    if not (words["mark"] and (folder / COVER).exists()):
        return None
    return make_card(words, folder, folder_for("pdf"), COVER)
