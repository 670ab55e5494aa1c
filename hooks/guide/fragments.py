"""The small templates that our own renderers fill: `overrides/fragments/`."""

import posixpath
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader


def render_fragment(folder: Path, name: str, ending: str = "html", **values: Any) -> str:
    """One fragment, filled. What is undefined (an optional field of a data file) counts as empty.

    Values are escaped, but in Markdown.
    """
    return _templates(folder).get_template(f"{name}.{ending}").render(**values).strip()


def render_template(folder: Path, name: str, **values: Any) -> str:
    """A whole file from a template; the name is its path in the folder."""
    return _templates(folder).get_template(name).render(**values).strip() + "\n"


def relative(target: str, page: str) -> str:
    """The way from a page to another address of the site: from `steps/trust/` to `faq/` it is `../../faq/`."""
    path, mark, fragment = target.partition("#")
    if path == page:
        return mark + fragment if mark else "./"
    way = posixpath.relpath(path or ".", page or ".")
    return way + ("/" if path.endswith("/") or not path else "") + mark + fragment


@cache
def _templates(folder: Path) -> Environment:
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=lambda name: not name.endswith(".md"),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates
