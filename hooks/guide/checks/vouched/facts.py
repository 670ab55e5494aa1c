"""What readers in danger rest on, one fact a line: the help lines, the ways there, and whoever the pages lead to.

No rule can know which number is right, or who should be called. What somebody looked up can be written down,
though, and whatever is not as it was be told.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from guide.checks.called import SHOWN_DATA, files_of, strings_in
from guide.checks.dialled import addresses_of
from guide.checks.html_tags import tags_of
from guide.checks.known_places import is_shared
from guide.checks.vouched.fact import Fact
from guide.checks.vouched.ways import facts_of_ways
from guide.checks.vouched.words import facts_of_words
from guide.model.guide import ALARMS, Guide
from guide.model.page import Page, Text
from guide.text.addresses import parts_as_read
from guide.text.calling import Calling, calling_of
from guide.text.phone import numbers_of_line
from guide.text.shown_hosts import FILES, hosts_in, letters_in
from guide.text.shown_numbers import calls_in

LINES, TO_CALL = "help-lines", ("tel", "sms")
OF_LINE = (
    *("country", "also_in", "country_name", "region", "category", "also_for", "service"),
    *("phone", "dial", "sms", "text_or_chat", "url", "not_on", "source"),
)
"""What somebody in need goes by; not the hours, nor the day on which it was seen."""
OF_COUNTRY = ("code", "name", "calls")
OF_KIND = ("kind", "name", "everywhere", "otherwise")
PICTURE = "picture"
RESTS_ON = ("calling", "care", "notes", "safety")
"""What the shape of a guide says of the ways to help; of worksheets, also for whom they are one paper."""


def facts_of(guide: Guide) -> list[Fact]:
    """All that holds for a guide, each once, in order; nothing where it has no safety pages."""
    if not guide.of_kind("safety"):
        return []
    found: dict[str, Fact] = {}
    known = {number for line in guide.data.get(LINES) or [] for number in numbers_of_line(line)}
    calling = calling_of(guide.shape)
    pages = (_of_page(page, known, calling) for page in guide.pages)
    data = (_of_directory(guide), _said_everywhere(guide), _of_shape(guide))
    for fact in chain(*data, *pages, facts_of_ways(guide), facts_of_words(guide)):
        says = " ".join(fact.says.split())
        found.setdefault(says, fact._replace(says=says))
    return sorted(found.values())


def _of_directory(guide: Guide) -> Iterator[Fact]:
    """The help lines, their kinds and countries, and whom sources lead to."""
    source = guide.data_file(f"{LINES}.yml")
    for line in guide.data.get(LINES) or []:
        yield Fact(f"help line: {_values(line, OF_LINE)}", source, line["service"].line)
    for kind in guide.data.get("help-kinds") or []:
        yield Fact(f"kind of help: {_values(kind, OF_KIND)}", guide.data_file("help-kinds.yml"), kind["kind"].line)
    for place in guide.data.get("countries") or []:
        says = f"country: {_values(place, OF_COUNTRY)}"
        yield Fact(says, guide.data_file("countries.yml"), place["code"].line)
    for reference in guide.references.values():
        if reached := _reached(reference.get("url") or ""):
            yield Fact(f"a source leads to {reached}", guide.data_file("references.yml"), reference["key"].line)


def _said_everywhere(guide: Guide) -> Iterator[Fact]:
    """What stands on every page and on paper, and the places that the search may lead to."""
    for name, way in (guide.data.get("words") or {}).items():
        is_way = isinstance(way, Mapping)
        words = way["text"] if is_way else way
        leads = f", which leads to {way['page']}{_part(way)}" if is_way else ""
        yield Fact(f"every page may say ({name}): “{words}”{leads}", guide.data_file("words.yml"), words.line)
    for place in (guide.data.get("typed") or {}).get("in-danger") or {}:
        if place:
            yield Fact(f"what is typed in danger leads to {place}", guide.data_file("typed/in-danger.txt"), 1)
    for query in guide.data.get(ALARMS) or []:
        yield Fact(f"whoever types “{query}” is led to help", guide.data_file(ALARMS), query.line)
    for words in strings_in(guide.data.get("workbook") or {}):
        yield Fact(f"paper says: “{words}”", guide.data_file("workbook.yml"), words.line)
    for name in SHOWN_DATA:
        for path, data in files_of(guide, name):
            for words in strings_in(data):
                for contact in sorted(_contacts(words)) if isinstance(words, Text) else ():
                    yield Fact(f"{name} show {contact}", path, words.line)


def _of_shape(guide: Guide) -> Iterator[Fact]:
    """By what the check itself goes: whoever takes a page out of a rule, or a word, takes that help away."""
    shape = guide.shape
    asked = {f"{name}.{key}": value for name in RESTS_ON for key, value in _named_in(shape.get(name)).items()}
    asked |= {"promises": shape.get("promises"), "worksheet.together": (shape.get("worksheet") or {}).get("together")}
    for name, value in asked.items():
        if value not in (None, "", []):
            line = next((words.line for words in strings_in(value) if isinstance(words, Text)), 1)
            yield Fact(f"shape.yml, {name}: {_said(value)}", guide.data_file("shape.yml"), line)


def _named_in(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _part(way: Mapping[str, Any]) -> str:
    return f"#{way['part']}" if way.get("part") else ""


def _values(entry: Mapping[str, Any], names: Iterable[str]) -> str:
    """The fields that are there, each by its name but for what speaks for itself."""
    told = ((name, entry.get(name)) for name in names)
    return "; ".join(f"{name} {_said(value)}" for name, value in told if value not in (None, "", []))


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name or 'other'} {one if one != '' else 'at once'}" for name, one in value.items())
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _of_page(page: Page, known: set[str], calling: Calling) -> Iterator[Fact]:
    """The help lines that it asks for, and whom it leads to outside; `known` are their numbers."""
    name = f"/{page.url}"
    if page.kind == "safety":
        yield Fact(f"{name} is a safety page", page.source, 1)
    for request in page.requests:
        if request.name == LINES:
            yield Fact(f"{name} shows help lines: {request.argument or 'all'}", page.source, request.line)
        elif request.argument and request.name != PICTURE:
            yield Fact(f"{name} holds a {request.name}: {request.argument}", page.source, request.line)
    for tag in tags_of(page.html):
        for address in addresses_of(tag):
            if reached := _reached(address):
                who = name if page.kind == "safety" or ":" in reached else "a page"
                yield Fact(f"{who} leads to {reached}", page.source, tag.line)
    for text, line in page.prose:
        for contact in sorted(_contacts(text)):
            yield Fact(f"a page shows {contact}", page.source, line)
        for number in sorted(calls_in(text, known if page.kind == "safety" else (), calling)):
            yield Fact(f"{name} names the number {number}", page.source, line)


def _contacts(text: str) -> set[str]:
    return {one for one in hosts_in(text) | letters_in(text) if one.rpartition(".")[2] not in FILES}


def _reached(address: str) -> str:
    """Whom a link reaches outside: a number, a letter box, a host.

    Where a query may lead on, or many have a place on one host, the whole address.
    """
    target = parts_as_read(address)
    if target.scheme in (*TO_CALL, "mailto"):
        return f"{target.scheme}:{target.path}"
    if not target.netloc:
        return ""
    is_plain = not target.query and target.netloc == target.hostname and not is_shared(target.hostname)
    return target.hostname if is_plain else address.strip()
