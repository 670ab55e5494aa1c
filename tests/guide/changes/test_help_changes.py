"""The summary of a change names each help line that is not as it was, first, and says where nobody looked it up."""

import json

import pytest
from guide.changes.compare import changes_of
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.site.loader import load_guide

LINES = """\
- {service: Police, country: GB, category: crisis, phone: "999", url: "https://a.example/", LOOKED}
- {service: Refuge, country: GB, category: abuse, phone: 0808 2000 247, LOOKED}
- {service: Chat, country: IE, category: abuse, url: "https://c.example/", LOOKED}
""".replace("LOOKED", "who: W, source: s, seen_on: 2026-01-01")
FILES = {
    "index.md": "# Home\n\nIn danger? Call 112 now.\n\n<!-- guide: help-lines crisis -->\n",
    "_data/countries.yml": "- {code: GB, name: Great Britain}\n- {code: IE, name: Ireland}\n",
    "_data/help-kinds.yml": "- {kind: crisis, name: Crisis}\n- {kind: abuse, name: Abuse}\n",
    "_data/words.yml": 'first: {text: Safe?, page: ""}\n',
    "_data/help-lines.yml": LINES,
    "_data/typed/in-danger.txt": "## home.md\nthe tide\n",
}
FILE = "docs/_data/help-lines.yml"


def told(**changed: str) -> list[str]:
    """What is said of help where files, by their last names, are not as they were."""
    after = {
        path: changed.get(path.rpartition("/")[2].partition(".")[0].replace("-", "_"), FILES[path]) for path in FILES
    }
    guide, problems = load_guide(after)
    before = json.loads(json.dumps(snapshot_of(load_guide(FILES)[0], {}, [])))
    said = render_changes(changes_of(before, json.loads(json.dumps(snapshot_of(guide, {}, problems))), guide))
    _, there, section = said.partition("## Ways to help, to look at\n\n")
    assert not there or said.index(there) < said.index("roblems")
    return section.partition("\n\n")[0].splitlines()


def lines(old: str, new: str) -> list[str]:
    """What is said where that stands in the lines for this."""
    assert old in LINES
    return told(help_lines=LINES.replace(old, new))


def test_nothing_is_said_of_lines_that_stay():
    """Those in another order are told by themselves."""
    assert told() == []
    assert told(help_lines="".join(reversed(LINES.splitlines(keepends=True)))) == []


UNSEEN = " **The day it was seen and its source did not change: look it up.**"
ONE_FIELD = [
    ('"999"', '"998"', f"`{FILE}:1` Police: phone “999” → “998”.{UNSEEN}"),
    ("//a.example", "//b.example", f"`{FILE}:1` Police: url “`https://a.example/`” → “`https://b.example/`”.{UNSEEN}"),
    (
        "247, who: W, source: s",
        "248, who: W, source: t",
        f"`{FILE}:2` Refuge: phone “0808 2000 247” → “0808 2000 248”; source “s” → “t”."
        " **The day it was seen did not change: look it up.**",
    ),
    ("category: crisis", "category: abuse", f"`{FILE}:1` Police: category “crisis (Crisis)” → “abuse (Abuse)”."),
    ("IE, ", "IE, not_on: safety, ", f"`{FILE}:3` Chat: not_on nothing → “safety”."),
    ("Refuge", "Rescue", f"`{FILE}:2` Refuge: service “Refuge” → “Rescue”."),
]


@pytest.mark.parametrize(("old", "new", "said"), ONE_FIELD, ids=[new for _, new, _ in ONE_FIELD])
def test_a_field_of_a_line(old, new, said):
    """As it was and as it is; a number or an address with the day of the one before is told to be looked up."""
    assert lines(old, new) == [f"- {said}"]


def test_a_number_that_was_looked_up():
    """With a new day, that is said, and nothing more."""
    [said] = told(help_lines=LINES.replace('"999"', '"998"').replace("2026-01-01", "2026-02-02", 1))

    assert said == f"- `{FILE}:1` Police: phone “999” → “998”; seen_on “2026-01-01” → “2026-02-02”."


def test_lines_that_are_new_or_gone():
    """With all that they say; what nobody has looked up comes first."""
    first, second, third = LINES.splitlines(keepends=True)
    [changed, new, gone] = told(
        help_lines=second.replace("Refuge", "Other").replace("247", "1") + third.replace("c.", "d.")
    )[:3]

    assert "Chat: url" in changed
    assert "Other: phone nothing → “0808 2000 1”" in new
    assert "Police: phone “999” → nothing" in gone
    assert len(told(help_lines=third + first)) == 1


def test_the_name_of_a_country_or_a_kind():
    """Each line stands below it."""
    said = told(countries=FILES["_data/countries.yml"].replace("Great Britain", "France"))

    assert [one.partition(": ")[2] for one in said] == ["country “GB (Great Britain)” → “GB (France)”."] * 2


def test_what_pages_say():
    """Which lines a page asks for, whom its words tell to call, and where every page leads for help."""
    page = FILES["index.md"]

    assert told(index=page.replace("112", "113")) == [
        "- `docs/index.md` “help-lines crisis, 112” → “help-lines crisis, 113”."
    ]
    assert told(index=page.partition("<!--")[0]) == ["- `docs/index.md` “help-lines crisis, 112” → “112”."]
    assert told(words=FILES["_data/words.yml"].replace("Safe?", "Fine?")) == [
        "- `docs/_data/words.yml (first)` “Safe?” → “Fine?”."
    ]


def test_what_people_type():
    """How many lines there are by which the search knows danger; a line below another page is another one."""
    assert told(in_danger="## help.md\nthe tide\ncold water\n") == [
        "- `docs/_data/typed/in-danger.txt` “lines: 1” → “lines: 2 (1 gone, 2 new)”."
    ]


def test_what_settings_say():
    """Where the way out leads."""
    guide, _ = load_guide(FILES)
    before, after = (
        json.loads(json.dumps(snapshot_of(guide, {}, [], {"mkdocs.yml (exit_url)": url}))) for url in ("a", "b")
    )

    assert "- `mkdocs.yml (exit_url)` “a” → “b”." in render_changes(changes_of(before, after, guide))


def test_what_a_line_says_is_no_markup():
    """A value cannot close its quotes to say something of its own."""
    [said] = lines("Refuge", "'**Fine** [x](https://x.example/)'")

    assert said.endswith("Refuge: service “Refuge” → “`**Fine** [x](https://x.example/)`”.")


def test_a_snapshot_that_knows_no_lines():
    """All that there are now are told: none was looked at before."""
    guide, problems = load_guide(FILES)
    head = json.loads(json.dumps(snapshot_of(guide, {}, problems)))
    said = render_changes(changes_of({name: kept for name, kept in head.items() if name != "help"}, head, guide))

    assert said.count(f"- `{FILE}:") == 3


BOX = "> [!CAUTION]\n> Afraid? Read [this](index.md)."
SAID = "“Afraid? Read this. (index.md)”"
BOXES = [
    (BOX, "", f"A safety box has gone: {SAID} → nothing."),
    ("", BOX, f"A safety box is new: nothing → {SAID}."),
    (BOX, BOX.replace("Read", "Skip"), f"A safety box has changed: {SAID} → {SAID.replace('Read', 'Skip')}."),
    (BOX, BOX.replace("index", "talk"), f"A safety box has changed: {SAID} → {SAID.replace('index', 'talk')}."),
]


@pytest.mark.parametrize(("before", "after", "said"), BOXES)
def test_a_safety_box_is_told(monkeypatch, before, after, said):
    """No rule knows whether its words lead to safety still: whoever merges the change reads both."""
    monkeypatch.setitem(FILES, "index.md", f"# Home\n\n{before}\n")

    assert told(index=f"# Home\n\n{after}\n") == [f"- `docs/index.md` {said}"]
