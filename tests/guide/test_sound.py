"""The files of docs/_data/: what belongs there is used, what does not is told, and nothing in them stops anything."""

from collections.abc import Iterator
from typing import Any

import pytest
from guide.reading.data import parse_data
from guide.reading.data_names import FOLDERS
from guide.reading.data_schema import VALUES, known_data
from guide.reading.fields import kinds
from guide.renderers import PARTS
from guide.renderers.manifest import render_manifest
from guide.renderers.place import Place
from guide.search.index import render_index
from guide.site.loader import load_guide
from projects import DOCS, ROOT

FEW = 7
"""One in so many is tried; with `--all` each."""
ODD = [
    "5",
    "true",
    "text",
    '""',
    "~",
    "1.5",
    ".inf",
    "[a, b]",
    "[1]",
    "[[a]]",
    "[]",
    "{}",
    "{a: b}",
    "{1: ~}",
    "2026-01-01",
]
SOUND = {
    "text": "a",
    "answer": "a",
    "number": "7",
    "year": "1999",
    "date": "2026-01-01",
    "truth": "true",
    "pattern": "a+",
    "range": "[1, 2]",
    "address": "https://a.example/",
    "page": "a/",
    "name": "a",
    "language": "en",
    "doi": "10.1000/182",
}
PAGES = {
    "a.md": "---\nkind: questions\n---\n# A\n\n## Q?\n\nAnswer [@a].\n\n<!-- guide: sources -->\n",
    "s.md": "---\nkind: step\nstep: 1\nworksheets: [w]\n---\n# S\n\n- [ ] A\n",
    "w.md": "---\nkind: worksheet\naudience: a\nminutes: 1\n---\n# W\n\nName: ____\n",
    "z.md": "---\nkind: safety\ntab: Notes\n---\n# Z\n",
}


def sound(shape: Any) -> str:
    """The text of a value that is as it should be."""
    if isinstance(shape, list):
        return f"[{sound(shape[0])}]"
    if isinstance(shape, dict):
        return "{" + ", ".join(f"{name_of(name)}: {sound(inner)}" for name, inner in shape.items()) + "}"
    return SOUND[shape]


def odd(shape: Any) -> Iterator[str]:
    """Texts of a value of which one thing is not."""
    yield from ODD
    if isinstance(shape, list):
        yield from (f"[{inner}]" for inner in odd(shape[0]))
    if isinstance(shape, dict):
        alike = {id(inner): name for name, inner in shape.items() if isinstance(inner, dict)}
        for name, inner in shape.items():
            if alike.get(id(inner), name) != name:
                continue  # of kinds of page that hold the same, one is enough
            rest = {other: what for other, what in shape.items() if other != name}
            yield from (f"{sound(rest)[:-1]}, {name_of(name)}: {text}}}".replace("{, ", "{") for text in odd(inner))


def name_of(name: str) -> str:
    """A field's name as an author writes it."""
    return name.removesuffix("!").replace("*", "any")


def file_of(name: str) -> str:
    """Where a file stands that is of this shape: those of `examples` in a folder of that name, one for each sheet."""
    return f"_data/{name}/w.yml" if name in FOLDERS else f"_data/{name}.yml"


def told(name: str, text: str) -> list[str]:
    """What is said of a file of data."""
    _, problems = load_guide({"a.md": "# A\n", f"_data/{name}.yml": text})
    return [f"{problem.line}: {problem.what}" for problem in problems]


def test_every_value_has_a_sound_text():
    """No sort of value is left out here."""
    assert SOUND.keys() == VALUES.keys()


def test_what_our_own_guide_has_is_known():
    """Every file of data that the real guide has, and every kind of page."""
    assert {path.stem for path in (DOCS / "_data").glob("*.yml")} == known_data().keys() - {*FOLDERS}
    assert set(known_data()["shape"]) == {
        "every page",
        "grades",
        "rhythm",
        "openings",
        "evidence",
        "claims",
        "calling",
        "care",
        "glossary",
        "notes",
        "promises",
        *kinds(),
    }


@pytest.mark.parametrize("name", known_data())
def test_nothing_in_a_file_of_data_stops_anything(name, some):
    """Whatever stands anywhere in it, the guide is read, and all is made of it that is made of data."""
    for text in some(dict.fromkeys(odd(known_data()[name])), FEW):
        guide, _ = load_guide({**PAGES, file_of(name): text})
        for page in guide.pages:
            here = Place(guide, page.url, ROOT / "overrides/fragments")
            for part in ("help-lines", "references", "sources", "worksheets", "all-worksheets"):
                PARTS[part](here, "")
        render_manifest(guide)
        render_index(guide)


@pytest.mark.parametrize("name", known_data())
def test_what_a_file_should_hold_is_used(name):
    """A file that is as it should be is read whole."""
    data, problems = parse_data({f"docs/{file_of(name)}": sound(known_data()[name])})

    assert problems == []
    assert data[name]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("references", "- title: T\n", ["1: An entry of the file has no “key”."]),
        ("references", "a: b\n", ["1: The file should be a list, and is names with values."]),
        ("shape", "- a\n", ["1: The file should be names with values, and is a list."]),
        ("shape", "stap:\n  fields: [a]\n", ["1: Unknown field “stap”."]),
        ("shape", "page:\n  fields: title\n", ["2: “fields” should be a list, and is “title”."]),
        (
            "shape",
            "questions:\n  answer_words: [1]\n",
            ["2: “answer_words” should be two whole numbers, and is a list."],
        ),
        (
            "vocabulary",
            "- says: [yes,\n    no]\n",
            [
                "1: An entry of “says” should be a text, and is “yes”, which YAML takes for true or false.",
                "2: An entry of “says” should be a text, and is “no”, which YAML takes for true or false.",
            ],
        ),
        ("wording", "- {words: '[a', why: w, instead: i}\n", ["1: “words” should be a pattern, and is “[a”."]),
        # One that would look at a text for ever.
        ("wording", "- {words: '(a+)+$', why: w, instead: i}\n", ["1: “words” should be a pattern, and is “(a+)+$”."]),
        ("audiences", "1: One\n", ["1: A name should be a text, and is “1”, which YAML takes for a number."]),
        (
            "help-lines",
            "- {service: S, who: W, source: s, seen_on: 2026-01-01, phone: 999,\n   phone: 112}\n",
            [
                "1: “phone” should be a text, and is “999”, which YAML takes for a number.",
                "2: “phone” is written twice (first on line 1).",
                "2: “phone” should be a text, and is “112”, which YAML takes for a number.",
            ],
        ),
        (
            "shape",
            "openings: {words: .inf, pages: 9:30}\n",
            [
                "1: “pages” should be a number, and is “9:30”, which YAML takes for a number.",
                "1: “words” should be a number, and is “.inf”, which YAML takes for a number.",
            ],
        ),
        ("words", "first: start/\n", ["1: “first” should be names with values, and is “start/”."]),
        ("words", "first: {text: A}\n", ["1: “first” has no “page”."]),
        ("words", "notice: ~\n", []),
        ("words", "", []),
        ("typed", "a: b\n", ["1: The name “typed” is that of a folder."]),
        ("pictures", "", ["1: The name “pictures” is that of a folder."]),
        ("our-own", "- 5\n- {a: [b]}\n", ["1: Nothing of the generator reads this file."]),
    ],
)
def test_what_is_told(name, text, expected):
    """What should not be there is told by its line."""
    assert told(name, text) == expected


def test_the_rest_of_a_file_is_kept():
    """A wrong entry costs no other entry, and a wrong field that an entry can do without costs no other field."""
    text = "- title: None\n- {key: a, title: T, year: [1]}\n- {key: b, title: ~}\n- {key: c, title: U, url: ~}\n"
    guide, _ = load_guide({"a.md": "# A\n", "_data/references.yml": text})

    assert guide.data["references"] == [{"key": "a", "title": "T"}, {"key": "c", "title": "U"}]
