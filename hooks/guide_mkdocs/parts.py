"""The parts that the build makes, put where a page asks for them."""

from pathlib import Path

from guide.editions.on_device import ADDRESS as WORKER
from guide.reading.pages import address_of
from guide.renderers import OWN_PARTS, PARTS
from guide.renderers.part_requests import fill
from guide.renderers.place import Place
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from guide_mkdocs.build import build_of
from guide_mkdocs.settings.facts import is_for_folder, site_facts


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
    build = build_of(files, config)
    return Place(
        build.guide,
        url,
        fragments_of(config),
        build.edit_urls,
        build.line_mark,
        build.pdfs,
        build.editions,
        *(("", "") if is_for_folder(config) else (WORKER, site_facts(config)["address"])),
    )


def fragments_of(config: MkDocsConfig) -> Path:
    """The folder of the templates that our renderers fill."""
    return Path(config.theme.custom_dir) / "fragments"
