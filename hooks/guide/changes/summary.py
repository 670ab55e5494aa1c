"""The summary of a change, in Markdown: what must be looked up first, then the problems, which somebody must mend."""

from collections.abc import Collection, Iterator

from guide.changes.alarm import call_out_alarm, tell_alarm
from guide.changes.blocks import tell_block
from guide.changes.claims import PROFESSIONAL, tell_field, tell_link
from guide.changes.code_files import FileChanges, tell_code
from guide.changes.compare import Changes
from guide.changes.data import tell_data, tell_settings
from guide.changes.differences import ADDED, CHANGED, GONE, RENAMED
from guide.changes.documents import tell_document
from guide.changes.help import tell_help
from guide.changes.order import tell_order
from guide.changes.pages import tell_page
from guide.changes.parts import Part, fitted
from guide.changes.pictures import tell_picture
from guide.changes.quoting import code, plain, quoted
from guide.changes.typed import left_of_typed, tell_typed
from guide.changes.words import tell_same_words, tell_words
from guide.model.problems import ERROR, Problem


def render_changes(changes: Changes, pictures: Collection[str] = ()) -> str:
    """The summary; `pictures` are the addresses of those PDFs whose first page can be looked at."""
    return fitted(["# What this changes", "", *_opening(changes)], [*_parts(changes, pictures)])


def render_problems(problems: Collection[Problem], files: FileChanges) -> str:
    """What is wrong, where there is no guide to compare or none to compare it with; its files are told all the same."""
    opening = ["# What is wrong", "", "There is nothing to compare this guide with.", ""]
    return fitted(opening, [*_files(files), Part("Problems", _problems(problems))])


def name_of_picture(address: str) -> str:
    """What the picture of a PDF's first page is called: `talk-a4.png` for `pdf/talk-a4.pdf`."""
    return address.rpartition("/")[2].removesuffix(".pdf") + ".png"


def _opening(changes: Changes) -> list[str]:
    before, after = changes.words
    counted = ", ".join(f"{_count(changes, how)} {how}" for how in (ADDED, CHANGED, GONE))
    also = f", {renamed} renamed" if (renamed := _count(changes, RENAMED)) else ""
    told = f"Pages: {counted}{also}. Words of the whole guide: {before} → {after}."
    others = {*(one.source for one in changes.said), *(one.place.rpartition(":")[0] for one in changes.fields)}
    broken = [page.source for page in changes.pages if page.how == CHANGED and page.source not in others]
    return [*call_out_alarm(changes.alarm), told, "", *tell_same_words(changes.said, broken, changes.kinds)]


def _count(changes: Changes, how: str) -> int:
    return sum(page.how == how for page in changes.pages)


def _parts(changes: Changes, pictures: Collection[str]) -> Iterator[Part]:
    yield from _files(changes.files)
    yield Part("What readers in danger rest on", [*_rests(changes)], True)
    yield Part("What readers in danger may read", _words(changes, is_near=True), True)
    typed = [line for one in changes.typed for line in tell_typed(one)]
    yield Part("What people type", [*tell_alarm(changes.alarm), *typed], True, left_of_typed(changes.typed))
    yield Part("Ways to help, to look at", [*map(tell_help, changes.help), *_said(changes, is_first=True)], True)
    yield Part("What stands in another order", [*map(tell_order, changes.orders)], True)
    yield Part("Settings", [line for one in changes.settings for line in tell_settings(one)], True)
    yield Part("Pictures and other files", [line for one in changes.pictures for line in tell_picture(one)], True)
    yield Part("Links, numbers and front matter", [*_said(changes, is_first=False)])
    yield tell_data(changes.data, {one.source for one in changes.typed if not one.is_danger})
    yield Part("Problems", _problems(changes.problems) or ["No new problems."])
    yield Part("Addresses that went", _problems(changes.gone))
    yield Part("Pages", [tell_page(page) for page in changes.pages])
    yield Part("Words", _words(changes, is_near=False))
    yield Part("Sheets on paper", [_sheet(url, how, pictures) for url, how in changes.sheets.items()])
    yield Part("Problems that were there before", _problems(changes.older))


def _files(files: FileChanges) -> Iterator[Part]:
    yield Part("Code that runs, and other files", [*tell_code(files.code)], True)
    yield Part("What people act on", [line for one in files.documents for line in tell_document(one)], True)


def _problems(problems: Collection[Problem]) -> list[str]:
    """Errors first, as notices fail nothing."""
    return [_problem(one) for one in sorted(problems, key=lambda one: (one.severity != ERROR, one))]


def _problem(problem: Problem) -> str:
    what, why, mend = (plain(words) for words in (problem.what, problem.why, problem.mend))
    notice = "" if problem.severity == ERROR else "Notice: "
    return f"- {code(f'{problem.path}:{problem.line}')} {notice}**{what}** {why} Mend: {mend}"


def _sheet(url: str, how: str, pictures: Collection[str]) -> str:
    shown = f", see `sheets/{name_of_picture(url)}`" if url in pictures else ""
    return f"- {how.capitalize()}: `{url}`{shown}"


def _words(changes: Changes, *, is_near: bool) -> list[str]:
    blocks = [tell_block(one) for one in changes.blocks if one.is_near == is_near]
    return [*tell_words(one for one in changes.said if one.is_near == is_near), *blocks]


def _rests(changes: Changes) -> Iterator[str]:
    """Each line that is to be vouched for anew."""
    for how, some in zip(("No more", "New"), changes.rests, strict=True):
        yield from (f"- {how}: {quoted(one)}" for one in some)


def _said(changes: Changes, *, is_first: bool) -> Iterator[str]:
    """What pages say beside their words: that of safety pages is first, and who is said to have reviewed a page."""
    first = [one for one in changes.fields if one.is_safety or one.field == PROFESSIONAL]
    fields = first if is_first else [one for one in changes.fields if one not in first]
    yield from map(tell_field, sorted(fields, key=lambda one: one.field != PROFESSIONAL))
    yield from (tell_link(one) for one in changes.links if one.is_safety == is_first)
