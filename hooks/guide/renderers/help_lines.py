"""The directory of people who can help: by country, and below each by the kind of help."""

import re
from typing import Any

from guide.model.guide import Guide
from guide.renderers.place import Place
from guide.text.phone import number_of, texts_of

Line = dict[str, Any]


def render_help_lines(here: Place, asked: str = "") -> str:
    """The entries of help-lines.yml, in the order of countries.yml and help-kinds.yml.

    `asked` names kinds, with spaces between: those come, in that order, after the kinds that stand everywhere.
    Without it all come. An entry that is not meant for a page of this kind (`not_on`) never does.
    """
    return here.render("help_lines", countries=countries_of(here.guide, here.page.kind, asked))


def render_lines_to_mend(here: Place, _: str = "") -> str:
    """Every help line by its country, with the way to its entry; nothing where the site names no repository."""
    source = here.guide.data_file("help-lines.yml")
    if not here.edit(source, 1):
        return ""
    countries = [
        {**country, "ways": [(line["service"], here.edit(source, line["service"].line)) for line in country["lines"]]}
        for country in countries_of(here.guide, "")
    ]
    return here.render("lines_to_mend", countries=countries)


def countries_of(guide: Guide, page_kind: str, asked: str = "") -> list[dict[str, Any]]:
    """What stands on a page of this kind: each country with its `id` ("" where it has none) and its lines."""
    data = guide.data
    lines = [
        {**line, **_put_together(line)} for line in data.get("help-lines") or [] if line.get("not_on") != page_kind
    ]
    kinds = _kinds(data.get("help-kinds") or [], asked.split(), lines)
    countries = [_country(code, name, lines, kinds) for code, name in _countries(data.get("countries") or [], lines)]
    return [country for country in countries if country["lines"]]


def _countries(listed: list[dict[str, str]], lines: list[Line]) -> list[tuple[str, str]]:
    """The code and the name of each country; those that are not listed come last."""
    found = {_home(line): line.get("country_name") or line.get("country") or "" for line in lines}
    return list((dict.fromkeys(place["code"] for place in listed) | found | _names(listed)).items())


def _names(listed: list[dict[str, str]]) -> dict[str, str]:
    return {place["code"]: place["name"] for place in listed}


def _home(line: Line) -> str:
    return line.get("country") or line.get("country_name") or ""


def _kinds(known: list[dict], asked: list[str], lines: list[Line]) -> list[dict]:
    """The kinds of help that are shown, in their order; one that is not known has no name of its own."""
    by_name = {kind["kind"]: kind for kind in known}
    everywhere = [kind["kind"] for kind in known if kind.get("everywhere")]
    rest = asked or [*by_name, *(line.get("category") or "" for line in lines)]
    return [by_name.get(name, {"kind": name}) for name in dict.fromkeys([*everywhere, *rest])]


def _country(code: str, name: str, lines: list[Line], kinds: list[dict]) -> dict[str, Any]:
    """What stands below one country. A line stands once, with the first kind that it helps with."""
    own = [line for line in lines if _home(line) == code]
    # What an entry notes is about its own country.
    left = [*own, *({**line, "note": ""} for line in lines if code in (line.get("also_in") or []))]
    groups, shown = [], []
    for kind in kinds:
        found = [line for line in left if kind["kind"] in (line.get("category") or "", *(line.get("also_for") or []))]
        left = [line for line in left if line not in found]
        shown += found
        if found or kind.get("otherwise"):
            groups.append({**kind, "lines": found})
    return {"id": f"in-{code.lower()}" if code.isalnum() else "", "name": name, "groups": groups, "lines": shown}


def _put_together(line: Line) -> Line:
    """What is made of its fields: the ways to press, and its region where nothing beside it says that."""
    said = f"{line['service']} {line['who']}".replace(" & ", " and ")
    region = line.get("region") or ""
    is_said = region and re.search(rf"\b{re.escape(region)}\b", said, re.IGNORECASE)
    dial = _dial(line.get("dial") or line.get("phone") or "")
    return {"dial": dial, "texts": _texts(line), "region": "" if is_said else region}


def _texts(line: Line) -> list[dict[str, str]]:
    """What the links that send a text say, and to which number; "" where that is not certain."""
    return [{"says": says, "number": number.replace("#", "%23")} for says, number in texts_of(line)]


def _dial(phone: str) -> str:
    """What the link to a number says; "" where there is none. In an address a # would begin something else."""
    return number_of(phone).replace("#", "%23")
