"""The styles that are written into each page: all that it uses, and no part that it does not."""

import re

import pytest
from guide.renderers.small import small
from projects import ROOT

PARTS = ROOT / "overrides/assets/styles"
ALWAYS = ("tokens", "text", "layout", "contents", "bar", "callouts")
FILES = ("paper", "search")
"""What comes as a file of its own, when it is needed."""
NEVER_IN_MARKUP = re.compile(
    r"::?(?:before|after|marker|placeholder|hover|focus-within|focus-visible|checked|user-valid|user-valid|popover-open|backdrop)"
    r"(?![\w-])"
)


def selectors(part: str) -> list[str]:
    """What a part's rules are for, without the states and boxes that markup does not show."""
    text = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", (PARTS / f"{part}.css").read_text("utf-8"), flags=re.DOTALL)
    found = (NEVER_IN_MARKUP.sub("", selector).strip(" \n}") for selector in re.findall(r"([^{}]+)\{", text))
    return [selector for selector in found if selector]


def optional_parts() -> list[str]:
    """Every part that only some pages need."""
    return sorted(path.stem for path in PARTS.glob("*.css") if path.stem not in (*ALWAYS, *FILES))


def opening(part: str) -> str:
    """The first rule of a part, as the build writes it."""
    return small((PARTS / f"{part}.css").read_text("utf-8"), part + ".css")[:60]


@pytest.mark.parametrize("part", optional_parts())
def test_a_part_comes_with_the_pages_that_use_it(built, part):
    """A page has the part if one of its rules is for something on the page, and only then."""
    rules = ",".join(selectors(part))
    uses = {address for address, page in built.items() if page.css_first(rules)}
    has = {address for address, page in built.items() if opening(part) in page.css_first("head style").text()}

    assert uses
    assert has == uses
