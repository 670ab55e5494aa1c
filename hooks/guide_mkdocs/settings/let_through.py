"""What a site has asked for by name, and nothing here looks into: it is told at each build, and fails none."""

from collections.abc import Iterator
from pathlib import Path

from guide.model.problems import NOTICE, Problem
from guide.reading.extensions import is_known
from mkdocs.config.defaults import MkDocsConfig

from guide_mkdocs.settings.facts import markdown_of
from guide_mkdocs.settings.files import line_in, settings_files, shown
from guide_mkdocs.settings.whole import is_ours

QUIET = ("search", "material/search")
"""Plugins of everybody's, which bring in nothing."""


def check_let_through(config: MkDocsConfig) -> list[Problem]:
    """Extensions, plugins and hooks besides ours, each by its line."""
    path = Path(config.config_file_path)
    if not path.is_file():
        return []
    files = list(settings_files(Path(path.name) if path.parent == Path.cwd() else path))
    found = []
    for name in dict.fromkeys(_named(config)):
        place = next((file for file in files if line_in(file, name)), files[0])
        found.append(_told(shown(place.path), line_in(place, name) or 1, name))
    return found


def _named(config: MkDocsConfig) -> Iterator[str]:
    markdown, root = markdown_of(config), Path(config.config_file_path).parent
    yield from (name for name in markdown["extra"] if not is_known(name, markdown["configs"].get(name)))
    # MkDocs counts hooks among the plugins as well.
    yield from (name for name in config.plugins if name not in {*QUIET, *config.hooks})
    yield from (str(hook) for hook in config.hooks if not is_ours(hook, root))


def _told(path: str, line: int, name: str) -> Problem:
    return Problem(
        path,
        line,
        f"“{name}” may bring in words, or change them.",
        "The site asks for it, and nothing here looks into what it does.",
        "Take it out if it is no longer needed.",
        NOTICE,
    )
