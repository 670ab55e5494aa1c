"""The summary of a change names, by file, what of the data and of the settings is not as it was."""

import json

from guide.site.changes import changes_of
from guide.site.changes_told import SHOWN, render_changes
from guide.site.loader import load_guide
from guide.site.snapshot import snapshot_of

FILES = {
    "index.md": "# Home\n",
    "_data/countries.yml": "- {code: GB, name: United Kingdom}\n- {code: US, name: United States}\n",
    "_data/words.yml": 'first: {text: Is it safe?, page: ""}\nhome_again: Back\n',
    "_data/vocabulary.yml": "- {says: [a row, fight], leads: [index.md]}\n- {says: [tea], leads: [index.md]}\n",
    "_data/pictures/bowl.svg": '<svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
    "_data/typed/in-danger.txt": "## home.md\nthe tide\n",
}
SETTINGS = {"site_name": "Tea", "hooks": ["a.py"], "nav": [{"Home": "index.md"}, {"More": [{"B": "b.md"}]}]}


def told(settings: dict | None = None, **changed: str) -> list[str]:
    """What is said where files, by their last names, or settings are not as they were."""
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
        for one, said in ((load_guide(FILES)[0], SETTINGS), (guide, settings or SETTINGS))
    )
    return (
        render_changes(changes_of(before, now, guide))
        .partition("## Data and settings\n\n")[2]
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
        "    - GB name: “United Kingdom” → “United States”",
        "    - US name: “United States” → “United Kingdom”",
    ]


def test_words_of_every_page():
    """New, changed and gone ones."""
    assert told(words='first: {text: Is it OK?, page: ""}\ntagline: Tea\n') == [
        "- `docs/_data/words.yml` 1 new, 1 gone, 1 changed",
        "    - tagline: nothing → “Tea”",
        "    - home_again: “Back” → nothing",
        "    - first text: “Is it safe?” → “Is it OK?”",
    ]


def test_a_line_of_a_list():
    """Of what people type, of what they say, and a second one that reads as the first."""
    assert told(in_danger="## home.md\nthe tide\ncold water\n") == [
        "- `docs/_data/typed/in-danger.txt` 1 new",
        "    - home.md cold water: nothing → “cold water”",
    ]
    assert told(in_danger="## home.md\nthe tide\nthe tide\n")[0] == "- `docs/_data/typed/in-danger.txt` 1 new"
    assert told(vocabulary=FILES["_data/vocabulary.yml"].replace("fight", "quarrel"))[0].endswith("1 new, 1 gone")


def test_a_drawing():
    """It is told that it is another."""
    [first, _] = told(bowl=FILES["_data/pictures/bowl.svg"].replace("h1", "h2"))

    assert first == "- `docs/_data/pictures/bowl.svg` 1 changed"


def test_settings():
    """Hooks, names and the list of pages; a page between others changes none of those."""
    nav = [SETTINGS["nav"][0], {"New": "c.md"}, SETTINGS["nav"][1]]

    assert told({**SETTINGS, "hooks": ["a.py", "b.py"], "nav": nav}) == [
        "- `mkdocs.yml` 2 new",
        "    - hooks b.py: nothing → “b.py”",
        "    - nav New: nothing → “c.md”",
    ]


def test_many_entries_and_long_ones():
    """The first are told, and how many more there are; nothing of them is markup."""
    said = told(in_danger="## home.md\nthe tide\n" + "".join(f"*{number}* {'a' * 200}\n" for number in range(9)))

    assert said[-1] == f"    - and {9 - SHOWN} more"
    assert len(said) == SHOWN + 2
    assert said[1].startswith("    - home.md \\*0\\* aaa")
    assert "…" in said[1]


def test_a_snapshot_of_before():
    """Where nothing was kept of data, nothing can be told of it."""
    guide, _ = load_guide(FILES)
    head = json.loads(json.dumps(snapshot_of(guide, {}, [])))

    assert changes_of({name: kept for name, kept in head.items() if name != "data"}, head, guide).data == ()
