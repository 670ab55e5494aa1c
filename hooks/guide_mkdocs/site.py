"""Files that join the site."""

import logging
from collections.abc import Mapping
from pathlib import Path

from guide.cache import folder_for
from guide.editions.on_device import ADDRESS as WORKER
from guide.model.problems import for_logs, for_people, in_order
from guide.pdf.card import CARD, make_card
from guide.reading.files import names_in, read_built, read_files
from guide.reading.settings import asked_for
from guide.site.audit import audit_files, audit_pages, audit_ways
from guide.site.publishing import Publishing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files

from guide_mkdocs.build import build_of
from guide_mkdocs.settings.facts import folder_of_pages, is_serving, site_words
from guide_mkdocs.theme.marks import mark_of


def publish(path: str, content: str | bytes, files: Files, config: MkDocsConfig) -> None:
    """Add a generated file to the site; nothing is written below docs/.

    It is held until all is written: as bytes, for one curled quote makes a text twice as large as them.
    """
    data = content.encode() if isinstance(content, str) else content
    files.append(File.generated(config, path, content=data))


def publish_page(path: str, front_matter: str, html: str, files: Files, config: MkDocsConfig) -> None:
    """Add a page that the build makes: its front matter says what it is, and its HTML is finished but for its parts."""
    publish(path, front_matter, files, config)
    build_of(files, config).generated[path] = html


def card_of(files: Files, config: MkDocsConfig) -> bytes | None:
    """The picture beside a shared link; None for a site without an address, or a theme that draws none."""
    theme, site = Path(config.theme.custom_dir), site_words(config)
    mark = mark_of(config)
    if not (site["url"] and mark and (theme / "print" / CARD).exists()):
        return None
    own = build_of(files, config).guide.data.get("words") or {}
    words = {
        "title": site["name"],
        "line": own.get("tagline") or site["description"],
        "mark": mark,
        "lang": site["lang"],
    }
    return make_card(words, theme / "print", folder_for("pdf"))


log = logging.getLogger("mkdocs.hooks.guide")
OURS = {"_headers", ".nojekyll", WORKER}
MADE_BY_MKDOCS = {"404.html", "sitemap.xml", "sitemap.xml.gz"}


def published(files: Files, config: MkDocsConfig) -> set[str]:
    """The paths of everything that this build is to write."""
    copies = {f"{page.url}index.md" for page in build_of(files, config).guide.pages}
    return {file.dest_uri for file in files} | copies | set(config.theme.static_templates) | OURS | MADE_BY_MKDOCS


def audit(config: MkDocsConfig) -> None:
    """Stop a build whose finished site holds what nobody knows of, or a page that is not whole; say where others lead.

    Not while it is served: its author alone looks at it, and live reload writes into it.
    """
    if is_serving(config):
        return
    site, asked = Path(config.site_dir), Publishing(folder_of_pages(config), asked_for("publish", config.extra))
    names, known = names_in(site), config.extra["published"]
    # What the build makes is looked at, whatever the site asks for.
    pages = read_built(site, [path for path in names if path in known or not asked.asks_for(path)])
    problems = [*audit_files([path for path in names if not asked.asks_for(path)], known)]
    problems += audit_pages(pages, bool(config.extra.get("exit_url")))
    for problem in audit_ways(pages, config.site_url or ""):
        log.warning(for_logs(problem))
    if problems:
        raise BuildError("\n" + "\n".join(map(for_people, in_order(problems))))


def built_pages(config: MkDocsConfig) -> Mapping[str, str]:
    """Every page of the finished site, by its path."""
    return read_built(Path(config.site_dir))


def built_files(config: MkDocsConfig) -> Mapping[str, bytes]:
    """Every file of the finished site, by its path."""
    return read_files(Path(config.site_dir))


def write_built(path: str, text: str, config: MkDocsConfig) -> None:
    """Put a file into the site that MkDocs must not take for a source of its own, or cannot know beforehand."""
    target = Path(config.site_dir) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
