"""Checklists: their tools on the page, a page to print for each, and a list of them all."""

import json

from guide.model.page import Checklist
from guide.renderers.place import Place


def print_address(checklist: Checklist) -> str:
    """The address of the page made for paper. A worksheet prints as it is."""
    return checklist.page if checklist.kind == "worksheet" else f"print/{checklist.id}/"


def print_front_matter(checklist: Checklist) -> str:
    """What the page made for paper says of itself."""
    title = json.dumps(checklist.title, ensure_ascii=False)
    return f"---\ntitle: {title}\ntemplate: print.html\n---\n"


def print_request(checklist: Checklist) -> str:
    """What stands on that page."""
    return f"<!-- guide: print {checklist.id} -->"


def render_checklist_tools(here: Place, name: str) -> str:
    """What stands below a list on its page: how far one is, keep, forget, print. On a worksheet: nothing."""
    checklist = _find(here, name)
    if checklist is None or checklist.kind == "worksheet":
        return ""
    return here.render("checklist_tools", checklist=checklist, print_page=here.to(print_address(checklist)))


def render_print_page(here: Place, name: str) -> str:
    """One checklist alone, for paper."""
    checklist = _find(here, name)
    if checklist is None:
        return ""
    page = here.guide.page_at(checklist.page)
    return here.render("print_checklist", checklist=checklist, page=page)


def render_checklists(here: Place, _: str = "") -> str:
    """Every checklist that is not part of a worksheet, with the way to its page and to paper."""
    listed = [checklist for checklist in here.guide.checklists if checklist.kind != "worksheet"]
    return here.render("checklists", checklists=listed, print_address=print_address)


def _find(here: Place, name: str) -> Checklist | None:
    return next((checklist for checklist in here.guide.checklists if checklist.id == name), None)
