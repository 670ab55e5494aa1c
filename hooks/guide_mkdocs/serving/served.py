"""What a build under `python -m guide serve` is told beforehand, and what it hands on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guide.model.problems import Problem
from guide.model.site_file import SiteFile
from guide.pdf.paper import Pdfs
from guide.site.kept_pages import KeptPages
from mkdocs.config.defaults import MkDocsConfig

NAME = "served"


@dataclass
class Served:
    """One build of a site that is looked at while its author writes."""

    reader: KeptPages
    at_once: bool
    """Whether pages are answered one by one, before the whole site is made; the rest of it follows with the whole."""
    tell: Callable[[list[Problem]], None] = lambda problems: None
    """Called with what the rules find, as soon as that is known."""
    pdfs: Pdfs = field(default_factory=dict)
    """The papers that the last build of the whole site has made: pages that are answered at once tell their sizes."""
    editions: Mapping[str, SiteFile] = field(default_factory=dict)
    result: Any = None
    """What the build has read and made, once it has (`guide_mkdocs.build.BuildResult`)."""


def served_of(config: MkDocsConfig) -> Served | None:
    """What this build was told; None for one that is not served."""
    return config.extra.get(NAME)


def is_at_once(config: MkDocsConfig) -> bool:
    """Whether pages are answered one by one, and what takes long is left to the build of the whole site."""
    served = served_of(config)
    return bool(served and served.at_once)
