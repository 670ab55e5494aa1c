"""Parsers that have read a page and wait for the next: to make one takes as long as to read a short page."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from markdown import Markdown

from guide.dialect import new_parser
from guide.dialect.context import Context

BUILT_IN = {"toc", "tables", "fenced_code"}
"""The extensions that MkDocs names for every site."""
Parser = tuple[Markdown, Context]

_waiting: dict[tuple[str, ...], list[Parser]] = {}


@contextmanager
def parser_for(
    page: Context, extra: list[str] | None = None, configs: dict[str, Any] | None = None
) -> Iterator[Parser]:
    """A parser that knows of a page what the context says, and the context in which it notes what it finds.

    One that failed is not used again, and none that has an extension of a site's own: who knows what that remembers?
    """
    names = tuple(extra or ())
    if has_own(extra, configs):
        yield new_parser(page, extra, configs), page
        return
    waiting = _waiting.setdefault(names, [])
    md, context = waiting.pop() if waiting else _made(names)
    vars(context).update(vars(page))
    md.reset()
    yield md, context
    waiting.append((md, context))


def has_own(extra: Iterable[str] | None, configs: Mapping[str, Any] | None) -> bool:
    """Whether a site reads its Markdown by anything but what ours, or MkDocs, sets."""
    return bool(configs) or not BUILT_IN.issuperset(extra or ())


def _made(names: tuple[str, ...]) -> Parser:
    context = Context()
    return new_parser(context, list(names)), context
