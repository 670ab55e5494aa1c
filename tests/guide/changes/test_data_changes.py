"""The summary of a change names, by file, what of the data and of the settings is not as it was."""

import json

import yaml
from guide.changes.compare import changes_of
from guide.changes.data import SHOWN, data_changes, settings_of
from guide.changes.quoting import LONGEST
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.site.loader import load_guide
from guide_mkdocs.settings.files import AsWritten

FILES = {
    "index.md": "# Home\n",
    "_data/countries.yml": "- {code: GB, name: United Kingdom}\n- {code: US, name: United States}\n",
    "_data/words.yml": 'first: {text: Is it safe?, page: ""}\nhome_again: Back\n',
    "_data/vocabulary.yml": "- {says: [a row, fight], leads: [index.md]}\n- {says: [tea], leads: [index.md]}\n",
    "_data/addresses.txt": "/\n/old/\n",
    "_data/typed/in-danger.txt": "## home.md\nthe tide\n",
}
SETTINGS = {"site_name": "Tea", "hooks": ["a.py"], "nav": [{"Home": "index.md"}, {"More": [{"B": "b.md"}]}]}


def told(section: str = "Data", settings: dict | None = None, **changed: str) -> list[str]:
    """What is said in a section where files, by their last names, or settings are not as they were."""
    after = {
        **FILES,
        **{
            path: changed[name]
            for path in FILES
            if (name := path.rpartition("/")[2].partition(".")[0].replace("-", "_")) in changed
        },
    }
    guide, problems = load_guide(after)
    before, now = (
        json.loads(json.dumps(snapshot_of(one, {}, problems, {}, {"mkdocs.yml": said})))
        for one, said in ((load_guide(FILES)[0], SETTINGS), (guide, SETTINGS if settings is None else settings))
    )
    return (
        render_changes(changes_of(before, now, guide))
        .partition(f"## {section}\n\n")[2]
        .partition("\n\n")[0]
        .splitlines()
    )


def test_nothing_is_said_of_what_stays():
    """Nor of entries in another order."""
    assert told() == []
    assert told(vocabulary="".join(reversed(FILES["_data/vocabulary.yml"].splitlines(keepends=True)))) == []


def test_two_countries_change_their_names():
    """An entry is known by what it says first, and each value is told as it was and as it is."""
    assert told(countries="- {code: GB, name: United States}\n- {code: US, name: United Kingdom}\n") == [
        "- `docs/_data/countries.yml` 2 changed",
        "    - GB › name: “United Kingdom” → “United States”",
        "    - US › name: “United States” → “United Kingdom”",
    ]


def test_words_of_every_page():
    """New, changed and gone ones."""
    assert told(words='first: {text: Is it OK?, page: ""}\ntagline: Tea\n') == [
        "- `docs/_data/words.yml` 1 new, 1 gone, 1 changed",
        "    - tagline: nothing → “Tea”",
        "    - home_again: “Back” → nothing",
        "    - first › text: “Is it safe?” → “Is it OK?”",
    ]


def test_a_line_of_a_list():
    """Of what people type, of what they say, and a second one that reads as the first."""
    assert told(in_danger="## home.md\nthe tide\ncold water\n") == [
        "- `docs/_data/typed/in-danger.txt` 1 new",
        "    - home.md cold water: nothing → “cold water”",
    ]
    assert told(in_danger="## home.md\nthe tide\nthe tide\n")[0] == "- `docs/_data/typed/in-danger.txt` 1 new"
    assert told(vocabulary=FILES["_data/vocabulary.yml"].replace("fight", "quarrel"))[0].endswith("1 new, 1 gone")


def test_settings():
    """Hooks, names and the list of pages; a page between others changes none of those."""
    nav = [SETTINGS["nav"][0], {"New": "c.md"}, SETTINGS["nav"][1]]

    assert told("Settings", {**SETTINGS, "hooks": ["a.py", "b.py"], "nav": nav}) == [
        "- `mkdocs.yml`",
        "    - hooks b.py: nothing → “b.py”",
        "    - nav › New: nothing → “c.md”",
    ]


def test_every_setting_is_told():
    """However many there are, whole, and a list of nothing or another order as well."""
    mail = yaml.load(f'!ENV [MAIL_TO, "{"a" * 240}@evil.example"]', AsWritten)
    many = {f"word{number}": "x" for number in range(60)}
    said = told("Settings", {**SETTINGS, "plugins": [], "extra": {**many, "mail": mail}})

    assert len(said) == 1 + 60 + 2
    assert f"    - extra › mail: nothing → “`{mail}`”" in said
    assert "    - plugins: nothing → “\\[\\]”" in said
    assert told("Settings", {**SETTINGS, "nav": SETTINGS["nav"][::-1]}) == [
        "- `mkdocs.yml`",
        "    - The order is another, from “nav › More › B” on.",
    ]
    assert told("Settings", {**SETTINGS, "nav": [{"Start": "index.md"}, SETTINGS["nav"][1]]})[1:] == [
        "    - nav › Start: nothing → “index.md”",
        "    - nav › Home: “index.md” → nothing",
    ]


def test_settings_that_only_look_alike():
    """Groups that are no more, lists that are one line, numbers and words for them, a number at the end."""
    flat = [SETTINGS["nav"][0], {"More B": "b.md"}]
    assert told("Settings", {**SETTINGS, "nav": flat})[1:] == [
        "    - nav › More B: nothing → “b.md”",
        "    - nav › More › B: “b.md” → nothing",
    ]
    for was, now in ALIKE:
        kept, new = ({"mkdocs.yml": settings_of({"": value})[""]} for value in (was, now))
        assert [*data_changes(kept, new)], (was, now)


ALIKE = [
    ({"a": ["b, c"]}, {"a": ["b", "c"]}),
    ({"a": "b"}, {"a": ["b"]}),
    ({"a": ["b"]}, {"a": {"b": "b"}}),
    ({"a": [{"b": "c"}]}, {"a": {"b": "c"}}),
    ({"a": True}, {"a": "true"}),
    ({"a": None}, {"a": ""}),
    ({"a": 1}, {"a": "1"}),
    ({1: "a"}, {"1": "a"}),
    ({"a": []}, {"a": "[]"}),
    ({"a": yaml.load("!ENV b", AsWritten)}, {"a": yaml.load('"!ENV b"', AsWritten)}),
    ({"a\x1fb": "c"}, {"a": {"b": "c"}}),
    ({"a\\x1fb": "c"}, {"a\x1fb": "c"}),
    ({"a": ["b", "b", "b (2)"]}, {"a": ["b", "b (2)"]}),
    ({"a": [["b", "c"], ["b", "d"]]}, {"a": [["b", "d"], ["b", "c"]]}),
    ({"a": [["b", "c", "d"], ["b"]]}, {"a": [["b", "c"], ["b", "d"]]}),
    ({"a": [{"b": 1, "c": 2}, {"b": 1, "d": 3}]}, {"a": [{"b": 1, "c": 2, "d": 3}, {"b": 1}]}),
    ({"a": [{"b": ["c"]}, {"b": ["d"]}]}, {"a": [{"b": ["c", "d"]}]}),
]


def test_the_list_of_addresses():
    """What is taken out of it, or put in: no other part of the summary tells it."""
    assert told(addresses="/\n/new/\n") == [
        "- `docs/_data/addresses.txt` 1 new, 1 gone",
        "    - /new/: nothing → “/new/”",
        "    - /old/: “/old/” → nothing",
    ]


def test_the_end_of_a_long_value():
    """It is told from a little before the first difference."""
    guide, _ = load_guide(FILES)
    first, second = (
        json.loads(json.dumps(snapshot_of(guide, {}, [], {}, {"mkdocs.yml": {"a": f"{'b' * 900} {end}"}})))
        for end in ("one", "two")
    )

    assert f"a: “…{'b' * 39} one” → “…{'b' * 39} two”" in render_changes(changes_of(first, second, guide))


def test_many_entries_and_long_ones():
    """The first are told, and how many more there are; nothing of them is markup."""
    lines = "".join(f"*{number}* the tide\n" for number in range(SHOWN + 4))
    said = told(in_danger=f"## home.md\nthe tide\n{lines}", words=f'first: {{text: {"a" * (LONGEST + 7)}, page: ""}}\n')

    assert "    - and 4 more" in said
    assert len([line for line in said if "the tide" in line]) == SHOWN
    assert any(line.startswith("    - home.md \\*0\\* the tide") for line in said)
    assert any(f"aa … (7 of {LONGEST + 7} signs are not shown) … aa" in line for line in said)


def test_a_snapshot_of_before():
    """Where nothing was kept of data, nothing can be told of it."""
    guide, _ = load_guide(FILES)
    head = json.loads(json.dumps(snapshot_of(guide, {}, [])))

    assert changes_of({name: kept for name, kept in head.items() if name != "data"}, head, guide).data == ()
