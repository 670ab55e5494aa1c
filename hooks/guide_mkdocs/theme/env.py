"""What a theme gives to a site, found without looking at what it never gives."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def theme_env(config: MkDocsConfig) -> Any:
    """The templates of a theme, as MkDocs reads them; what is hidden is not listed.

    MkDocs leaves that out as well, after it has compared each name with each of its patterns: Material keeps ten
    thousand icons in a folder whose name begins with a dot.
    """
    env = config.theme.get_env()
    env.loader.list_templates = lambda: sorted(set().union(*map(_shown, config.theme.dirs)))
    return env


def _shown(theme: str) -> set[str]:
    """Every file below a folder that is in no hidden one, by its path from there."""
    found = set()
    for here, folders, names in os.walk(theme):
        folders[:] = [one for one in folders if not one.startswith(".")]
        found.update(Path(here, name).relative_to(theme).as_posix() for name in names)
    return found
