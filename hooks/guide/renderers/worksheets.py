"""Worksheets: lists of them, and what a sheet says of itself."""

import re

from guide.model.guide import Worksheet
from guide.model.papers import WORKBOOK
from guide.pdf.document import help_for, parts_on_paper
from guide.pdf.from_browser import lines_from_browser
from guide.renderers.place import Place

ROOM = re.compile(r'<textarea [^>]*\bid="([^"]+)"[^>]*></textarea>(?:<i></i>)+')


def render_worksheets(here: Place, _: str = "") -> str:
    """The sheets that this page names in its front matter, in that order."""
    sheets = {sheet.id: sheet for sheet in here.guide.worksheets}
    names = here.page.fields.get("worksheets") or []
    return here.render("worksheets", worksheets=[sheets[name] for name in names if name in sheets], with_papers=False)


def render_all_worksheets(here: Place, _: str = "") -> str:
    """Every sheet, in the order of the steps they belong to."""
    return here.render("worksheets", worksheets=_by_step(here), with_papers=True)


def render_sheet_facts(here: Place, _: str = "") -> str:
    """Who a sheet is for, how long it takes, and when to leave it."""
    sheet = _sheet_at(here)
    if sheet is None:
        return ""
    example = next((one for one in here.guide.examples if one.sheet == sheet.id), None)
    return here.render("sheet_facts", sheet=sheet, example=example)


def render_sheet_tools(here: Place, _: str = "") -> str:
    """What can be done with the answers: keep, forget, print, save, open. On paper, where its reader finds help."""
    sheet = _sheet_at(here)
    return here.render("sheet_tools", help=help_for(here.guide, sheet and sheet.audience, here.site))


def render_page_break(here: Place, _: str = "") -> str:
    """What follows begins a new page on paper."""
    return '<div class="page-break"></div>'


def render_workbook(here: Place, _: str = "") -> str:
    """The way to the book of all sheets; nothing where there is none."""
    papers = here.papers(WORKBOOK)
    return here.render("workbook", papers=papers) if papers else ""


def with_room_on_paper(here: Place, html: str) -> str:
    """A sheet with lines to fill its printed pages: `more` than its author drew, and those for `long` paper alone."""
    sheet = _sheet_at(here)
    if sheet is None:
        return html
    lines = lines_from_browser(parts_on_paper(here.guide, sheet))

    def longer(room: re.Match) -> str:
        drawn, letter, a4 = room[0].count("<i>"), *(lines[paper].get(room[1], 0) for paper in ("letter", "a4"))
        return room[0] + '<i class="more"></i>' * (letter - drawn) + '<i class="long"></i>' * (a4 - letter)

    return ROOM.sub(longer, html)


def _sheet_at(here: Place) -> Worksheet | None:
    """The sheet that this page is."""
    return next((sheet for sheet in here.guide.worksheets if sheet.url == here.url), None)


def _by_step(here: Place) -> list:
    """Sheets in the order in which the steps name them; those no step names come last."""
    named = [name for step in here.guide.steps for name in here.guide.page_at(step.url).fields.get("worksheets") or []]
    rank = {name: index for index, name in reversed(list(enumerate(named)))}
    return sorted(here.guide.worksheets, key=lambda sheet: (rank.get(sheet.id, len(named)), sheet.title))
