"""The summary of a change tells where what readers see stands in another order, by one line a list."""

import json

import pytest
from guide.changes.compare import changes_of
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.site.loader import load_guide

LINE = "- {service: %s, country: %s, category: crisis, phone: 0800 %s, who: W, source: s, seen_on: 2026-01-01}\n"
GB, FIRST, SECOND, IE = (
    LINE % one for one in (("Police", "GB", 1), ("Refuge", "GB", 2), ("Chat", "GB", 3), ("Garda", "IE", 4))
)
ELSEWHERE = [
    (LINE % (name, home, number)).replace("country", "also_in: [GB], country")
    for name, home, number in (("Any", "FR", 5), ("Some", "EU", 6))
]
KINDS = ["- {kind: crisis, name: Crisis}\n", "- {kind: abuse, name: Abuse}\n"]
COUNTRIES = ["- {code: GB, name: Great Britain}\n", "- {code: IE, name: Ireland}\n"]
SAYINGS = ["- {says: [a row, fight], leads: [a.md, b.md, c.md]}\n", "- {says: [tea], leads: [a.md]}\n"]
FILES = {
    "index.md": "# Home\n",
    "_data/help-lines.yml": GB + FIRST + SECOND + IE + "".join(ELSEWHERE),
    "_data/help-kinds.yml": "".join(KINDS),
    "_data/countries.yml": "".join(COUNTRIES),
    "_data/vocabulary.yml": "".join(SAYINGS),
    "_data/words.yml": "tabs: [One, Two]\n",
    "_data/examples/week.yml": "who: Ada\ntables:\n  Day:\n    - [Rest, x, 1]\n    - [Walk, y]\n    - [Rest, z]\n",
}


def told(path: str, text: str, forget: str = "") -> list[str]:
    """What is said of orders where one file has another text."""
    before, (after, wrong) = load_guide(FILES)[0], load_guide({**FILES, path: text})
    kept = json.loads(json.dumps(snapshot_of(before, {}, [])))
    kept = {name: one for name, one in kept.items() if name != forget}
    said = render_changes(changes_of(kept, json.loads(json.dumps(snapshot_of(after, {}, wrong))), after))
    return said.partition("## What stands in another order\n\n")[2].partition("\n\n")[0].splitlines()


ORDERS = [
    (
        "_data/help-lines.yml",
        GB + SECOND + FIRST + IE + "".join(ELSEWHERE),
        "help-lines.yml` Great Britain: the order is another: “Refuge, Chat, Any, Some” → “Chat, Refuge, Any, Some”.",
    ),
    (
        "_data/help-kinds.yml",
        "".join(reversed(KINDS)),
        "help-kinds.yml`: the order is another: “crisis, abuse” → “abuse, crisis”.",
    ),
    (
        "_data/countries.yml",
        "".join(reversed(COUNTRIES)),
        "countries.yml`: the order is another: “GB, IE” → “IE, GB”.",
    ),
    (
        "_data/help-lines.yml",
        GB + FIRST + SECOND + IE + ELSEWHERE[1] + ELSEWHERE[0],
        "help-lines.yml` Great Britain: the order is another: “Any, Some” → “Some, Any”.",
    ),
    (
        "_data/examples/week.yml",
        FILES["_data/examples/week.yml"]
        .replace("[Walk, y]", "[Rest, z]")
        .replace("z]\n    - [Rest, z]", "z]\n    - [Walk, y]"),
        "examples/week.yml` tables Day: the order is another: “Walk, Rest (2)” → “Rest (2), Walk”.",
    ),
    (
        "_data/examples/week.yml",
        FILES["_data/examples/week.yml"].replace("[Rest, x, 1]", "[Rest, 1, x]"),
        "examples/week.yml` tables Day Rest: the order is another: “x, 1” → “1, x”.",
    ),
    (
        "_data/vocabulary.yml",
        SAYINGS[0].replace("b.md, c.md", "c.md, b.md") + SAYINGS[1],
        "vocabulary.yml` a row leads: the order is another: “b.md, c.md” → “c.md, b.md”.",
    ),
]


@pytest.mark.parametrize(("path", "text", "said"), ORDERS, ids=[path for path, *_ in ORDERS])
def test_another_order_is_told(path, text, said):
    """Though each entry is as it was; nothing is, where the other snapshot is an older generator's."""
    assert told(path, text) == [f"- `docs/_data/{said}"]
    assert told(path, text, forget="orders") == []


SAME = [
    ("_data/help-lines.yml", IE + GB + FIRST + SECOND),
    ("_data/help-lines.yml", GB + SECOND + IE),
    ("_data/help-lines.yml", GB + LINE % ("New", "GB", 9) + FIRST + SECOND + IE),
    ("_data/vocabulary.yml", "".join(reversed(SAYINGS))),
    ("_data/vocabulary.yml", "".join(SAYINGS).replace("a row, fight", "a row, spat, fight")),
]


@pytest.mark.parametrize(("path", "text"), SAME)
def test_what_no_reader_sees_is_no_order(path, text):
    """What is new or gone is told by itself; which group of sayings stands first says nothing."""
    assert told(path, text) == []


def test_a_long_list_is_one_line(monkeypatch):
    """The first that stand elsewhere, and how many more."""
    kinds = [f"- {{kind: k{n}, name: K}}\n" for n in range(20)]
    monkeypatch.setitem(FILES, "_data/help-kinds.yml", "".join(kinds))
    [said] = told("_data/help-kinds.yml", "".join([kinds[0], *reversed(kinds[1:])]))

    assert "“k1, k2, k3, k4, k5, k6, k7, k8” → “k19, k18, " in said
    assert said.endswith(", and 11 more.")
