"""The directory leaves nothing to guess: a number is dialled as its figures say, kinds and countries are known."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from guide.checks.help_line_names import check_names, check_one_entry
from guide.checks.help_line_texts import check_texts
from guide.model.guide import Guide
from guide.model.page import Mark, Page, Text
from guide.model.problems import NOTICE, Problem, nearest
from guide.reading.fields import kinds as kinds_of_page
from guide.text.calling import calling_of
from guide.text.figures import figures_as_seen
from guide.text.phone import number_of, numbers_in

LONGEST = 366
"""How many days a line may stand without a new look at its source."""
LONGER, WHOLE = 6, 7
"""Figures of a number that is not of the police, and of one with its area code."""


def check_help_lines(guide: Guide, today: date | None = None) -> Iterator[Problem]:
    """Each line of the directory, and what pages ask of it."""
    source = guide.data_file("help-lines.yml")
    lines = guide.data.get("help-lines") or []
    kinds = {kind["kind"]: kind.get("seen_within") for kind in guide.data.get("help-kinds") or []}
    first = {kind["kind"] for kind in guide.data.get("help-kinds") or [] if kind.get("everywhere")}
    countries = {place["code"] for place in guide.data.get("countries") or []}
    yield from _check_spans(guide)
    yield from _check_first(source, lines, first)
    yield from check_one_entry(source, lines)
    for line in lines:
        yield from _check_number(source, line)
        yield from check_names(source, line)
        yield from check_texts(source, line, calling_of(guide.shape))
        yield from _check_kind_of_page(source, line.get("not_on"))
        yield from _unknown(source, _named(line, "category", "also_for"), kinds, "help-kinds.yml")
        yield from _unknown(source, _named(line, "country", "also_in"), countries, "countries.yml")
        yield from _check_age(source, line, kinds.get(line.get("category")), today or date.today())
    known = set(kinds) or {line["category"] for line in lines if line.get("category")}
    for page in guide.pages:
        asked = [request for request in page.requests if request.name == "help-lines"]
        yield from _check_requests(page, asked, known)
        if asked and all(line.get("not_on") == page.kind for line in lines):
            yield _none_shown(page, asked[0], source)


def _check_spans(guide: Guide) -> Iterator[Problem]:
    """A number may have changed within a year."""
    for kind in guide.data.get("help-kinds") or []:
        if not 0 < kind.get("seen_within", 1) <= LONGEST:
            yield Problem(
                guide.data_file("help-kinds.yml"),
                kind["kind"].line,
                f"Lines of the kind “{kind['kind']}” are looked at again after {kind['seen_within']} days.",
                "A number that has changed leaves somebody alone when they need it most.",
                f"Write a number of days from 1 to {LONGEST}.",
            )


def _check_first(source: str, lines: list[dict[str, Any]], first: Collection[str]) -> Iterator[Problem]:
    """Whoever is in danger now is given a number to call, in each country that has a line for that at all."""
    of_country: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in lines:
        for kind in first & {*_named(line, "category", "also_for")}:
            for country in _named(line, "country", "also_in") or [""]:
                of_country.setdefault((country, kind), []).append(line)
    for (country, kind), there in of_country.items():
        if not any(line.get("phone") for line in there):
            yield Problem(
                source,
                next(name.line for name in _named(there[0], "category", "also_for") if name == kind),
                f"Of the lines for “{kind}”, shown everywhere, none{' of ' * bool(country)}{country} has a number.",
                "Somebody would look for the number to call now, and find none.",
                "Add the line with that number, or name the kind of this one as what else it is for.",
            )


def _named(line: dict[str, Any], one: str, more: str) -> list[Text]:
    return [name for name in [line.get(one), *(line.get(more) or [])] if name]


def _check_kind_of_page(source: str, hidden: Text | None) -> Iterator[Problem]:
    if hidden and hidden not in kinds_of_page():
        guess = nearest(hidden, kinds_of_page())
        yield Problem(
            source,
            hidden.line,
            f"“{hidden}” is no kind of page.",
            "The line would be shown on pages where it should not be.",
            f"Write  not_on: {guess}" if guess else f"Use one of: {', '.join(kinds_of_page())}.",
        )


def _check_number(source: str, line: dict[str, Any]) -> Iterator[Problem]:
    shown, dial = line.get("phone"), line.get("dial")
    written = dial or shown
    if written and not number_of(written):
        yield Problem(
            source,
            written.line,
            f"“{written}” cannot be dialled for certain.",
            "Somebody in need would press it, and reach nobody or somebody else.",
            'Add below it what to dial:  dial: "08082000247" . For no number at all write  phone: null',
        )
    elif shown and dial and number_of(dial) not in numbers_in(shown):
        yield Problem(
            source,
            dial.line,
            f"“{shown}” is shown, and “{dial}” is dialled.",
            "Somebody in need would press the one, and reach the other.",
            "Write the same figures in both, with the same beginning (+44 and 0 are two numbers to a telephone).",
        )
    else:
        for other in sorted(_others(shown or "", number_of(written or ""))):
            yield Problem(
                source,
                shown.line,
                f"“{shown}” shows {other} as well, and {number_of(written)} is dialled.",
                "Somebody in need would call the one that stands there, and nobody looked whom it reaches.",
                "Write one number; another one is a line of its own, with where it was seen.",
            )


def _others(shown: str, dialled: str) -> set[str]:
    """Numbers in a field besides the one that is dialled, which may stand there twice; the police have short ones."""
    ends = {one for one in numbers_in(figures_as_seen(shown)) if len(one) >= LONGER}
    same = {one for one in ends if len(one) >= WHOLE and dialled.endswith(one.lstrip("+0"))}
    return {one for one in ends - same if not dialled.endswith(one) and not one.endswith(dialled.lstrip("0"))}


def _unknown(source: str, names: list[Text], known: Collection[str], file: str) -> Iterator[Problem]:
    """A list of names that is not there asks for nothing."""
    for name in names:
        if known and name not in known:
            guess = nearest(name, known)
            yield Problem(
                source,
                name.line,
                f"“{name}” does not stand in {file}.",
                "The line would be left out, or stand where nobody looks for it.",
                f"Write  {guess}" if guess else f"Add it to {file}, or write one of: {', '.join(sorted(known))}.",
            )


def _check_age(source: str, line: dict[str, Any], days: float | None, today: date) -> Iterator[Problem]:
    if line["seen_on"] > today:
        yield Problem(
            source,
            line["service"].line,
            f"“{line['service']}” was seen on {line['seen_on']}, which is still to come.",
            "Nobody would look again, and a number that has changed leaves somebody alone when they need it most.",
            "Set  seen_on  to the day on which somebody read it at the service's own address.",
        )
    elif days and today - line["seen_on"] > timedelta(days=days):
        yield Problem(
            source,
            line["service"].line,
            f"“{line['service']}” was last seen on {line['seen_on']}.",
            "A number that has changed leaves somebody alone when they need it most.",
            "Look it up at the service's own address; set  seen_on  to that day, or take the line out.",
            NOTICE,
        )


def _check_requests(page: Page, asked: list[Mark], kinds: Collection[str]) -> Iterator[Problem]:
    """A page asks for kinds that there are, and once: the ways to the countries would be there twice."""
    for request in asked[1:]:
        yield Problem(
            page.source,
            request.line,
            "The page asks for help lines twice.",
            "A link to a country would lead to the first list only.",
            "Name all kinds in one request:  <!-- guide: help-lines one other -->",
        )
    for request in asked:
        for name in sorted(set(request.argument.split()) - set(kinds)):
            yield _no_such_kind(page.source, request.line, name, kinds)


def _none_shown(page: Page, request: Mark, source: str) -> Problem:
    return Problem(
        page.source,
        request.line,
        "No help line would be shown here.",
        "Somebody in need would find a heading, and nobody to call.",
        f"Put lines into {source} (without  not_on: {page.kind} ), or take it out.",
    )


def _no_such_kind(source: str, line: int, name: str, kinds: Collection[str]) -> Problem:
    guess = nearest(name, kinds)
    return Problem(
        source,
        line,
        f"There are no help lines of the kind “{name}”.",
        "The page would be without the lines that it asks for.",
        f"Write  {guess}" if guess else f"Known: {', '.join(sorted(kinds))}.",
    )
