"""The small templates that our own renderers fill: `overrides/fragments/`."""

import posixpath
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, pass_eval_context
from jinja2.nodes import EvalContext

from guide.model.voices import in_markdown


def render_fragment(folder: Path, name: str, ending: str = "html", **values: Any) -> str:
    """One fragment, filled. What is undefined (an optional field of a data file) counts as empty.

    Values are escaped for HTML, and in Markdown for that.
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
        finalize=_as_words,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return templates


@pass_eval_context
def _as_words(context: EvalContext, value: Any) -> Any:
    """In Markdown, whatever is put in is words; what is markup itself says so by `| safe`."""
    is_words = isinstance(value, str) and not context.autoescape and not hasattr(value, "__html__")
    return in_markdown(value) if is_words else value
