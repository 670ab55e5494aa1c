"""The directory of people who can help, by country."""

from itertools import groupby

from guide.phone import number_of
from guide.renderers.place import Place


def render_help_lines(here: Place, category: str = "") -> str:
    """The entries of docs/_data/help-lines.yml, country by country in the order of the file.

    All of them, or those of one category; without those that are not meant for a page of this kind.
    """
    lines = [
        {**line, "dial": _dial(line.get("dial") or line.get("phone") or "")}
        for line in here.guide.data.get("help-lines") or []
        if category in ("", line.get("category")) and line.get("not_on") != here.page.kind
    ]
    countries = [
        (country, list(group)) for country, group in groupby(lines, key=lambda one: one.get("country_name") or "")
    ]
    return here.render("help_lines", countries=countries)


def _dial(phone: str) -> str:
    """What the link to a number says; "" where there is none. In an address a # would begin something else."""
    return number_of(phone).replace("#", "%23")
