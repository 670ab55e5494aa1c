"""The only bridge between the guide and MkDocs: its files become a Guide, our text becomes its files.

Everything here works alike under MkDocs and ProperDocs, which calls itself `mkdocs` to its plugins.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from weakref import WeakKeyDictionary

from guide import dialect
from guide.card import make_card
from guide.characters import readable
from guide.dialect.context import with_context
from guide.epub.book import Imprint, make_epub
from guide.files import SiteFile, file_name, moment_of
from guide.folder import read_built, read_files, read_texts
from guide.folder_edition import pack
from guide.loader import address_of, load_guide
from guide.model import Guide
from guide.paper import Pdfs, make_pdfs
from guide.problems import Problem, for_people, in_order
from guide.reader import has_questions
from guide.renderers import OWN_PARTS, PARTS
from guide.renderers.place import Place
from guide.renderers.worker import ADDRESS as WORKER
from guide.requests import fill
from guide.settings import folder_of, not_folders, site_of
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage


@dataclass(frozen=True)
class Reading:
    """What a build has read and made before its first page is shown."""

    guide: Guide
    problems: list[Problem]
    pdfs: Pdfs
    editions: dict[str, SiteFile]
    """The whole guide as one file, by the name of its form."""
    edit_urls: dict[str, str]
    """Where each source can be mended, by its path; empty where the site names no repository."""


EDITIONS = "print/"


_readings: WeakKeyDictionary[Files, Reading] = WeakKeyDictionary()


def speak_dialect(config: MkDocsConfig) -> None:
    """Let MkDocs read pages as the guide reads them; a site's own Markdown extensions stay."""
    config.markdown_extensions = [*dialect.with_ours(config.markdown_extensions), dialect.GuideExtension()]
    config.mdx_configs = {**dialect.CONFIGS, **config.mdx_configs}


def insist_on_folders(config: MkDocsConfig) -> None:
    """Stop a build whose pages would be files of their own names."""
    if not config.use_directory_urls:
        raise ConfigurationError(for_people(not_folders(Path(config.config_file_path).name)))


def with_page_context(markdown: str, page: MkDocsPage) -> str:
    """A page's Markdown with what the dialect must know of the page."""
    kind = str(page.meta.get("kind") or "page")
    name = address_of(page.file.src_uri).strip("/").rpartition("/")[2] or "home"
    return with_context(markdown, kind=kind, name=name, questions=has_questions(page.meta))


def reading_of(files: Files, config: MkDocsConfig) -> Reading:
    """The guide of this build and all that belongs to it; read and made once."""
    if files not in _readings:
        docs = Path(config.docs_dir)
        shown = InclusionLevel.is_in_serve if is_serving(config) else InclusionLevel.is_included
        pages = {file.src_uri for file in files.documentation_pages(inclusion=shown)}
        everything = read_texts(docs)
        texts = {path: text for path, text in everything.items() if path in pages or not path.endswith(".md")}
        _make_readable(files, texts)
        names = [name for name in config.markdown_extensions if isinstance(name, str)]
        extensions = {"extra": names, "configs": config.mdx_configs}
        folder = folder_of(docs, Path(config.config_file_path).parent)
        guide, problems = load_guide(texts, folder, extensions, _site_of(config)["address"])
        pdfs, faults = _pdfs_of(guide, config)
        problems = in_order([*problems, *faults])
        editions = _editions_of(guide, pdfs, files, config)
        _readings[files] = Reading(guide, problems, pdfs, editions, _edit_urls(pages, folder, config))
    return _readings[files]


def _make_readable(files: Files, texts: dict[str, str]) -> None:
    """Let no page that is not UTF-8 stop MkDocs; that it is not is one of the problems."""
    for file in files.documentation_pages():
        text, problems = readable(texts.get(file.src_uri, ""), file.src_uri)
        if problems:
            file.content_string = text


def _edit_urls(pages: set[str], folder: str, config: MkDocsConfig) -> dict[str, str]:
    if not (config.repo_url and config.edit_uri):
        return {}
    root = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri)
    return {f"{folder}/{page}": root + page for page in pages}


def _site_of(config: MkDocsConfig) -> dict[str, Any]:
    return site_of(config.site_name or "", _home_of(config), config.theme.get("language") or "en")


def _pdfs_of(guide: Guide, config: MkDocsConfig) -> tuple[Pdfs, list[Problem]]:
    """The PDFs of a guide; none where the theme has no template for them."""
    folder = Path(config.theme.custom_dir) / "print"
    if not folder.is_dir():
        return {}, []
    return make_pdfs(guide, _site_of(config), folder, Path(config.config_file_path).parent / ".cache/pdf")


def _editions_of(guide: Guide, pdfs: Pdfs, files: Files, config: MkDocsConfig) -> dict[str, SiteFile]:
    """The guide as one file; none where the theme has no template for it."""
    theme = Path(config.theme.custom_dir)
    if not (theme / "book").is_dir():
        return {}
    language, rights = config.theme.get("language") or "en", config.copyright or ""
    imprint = Imprint(config.site_name or "", language, _home_of(config), rights)
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


def is_serving(config: MkDocsConfig) -> bool:
    """Whether this build is only to be looked at while its author writes: drafts are shown too."""
    return bool(config.extra.get("serving"))


def is_for_folder(config: MkDocsConfig) -> bool:
    """Whether this build is for a folder that a reader takes along, and not for a server."""
    return bool(config.extra.get("for_folder"))


def forget_addresses(config: MkDocsConfig) -> None:
    """Let no page say where the site or its sources stand. Paper and the book, which are the same files, still do."""
    config.extra["home"] = config.site_url
    config.site_url = config.repo_url = config.edit_uri = ""


def _home_of(config: MkDocsConfig) -> str:
    """Where the site stands; "" where nobody knows."""
    return config.site_url or config.extra.get("home") or ""


def put_parts(html: str, names: list[str], page: MkDocsPage, files: Files, config: MkDocsConfig) -> str:
    """A page's HTML with those generated parts put in that it asks for."""
    here = place_of_page(page, files, config)
    for name in names:
        render = {**PARTS, **OWN_PARTS}[name]
        html = fill(html, name, lambda argument, render=render: render(here, argument))
    return html


def place_of_page(page: MkDocsPage, files: Files, config: MkDocsConfig) -> Place:
    """What a renderer must know of a page that is shown. Its own `url` is quoted: `caf%C3%A9/` for `café/`."""
    return place_of(address_of(page.file.src_uri), files, config)


def place_of(url: str, files: Files, config: MkDocsConfig) -> Place:
    """What a renderer must know of the page at an address."""
    reading = reading_of(files, config)
    return Place(
        reading.guide,
        url,
        fragments_of(config),
        reading.edit_urls,
        reading.pdfs,
        reading.editions,
        "" if is_for_folder(config) else WORKER,
    )


def fragments_of(config: MkDocsConfig) -> Path:
    """The folder of the templates that our renderers fill."""
    return Path(config.theme.custom_dir) / "fragments"


def publish(path: str, content: str | bytes, files: Files, config: MkDocsConfig) -> None:
    """Add a generated file to the site; nothing is written below docs/."""
    files.append(File.generated(config, path, content=content))


def site_words(config: MkDocsConfig) -> dict[str, str]:
    """What the site says of itself; "" for what it does not say."""
    return {
        "name": config.site_name or "",
        "description": config.site_description or "",
        "url": config.site_url or "",
        "lang": config.theme.get("language") or "en",
    }


def card_of(files: Files, config: MkDocsConfig) -> bytes | None:
    """The picture beside a shared link; None for a site without an address, or a theme that draws none."""
    theme, site = Path(config.theme.custom_dir), site_words(config)
    mark = theme / (config.theme.get("favicon") or "")
    if not site["url"] or not (theme / "print/card.typ").exists() or mark.suffix != ".svg":
        return None
    own = reading_of(files, config).guide.data.get("words") or {}
    words = {
        "title": site["name"],
        "line": own.get("tagline") or site["description"],
        "mark": mark.read_text(encoding="utf-8"),
        "lang": site["lang"],
    }
    return make_card(words, theme / "print", Path(config.config_file_path).parent / ".cache/pdf")


def built_pages(config: MkDocsConfig) -> dict[str, str]:
    """Every page of the finished site, by its path."""
    return read_built(Path(config.site_dir))


def built_files(config: MkDocsConfig) -> dict[str, bytes]:
    """Every file of the finished site, by its path."""
    return read_files(Path(config.site_dir))


def write_built(path: str, text: str, config: MkDocsConfig) -> None:
    """Put a file into the site that MkDocs must not take for a source of its own, or cannot know beforehand."""
    target = Path(config.site_dir) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
