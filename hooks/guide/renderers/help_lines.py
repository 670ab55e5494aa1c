"""The directory of people who can help, by country."""

import re
from itertools import groupby

from guide.renderers.place import Place

# The first number of a phone field, which may say more: "000 (112 from a mobile also works)", "079, option 1".
NUMBER = re.compile(r"[+*#]?\d(?:[ -]?\d)*")


def render_help_lines(here: Place, category: str = "") -> str:
    """The entries of docs/_data/help-lines.yml, country by country in the order of the file.

    All of them, or those of one category; without those that are not meant for a page of this kind.
    """
    lines = [
        {**line, "dial": dial(line.get("phone") or "")}
        for line in here.guide.data.get("help-lines") or []
        if category in ("", line.get("category")) and line.get("not_on") != here.page.kind
    ]
    countries = [
        (country, list(group)) for country, group in groupby(lines, key=lambda one: one.get("country_name") or "")
    ]
    return here.render("help_lines", countries=countries)


def dial(phone: str) -> str:
    """What a telephone is to dial: the first number, bare; "" where there is none."""
    found = NUMBER.search(phone)
    return re.sub(r"[ -]", "", found[0]) if found else ""
