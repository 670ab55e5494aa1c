"""The summary of a change, in Markdown: what must be looked up first, then the problems, which somebody must mend."""

from collections.abc import Collection, Iterator

from guide.model.problems import ERROR, Problem
from guide.model.voices import in_markdown, visible
from guide.site.beside_told import tell_entry, tell_picture, tell_settings
from guide.site.changes import ADDED, CHANGED, GONE, Changes, PageChange
from guide.site.claims_told import LONGEST, code, quoted, tell_claimed, tell_led
from guide.site.code_changes import tell_code
from guide.site.data_changes import DataChange
from guide.site.help_changes import HelpChange
from guide.site.page_claims import PROFESSIONAL
from guide.site.words_told import tell_words

HEADS = {ADDED: "New", CHANGED: "Changed", GONE: "Gone"}

SHOWN = 100
"""Entries of a file that are told of each kind: what a few hide stands behind many."""
MOST = 300_000
"""Signs of all that is told: GitHub shows nothing of a summary of more than a megabyte."""


def render_changes(changes: Changes, pictures: Collection[str] = ()) -> str:
    """The summary; `pictures` are the addresses of those PDFs whose first page can be looked at."""
    lines = ["# What this changes", "", *_opening(changes), *_lists(changes, pictures)]
    return _within("\n".join(lines) + "\n")


def render_problems(problems: Collection[Problem]) -> str:
    """Only what is wrong, where there is nothing to compare a guide with."""
    opening = ["# What is wrong", "", "There is nothing to compare this guide with.", ""]
    return "\n".join([*opening, *_section("Problems", _problems(problems))]) + "\n"


def name_of_picture(address: str) -> str:
    """What the picture of a PDF's first page is called: `talk-a4.png` for `pdf/talk-a4.pdf`."""
    return address.rpartition("/")[2].removesuffix(".pdf") + ".png"


def _within(text: str) -> str:
    """As much as is shown: what must be looked up stands first."""
    return text if len(text) <= MOST else f"{text[:MOST].rpartition(chr(10))[0]}\n\n**There is more than fits here.**\n"


def _opening(changes: Changes) -> list[str]:
    before, after = changes.words
    counted = [f"{_count(changes, how)} {HEADS[how].lower()}" for how in HEADS]
    return [f"Pages: {', '.join(counted)}. Words of the whole guide: {before} → {after}.", ""]


def _count(changes: Changes, how: str) -> int:
    return sum(page.how == how for page in changes.pages)


def _lists(changes: Changes, pictures: Collection[str]) -> Iterator[str]:
    yield from _section("Code that runs", [*tell_code(changes.code)])
    yield from _section("What readers in danger rest on", [*_rests(changes)])
    yield from _section("What readers in danger may read", tell_words(one for one in changes.said if one.is_near))
    yield from _section("Ways to help, to look at", [*map(_help, changes.help), *_said(changes, is_first=True)])
    yield from _section("Settings", [line for one in changes.settings for line in tell_settings(one)])
    yield from _section("Pictures and other files", [line for one in changes.pictures for line in tell_picture(one)])
    yield from _section("Links, numbers and front matter", [*_said(changes, is_first=False)])
    yield from _section("Data", [line for one in changes.data for line in _data(one)])
    yield from _section("Problems", _problems(changes.problems)) or ["No new problems.", ""]
    yield from _section("Addresses that went", _problems(changes.gone))
    yield from _section("Pages", [_page(page) for page in changes.pages])
    yield from _section("Words", tell_words(one for one in changes.said if not one.is_near))
    yield from _section("Sheets on paper", [_sheet(url, how, pictures) for url, how in changes.sheets.items()])
    yield from _section("Problems that were there before", _problems(changes.older))


def _section(title: str, items: Collection[str]) -> list[str]:
    return [f"## {title}", "", *items, ""] if items else []


def _problems(problems: Collection[Problem]) -> list[str]:
    """Errors first, as notices fail nothing."""
    return [_problem(one) for one in sorted(problems, key=lambda one: (one.severity != ERROR, one))]


def _problem(problem: Problem) -> str:
    what, why, mend = (in_markdown(visible(words)) for words in (problem.what, problem.why, problem.mend))
    notice = "" if problem.severity == ERROR else "Notice: "
    return f"- {code(f'{problem.path}:{problem.line}')} {notice}**{what}** {why} Mend: {mend}"


def _page(page: PageChange) -> str:
    words = " → ".join(str(count) for count in (page.before, page.after) if count is not None)
    return f"- {HEADS[page.how]}: {in_markdown(visible(page.title))} ({code(page.source)}), {words} words"


def _sheet(url: str, how: str, pictures: Collection[str]) -> str:
    shown = f", see `sheets/{name_of_picture(url)}`" if url in pictures else ""
    return f"- {HEADS[how]}: `{url}`{shown}"


def _rests(changes: Changes) -> Iterator[str]:
    """Each line that is to be vouched for anew."""
    for how, some in zip(("No more", "New"), changes.rests, strict=True):
        yield from (f"- {how}: {_of_help(one)}" for one in some)


def _help(change: HelpChange) -> str:
    """Each value by itself, as it was and as it is."""
    said = [f"{field} {_of_help(before)} → {_of_help(after)}".strip() for field, before, after in change.said]
    old = " and its source" if change.has_old_source else ""
    unseen = f" **The day it was seen{old} did not change: look it up.**" if change.is_unseen else ""
    return f"- {code(change.place)} {in_markdown(visible(change.name))}: {'; '.join(said)}.{unseen}".replace(" : ", " ")


def _said(changes: Changes, *, is_first: bool) -> Iterator[str]:
    """What pages say beside their words: that of safety pages is first, and who is said to have reviewed a page."""
    first = [one for one in changes.claimed if one.is_safety or one.field == PROFESSIONAL]
    yield from tell_claimed(first if is_first else [one for one in changes.claimed if one not in first])
    yield from tell_led([one for one in changes.led if one.is_safety == is_first])


def _data(change: DataChange) -> Iterator[str]:
    """How many entries of a file are not as they were, and the first of each kind."""
    kinds = {"new": change.new, "gone": change.gone, "changed": change.changed}
    counted = ", ".join(f"{len(entries)} {how}" for how, entries in kinds.items() if entries)
    yield f"- {code(change.source)} {counted}"
    for entries in kinds.values():
        yield from (tell_entry(*entry) for entry in entries[:SHOWN])
        if len(entries) > SHOWN:
            yield f"    - and {len(entries) - SHOWN} more"


def _of_help(words: str) -> str:
    return quoted(words, 4 * LONGEST)
