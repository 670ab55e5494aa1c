"""MkDocs is handed finished pages: their HTML, their table of contents, their title. It parses nothing itself."""

import zlib
from html import escape

from guide.model.page import Page
from guide.reading.page import read_text_again
from guide.site.page_html import render_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.meta import get_data

from guide_mkdocs.build import build_of
from guide_mkdocs.settings.facts import markdown_of

first, last = event_priority(100), event_priority(-100)
"""For event functions that stand before, or after, those of other plugins."""


class FinishedPage(MkDocsPage):
    """A page of which MkDocs parses nothing, and whose HTML is packed from when it is finished until it is shown.

    All pages are finished before the first one is shown: that of a large guide filled more room than its Markdown.
    """

    _packed: bytes | None = None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make no parser: one for each page, for no text, was a fifteenth of a build."""
        self.content, self.toc = "", get_toc([])

    @property
    def content(self) -> str | None:
        """Its HTML, which other plugins may read and change."""
        return None if self._packed is None else zlib.decompress(self._packed).decode("utf-8", "surrogatepass")

    @content.setter
    def content(self, html: str | None) -> None:
        self._packed = None if html is None else zlib.compress(html.encode("utf-8", "surrogatepass"), 1)


def take_text(markdown: str, page: MkDocsPage, files: Files, config: MkDocsConfig) -> str:
    """Leave MkDocs nothing to parse. A text that another plugin has changed since it was read is read again."""
    build = build_of(files, config)
    known = build.guide.page_from(page.file.src_uri)
    if known:
        # Templates get the fields that we have read, and no others: MkDocs also takes the first lines of a text without
        # front matter for fields, and knows no types.
        page.meta = {**known.fields}
        if page.meta.get("template") not in build.templates:
            page.meta.pop("template", None)
    # Most texts are as they were read; only of another one the file is read again, to tell who has changed it.
    if known and markdown != known.text.lstrip("\n") and markdown != get_data(page.file.content_string)[0]:
        build.changed[known.file] = read_text_again(known, markdown, markdown_of(config))
    if not known and page.file.src_uri not in build.generated:
        return markdown
    page.__class__ = FinishedPage
    return ""


def finish_page(html: str, page: MkDocsPage, files: Files, config: MkDocsConfig) -> str:
    """A page's HTML, its parts still to be put in; MkDocs is told of its contents and title on the way."""
    build = build_of(files, config)
    path = page.file.src_uri
    read = build.changed.get(path) or build.guide.page_from(path)
    if read is None:
        return build.generated.get(path, html)
    page.toc = get_toc(list(read.contents))
    _tell_title(read, page)
    return render_page(read, build.urls)


def introduce_page(page: MkDocsPage, files: Files, config: MkDocsConfig) -> None:
    """Tell MkDocs the title and the fields of a page that it has not read, for the navigation on others."""
    read = build_of(files, config).guide.page_from(page.file.src_uri)
    if read:
        # Without a text MkDocs gives it no title at all.
        page.markdown, page.meta = "", {**read.fields}
        _tell_title(read, page)


def _tell_title(read: Page, page: MkDocsPage) -> None:
    """A title in the navigation or in the front matter comes before the one in the text."""
    if "title" not in vars(page) and "title" not in page.meta and any(heading.level == 1 for heading in read.headings):
        page.title = escape(read.title, quote=False)
