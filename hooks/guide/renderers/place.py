"""Where a part is put: its guide, its page, and the ways from there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.site_file import SiteFile
from guide.pdf.paper import Pdfs
from guide.renderers.fragments import relative, render_fragment

PAPERS = {"a4": "A4", "letter": "US Letter"}


@dataclass(frozen=True)
class Place:
    """One page of one site, as seen by a renderer."""

    guide: Guide
    url: str
    """The address of the page that the part is put on; generated pages have one too."""
    fragments: Path
    """The folder of the templates."""
    edit_urls: Mapping[str, str] = field(default_factory=dict)
    """Where each source can be mended, by its path; empty where the site names no repository."""

    line_mark: str = "#L{line}"
    """What is put behind such an address to lead to a line; "" where nothing leads there."""

    pdfs: Pdfs = field(default_factory=dict)
    """The files for paper, by the id of what they hold."""

    editions: Mapping[str, SiteFile] = field(default_factory=dict)
    """The whole guide as one file, by the name of its form."""

    worker: str = ""
    """The address of the worker that keeps the guide on a device; "" where nothing can keep it."""

    site: str = ""
    """The site's address, as paper says it; "" where it has none, and in an edition that names none."""

    @property
    def page(self) -> Page | None:
        """The page of the guide; None on a page that the build made."""
        return self.guide.page_at(self.url)

    def to(self, target: str) -> str:
        """The way from here to an address."""
        return relative(target, self.url)

    def papers(self, name: str) -> list[tuple[str, str, int]]:
        """The PDFs of a sheet: the paper's name, the way there from here, and the size in KB."""
        made = self.pdfs.get(name, {})
        return [(PAPERS[paper], self.to(pdf.url), pdf.kilobytes) for paper, pdf in made.items()]

    def edit(self, source: str, line: int) -> str:
        """Where to mend a line, or its file; "" where the site names no repository.

        On a page for whoever is in danger it is "" as well: it would show the host who somebody is.
        """
        url = self.edit_urls.get(source, "")
        safety = self.page is not None and self.page.kind == "safety"
        return url + self.line_mark.format(line=line) if url and not safety else ""

    def render(self, fragment: str, **values: Any) -> str:
        """Fill a template; it is given the place as `here`."""
        return render_fragment(self.fragments, fragment, here=self, data=self.guide.data, **values)
