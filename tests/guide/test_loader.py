"""A folder of texts into one guide: nothing that an author writes stops it."""

import json

import pytest
from guide.model.problems import ERROR
from guide.reading.fields import kinds, known_fields
from guide.reading.pages import address_of
from guide.renderers.manifest import render_manifest
from guide.site.loader import load_guide

VALUES = [
    "5",
    "0",
    "-3",
    "true",
    "text",
    '""',
    "~",
    "1.5",
    "[a, b]",
    "[1, 2]",
    "[[a]]",
    "{a: b}",
    "2026-01-01",
    "2026-01-01 10:00:00",
]
MADE = ("blanks", "write", "scales", "choices", "checklist")
BODY = "# A\n\n## Q?\nalso: x\n\nAnswer.\n\n- [ ] One\n"
BESIDE = {
    "b.md": "---\nkind: step\nstep: 1\norder: 1\nworksheets: [a]\n---\n# B\n",
    "c.md": "---\nkind: block\nelement: C\norder: 1\n---\n# C\n",
    "_data/shape.yml": "every page:\n  fields: [description, title]\ngrades: {'': 7}\n",
    "_data/wording.yml": "- {words: foo, why: w, instead: i}\n",
    "_data/audiences.yml": "both: B\n",
}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("a.md", "a/"),
        ("a/index.md", "a/"),
        ("a/readme.md", "a/readme/"),
        ("a/b.md", "a/b/"),
        ("a/my-index.md", "a/my-index/"),
    ],
)
def test_addresses(path, address):
    """A page's address is what MkDocs makes of its path."""
    assert address_of(path) == address


@pytest.mark.parametrize("kind", [*kinds(), "unknown"])
def test_a_field_of_any_type_stops_nothing(kind):
    """Whatever stands in any field on a page of any kind, the guide is read and its manifest made."""
    for name in known_fields():
        pages = {f"a{n}.md": f"---\nkind: {kind}\n{name}: {value}\n---\n{BODY}" for n, value in enumerate(VALUES)}
        guide, _ = load_guide({**pages, **BESIDE})

        assert len(json.loads(render_manifest(guide))["pages"]) == len(VALUES) + 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n---",
        "\x00\x01\x02\x03",
        "# \n## \n- [ ]",
        "[" * 200,
        "- [ ] " * 50,
        "> " * 50 + "- [ ] x",
        "[a][a]\n\n[a]: <",
        "<div markdown>\n\n- [ ] x",
        "<!-- guide: -->\n<!-- guide: blocks",
        "| |\n|-|\n",
        "# A\n\n[^1]: \n\n- [ ] x[^1] [^2]",
        "{: #x }\n\n# A {: }",
        "- [ ] a\n- ( ) b\n\n- ( ) c\n- [ ] d",
        "\U0010fff0\U0010fffa a",
        "1. [ ] a\n   - [ ] b\n\n      - ( ) c",
        "- ( ) a\n    - ( ) b\n\n        c ____\n\n    d {#e}\n- ____\n- ( )",
        "____ **____** ____  \n____ [a ____](b) ____ <br> ____",
        "| | 1 a | 2 b |\n|-|-|-|\n| c | | |\n| d | ( ) | ( ) |",
        "| | 1 a | 2 b |\n|-|-|-|\n| ( ) | | |",
        '<table markdown="1">\n<tr></tr>\n</table>',
        '<section markdown="1">\n</section>',
        *(f'<div class="{name}" markdown="1">\n</div>' for name in MADE),
        *(f'<div class="{name}" markdown="1">\n<fieldset><label><input></label></fieldset>\n</div>' for name in MADE),
        *(f"Words\n{{: .{name} }}" for name in MADE),
    ],
)
@pytest.mark.parametrize("kind", ["page", "worksheet", "questions"])
def test_no_text_stops_anything(text, kind):
    """Broken Markdown is read as far as it goes."""
    for front in ("", f"---\nkind: {kind}\n---\n"):
        guide, _ = load_guide({"a.md": front + text})

        assert len(guide.pages) == 1


def test_pages_and_data():
    """Pages come in the order of their addresses; what stands in _data is data, Markdown there is nobody's page."""
    guide, problems = load_guide(
        {
            "b.md": "# B\n",
            "index.md": "# Home\n",
            "a/index.md": "# A\n",
            "_data/README.md": "# No page\n",
            "_data/audiences.yml": "both: For both\n",
            "_data/pictures/cup.svg": "<svg/>\n",
            "_data/typed/elsewhere.txt": "# Not a query.\nmilk\n\n## b.md\nlemon \n",
        },
        folder="pages",
    )

    assert [(page.url, page.source) for page in guide.pages] == [
        ("", "pages/index.md"),
        ("a/", "pages/a/index.md"),
        ("b/", "pages/b.md"),
    ]
    assert guide.data == {
        "audiences": {"both": "For both"},
        "examples": {},
        "pictures": {"cup": "<svg/>"},
        "typed": {"elsewhere": {"": ["milk"], "b.md": ["lemon"]}},
    }
    assert [line.line for lines in guide.data["typed"]["elsewhere"].values() for line in lines] == [2, 5]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [("a: 1\nb: c: d\n", 2, "mapping values"), ("a: [", 1, "expected"), ("a: 2026-02-30", 1, "out of range")],
)
def test_broken_data(text, line, words):
    """A data file that cannot be read is one problem, and the rest of the guide is still read."""
    guide, told = load_guide({"index.md": "# Home\n", "_data/ours.yml": text})
    problems = [problem for problem in told if problem.severity == ERROR]

    assert [(problem.path, problem.line) for problem in problems] == [("docs/_data/ours.yml", line)]
    assert problems[0].what.startswith("The file cannot be read: ")
    assert words in problems[0].what
    assert [page.title for page in guide.pages] == ["Home"]


def test_extensions_of_a_site():
    """Markdown extensions that a site adds to ours are read by the checks too."""
    texts = {"a.md": "# A\n\n~~- [x](gone.md)~~ ==y==\n"}
    guide, _ = load_guide(texts, extensions={"extra": ["pymdownx.mark"], "configs": {}})

    assert guide.pages[0].prose[-1][0].endswith(" y")


def test_problems_come_in_order():
    """All of them at once, by path and line."""
    _, problems = load_guide({"b.md": "", "a.md": "# A\n\n[x](c.md)\n\n# Two\n", "_data/words.yml": "["})

    assert [(problem.path, problem.line) for problem in problems] == [
        ("docs/_data/words.yml", 1),
        ("docs/a.md", 3),
        ("docs/a.md", 5),
        ("docs/b.md", 1),
    ]


def test_a_page_is_named_from_the_folder_of_pages():
    """What data calls a page does not change with the place of the folder."""
    texts = {"a.md": "# Trust\n", "_data/vocabulary.yml": "- {says: [cheated], leads: [a.md]}\n"}
    guide, problems = load_guide(texts, folder="here/and/there")

    assert problems == []
    assert guide.page_from("a.md").source == "here/and/there/a.md"
