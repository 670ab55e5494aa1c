"""The summary of a change, in Markdown: what must be looked up first, then the problems, which somebody must mend."""

from collections.abc import Collection, Iterator

from guide.changes.alarm_changes import call_out_alarm, tell_alarm
from guide.changes.beside_told import tell_data, tell_picture, tell_settings
from guide.changes.changes import ADDED, CHANGED, GONE, RENAMED, Changes, PageChange
from guide.changes.claims_told import tell_claimed, tell_led
from guide.changes.code_changes import tell_code
from guide.changes.help_changes import HelpChange
from guide.changes.order_changes import tell_order
from guide.changes.page_claims import PROFESSIONAL
from guide.changes.quoting import code, from_to, plain, quoted
from guide.changes.summary_parts import Part, fitted
from guide.changes.typed_changes import left_of_typed, tell_typed
from guide.changes.words_told import tell_same_words, tell_words
from guide.model.problems import ERROR, Problem

HEADS = {ADDED: "New", CHANGED: "Changed", GONE: "Gone", RENAMED: "Renamed"}


def render_changes(changes: Changes, pictures: Collection[str] = ()) -> str:
    """The summary; `pictures` are the addresses of those PDFs whose first page can be looked at."""
    return fitted(["# What this changes", "", *_opening(changes)], [*_parts(changes, pictures)])


def render_problems(problems: Collection[Problem]) -> str:
    """Only what is wrong, where there is nothing to compare a guide with."""
    opening = ["# What is wrong", "", "There is nothing to compare this guide with.", ""]
    return fitted(opening, [Part("Problems", _problems(problems))])


def name_of_picture(address: str) -> str:
    """What the picture of a PDF's first page is called: `talk-a4.png` for `pdf/talk-a4.pdf`."""
    return address.rpartition("/")[2].removesuffix(".pdf") + ".png"


def _opening(changes: Changes) -> list[str]:
    before, after = changes.words
    counted = ", ".join(f"{_count(changes, how)} {HEADS[how].lower()}" for how in HEADS if how != RENAMED)
    also = f", {renamed} renamed" if (renamed := _count(changes, RENAMED)) else ""
    told = f"Pages: {counted}{also}. Words of the whole guide: {before} → {after}."
    others = {*(one.source for one in changes.said), *(one.place.rpartition(":")[0] for one in changes.claimed)}
    broken = [page.source for page in changes.pages if page.how == CHANGED and page.source not in others]
    return [*call_out_alarm(changes.alarm), told, "", *tell_same_words(changes.said, broken, changes.kinds)]


def _count(changes: Changes, how: str) -> int:
    return sum(page.how == how for page in changes.pages)


def _parts(changes: Changes, pictures: Collection[str]) -> Iterator[Part]:
    yield Part("Code that runs", [*tell_code(changes.code)], True)
    yield Part("What readers in danger rest on", [*_rests(changes)], True)
    yield Part("What readers in danger may read", tell_words(one for one in changes.said if one.is_near), True)
    typed = [line for one in changes.typed for line in tell_typed(one)]
    yield Part("What people type", [*tell_alarm(changes.alarm), *typed], True, left_of_typed(changes.typed))
    yield Part("Ways to help, to look at", [*map(_help, changes.help), *_said(changes, is_first=True)], True)
    yield Part("What stands in another order", [*map(tell_order, changes.orders)], True)
    yield Part("Settings", [line for one in changes.settings for line in tell_settings(one)], True)
    yield Part("Pictures and other files", [line for one in changes.pictures for line in tell_picture(one)], True)
    yield Part("Links, numbers and front matter", [*_said(changes, is_first=False)])
    yield tell_data(changes.data, {one.source for one in changes.typed if not one.is_danger})
    yield Part("Problems", _problems(changes.problems) or ["No new problems."])
    yield Part("Addresses that went", _problems(changes.gone))
    yield Part("Pages", [_page(page) for page in changes.pages])
    yield Part("Words", tell_words(one for one in changes.said if not one.is_near))
    yield Part("Sheets on paper", [_sheet(url, how, pictures) for url, how in changes.sheets.items()])
    yield Part("Problems that were there before", _problems(changes.older))


def _problems(problems: Collection[Problem]) -> list[str]:
    """Errors first, as notices fail nothing."""
    return [_problem(one) for one in sorted(problems, key=lambda one: (one.severity != ERROR, one))]


def _problem(problem: Problem) -> str:
    what, why, mend = (plain(words) for words in (problem.what, problem.why, problem.mend))
    notice = "" if problem.severity == ERROR else "Notice: "
    return f"- {code(f'{problem.path}:{problem.line}')} {notice}**{what}** {why} Mend: {mend}"


def _page(page: PageChange) -> str:
    words = " → ".join(str(count) for count in (page.before, page.after) if count is not None)
    source = f"{code(page.was)} → {code(page.source)}" if page.was else code(page.source)
    return f"- {HEADS[page.how]}: {plain(page.title)} ({source}), {words} words"


def _sheet(url: str, how: str, pictures: Collection[str]) -> str:
    shown = f", see `sheets/{name_of_picture(url)}`" if url in pictures else ""
    return f"- {HEADS[how]}: `{url}`{shown}"


def _rests(changes: Changes) -> Iterator[str]:
    """Each line that is to be vouched for anew."""
    for how, some in zip(("No more", "New"), changes.rests, strict=True):
        yield from (f"- {how}: {quoted(one)}" for one in some)


def _help(change: HelpChange) -> str:
    """Each value by itself, as it was and as it is."""
    said = [f"{field} {from_to(before, after)}".strip() for field, before, after in change.said]
    old = " and its source" if change.has_old_source else ""
    unseen = f" **The day it was seen{old} did not change: look it up.**" if change.is_unseen else ""
    return f"- {code(change.place)} {plain(change.name)}: {'; '.join(said)}.{unseen}".replace(" : ", " ")


def _said(changes: Changes, *, is_first: bool) -> Iterator[str]:
    """What pages say beside their words: that of safety pages is first, and who is said to have reviewed a page."""
    first = [one for one in changes.claimed if one.is_safety or one.field == PROFESSIONAL]
    yield from tell_claimed(first if is_first else [one for one in changes.claimed if one not in first])
    yield from tell_led([one for one in changes.led if one.is_safety == is_first])
