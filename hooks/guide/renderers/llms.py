"""`llms.txt`: what a guide holds, for programs that read text. Its form: llmstxt.org."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.voices import in_markdown


def render_llms(guide: Guide, site: Mapping[str, str]) -> str:
    """The name, what it is, a word of caution, and every page's Markdown copy by folder; safety comes first.

    `site` holds its `name`, `description` and `url` ("" for links from the file itself).
    """
    words = guide.data.get("words") or {}
    about, notice = (in_markdown(text or "") for text in (site["description"], words.get("notice")))
    opening = [f"# {in_markdown(site['name'])}", f"> {about}" if about else "", notice]
    sections = [f"## {in_markdown(title)}\n\n{_list(pages, site['url'])}" for title, pages in _sections(guide)]
    return "\n\n".join(filter(None, [*opening, *sections])) + "\n"


def _sections(guide: Guide) -> Iterator[tuple[str, list[Page]]]:
    first = (guide.data.get("words") or {}).get("first") or {}
    safety = sorted(guide.of_kind("safety"), key=lambda page: page.url != first.get("page"))
    if safety:
        yield first.get("text") or safety[0].title, safety
    others = sorted((page for page in guide.pages if page.kind != "safety"), key=_folder)
    for folder, pages in groupby(others, key=_folder):
        above = guide.page_at(f"{folder}/" if folder else "")
        yield above.title if above else folder, list(pages)


def _folder(page: Page) -> str:
    """The first part of a page's address; "" for the pages at the top that have no folder of their own."""
    return page.url.partition("/")[0]


def _list(pages: list[Page], root: str) -> str:
    return "\n".join(
        f"- [{in_markdown(page.title)}]({root}{quote(page.url)}index.md)"
        + (f": {in_markdown(page.description)}" if page.description else "")
        for page in pages
    )
