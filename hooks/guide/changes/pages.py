"""What a change does to pages: which are new, changed, gone or called otherwise, and how many words each has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guide.changes.differences import ADDED, GONE, RENAMED, differences
from guide.changes.quoting import code, plain


@dataclass(frozen=True)
class PageChange:
    """What became of one page. Words are None where it was not, or is no more."""

    how: str
    title: str
    source: str
    before: int | None
    after: int | None
    was: str = ""
    """The source that a renamed one had."""


def page_changes(base: Mapping[str, Any], head: Mapping[str, Any], renamed: Mapping[str, str]) -> Iterator[PageChange]:
    """What lies between two snapshots; `renamed` are pages that have another source now."""
    old, new = _by_url(base), _by_url(head)
    before = {page["source"]: page for page in old.values()}
    named_before = {now: was for was, now in renamed.items()}
    for url, how in differences(base["texts"], head["texts"]):
        was, now = old.get(url), new.get(url)
        page = now or was
        name = named_before.get(page["source"], "")
        if how == ADDED and name:
            yield PageChange(RENAMED, page["title"], page["source"], before[name]["words"], page["words"], name)
        elif not (how == GONE and page["source"] in renamed):
            yield PageChange(how, page["title"], page["source"], was and was["words"], now and now["words"])


def tell_page(page: PageChange) -> str:
    """One page, with its words before and after."""
    words = " → ".join(str(count) for count in (page.before, page.after) if count is not None)
    source = f"{code(page.was)} → {code(page.source)}" if page.was else code(page.source)
    return f"- {page.how.capitalize()}: {plain(page.title)} ({source}), {words} words"


def _by_url(snapshot: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {page["url"]: page for page in snapshot["guide"]["pages"]}
