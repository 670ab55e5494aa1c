"""Worksheets as somebody filled them in: a page to read for each, beside the sheet."""

import json

from guide.model.example import Example
from guide.model.guide import Guide
from guide.model.sheet import Callout, Title
from guide.renderers.place import Place


def example_front_matter(guide: Guide, example: Example) -> str:
    """What the page made for it says of itself: as little as the sheet's own."""
    sheet = next(sheet for sheet in guide.worksheets if sheet.id == example.sheet)
    tab = guide.page_at(sheet.url).fields.get("tab")
    title = json.dumps(f"{example.title}: an example", ensure_ascii=False)
    named = f"tab: {json.dumps(tab, ensure_ascii=False)}\n" if tab else ""
    return f"---\ntitle: {title}\n{named}template: print.html\n---\n"


def example_request(example: Example) -> str:
    """What stands on that page."""
    return f"<!-- guide: example {example.sheet} -->"


def render_example(here: Place, name: str) -> str:
    """One sheet with its answers, to be read."""
    example = next((one for one in here.guide.examples if one.sheet == name), None)
    if example is None:
        return ""
    sheet = next(sheet for sheet in here.guide.worksheets if sheet.id == name)
    parts = [part for part in example.parts if not isinstance(part, Callout)]
    while parts and isinstance(parts[-1], Title):  # its content is for the sheet's own page
        parts.pop()
    return here.render("example", example=example, sheet=sheet, parts=parts)
