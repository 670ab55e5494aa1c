"""What a site's settings do with the ways of whoever may be in danger: the way out, and the names of pages in the list.

A stranger's change to mkdocs.yml touches no page, and yet every reader meets it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guide.checks.directory_numbers import numbers_of, sure_names
from guide.checks.known_places import known_of
from guide.checks.strangers import stranger
from guide.checks.ways import TO_HELP
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import NOTICE, Problem, nearest
from guide.text.addresses import parts_as_read, parts_of
from guide.text.as_seen import bare, words_as_seen

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Settings:
    """What the settings of a site say of its ways."""

    path: str
    """The file of the settings; "" where there is none, and nothing can be known."""
    exit_url: str = ""
    """Where the way out leads."""
    listed: Sequence[tuple[str, str]] = ()
    """The list of pages as it is written: (name, file or address); "" where an entry has no name of its own."""


def check_leaving(guide: Guide, settings: Settings) -> Iterator[Problem]:
    """The way out of a guide with safety pages is sure; its list calls them by their names, and no other page so."""
    if not settings.path:
        return
    if guide.of_kind("safety"):
        yield from _check_exit(guide, settings)
    names = _names_of_help(guide, settings)
    for name, target in settings.listed:
        page = guide.page_from(target)
        if page is None:
            yield from _leading_outside(guide, settings.path, name, target, names)
        elif page.kind == "safety" and not _is_its_name(name, page):
            yield _renamed(settings.path, name, page)
        elif page.kind != "safety" and _plain(name) in names:
            yield _borrowed(settings.path, name, page)


def _leading_outside(guide: Guide, path: str, name: str, target: str, names: set[str]) -> Iterator[Problem]:
    """What is no page: where its name promises help, it is one whom the guide's data names, as for a link."""
    read, written = parts_as_read(target), parts_of(target)
    if not (read.scheme or read.netloc):
        return
    promised = _plain(name) in names or any(one.search(bare(name)) for one in _patterns(guide))
    sure = any(f" {one} " in f" {words_as_seen(name)} " for one in sure_names(numbers_of(guide)))
    if read.scheme not in ("http", "https") or not written.netloc:
        yield _no_page(path, name, target)
    elif (promised or sure) and not known_of(guide).has(read):
        yield stranger(path, 1, f"“{name}”", target, guide)
    else:
        yield _leads_outside(path, name, target)


def _patterns(guide: Guide) -> list[re.Pattern[str]]:
    """Of words that promise help, or name danger."""
    asked = (guide.shape.get("promises"), (guide.shape.get("safety") or {}).get("naming"))
    return [re.compile(one, re.IGNORECASE) for one in asked if one]


def _check_exit(guide: Guide, settings: Settings) -> Iterator[Problem]:
    target = parts_of(settings.exit_url)
    if target.scheme.lower() != "https" or not target.netloc:
        yield Problem(
            settings.path,
            1,
            f"“exit_url” is “{settings.exit_url}”, and this guide has safety pages.",
            "Whoever has to leave at once would find no way out, or one that others on the network can read.",
            "Write below extra:  exit_url: https://…  to a neutral page; and see that EXIT_URL is not empty.",
        )
    elif guide.address and f"{target.netloc}{target.path.rstrip('/')}/".lower().startswith(guide.address.lower()):
        yield Problem(
            settings.path,
            1,
            f"“exit_url” leads back into the site: “{settings.exit_url}”.",
            "Whoever has to leave at once would stay.",
            "Write the address of a neutral page of another site.",
        )


def _names_of_help(guide: Guide, settings: Settings) -> set[str]:
    """The names, in plain letters, by which readers know the ways to help."""
    words = guide.data.get("words") or {}
    ways = {way["text"] for way in map(words.get, TO_HELP) if way}
    safe = guide.of_kind("safety")
    listed = {name for name, target in settings.listed if guide.page_from(target) in safe}
    return {_plain(name) for name in {*ways, *listed, *(page.title for page in safe)}} - {""}


def _is_its_name(name: str, page: Page) -> bool:
    """Whether each word of a name stands in the page's title, or in the neutral name of its tab."""
    said = {*WORD.findall(page.title.casefold()), *WORD.findall((page.fields.get("tab") or "").casefold())}
    return all(near in said or nearest(near, said, 0.8) for near in WORD.findall(name.casefold()))


def _plain(name: str) -> str:
    return " ".join(WORD.findall(name.casefold()))


def _renamed(path: str, name: str, page: Page) -> Problem:
    return Problem(
        path,
        1,
        f"The list of pages calls {page.source} “{name}”, and its title is “{page.title}”.",
        "Somebody who looks for help would not know that it is there.",
        "Use words of the title, or of the page's  tab .",
    )


def _borrowed(path: str, name: str, page: Page) -> Problem:
    return Problem(
        path,
        1,
        f"“{name}” in the list of pages leads to {page.source}, which is no safety page.",
        "Somebody who looks for help would find something else under its name.",
        "Let it lead to the safety page of that name, or call the page by its own title.",
    )


def _no_page(path: str, name: str, target: str) -> Problem:
    return Problem(
        path,
        1,
        f"“{name}” in the list of pages leads to “{target}”, which is neither a page nor a whole address.",
        "It stands on nearly every page, and whoever presses it would call, write to or open something else.",
        "Write the file of a page, or an address from its https:// on.",
    )


def _leads_outside(path: str, name: str, target: str) -> Problem:
    return Problem(
        path,
        1,
        f"“{name}” in the list of pages leads out of the site, to “{target}”.",
        "Readers leave the guide there, and its promises do not hold where they arrive.",
        "See that it should.",
        NOTICE,
    )
