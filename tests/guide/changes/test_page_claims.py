"""The summary of a change names each link and number that leads outside, and each field of the front matter."""

import json

import pytest
from guide.changes.compare import changes_of
from guide.changes.quoting import from_to
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.site.loader import load_guide

FIRST, SECOND = "## Ways to help, to look at", "## Links, numbers and front matter"
SAFETY = "---\nkind: safety\ntab: Weather\n---\n# Safe\n\n[Refuge](https://refuge.example/)\n\nIn 2019.\n"
FILES = {
    "index.md": "# Home\n\n[Safe](safe.md) [Talk](talk.md)\n",
    "safe.md": SAFETY,
    "talk.md": "---\ndescription: Words.\n---\n# Talk\n\n[A study](https://study.example/a)\n",
}
NEW = " **No page led there before: look it up.**"


def told(changed: dict[str, str], forget: str = "") -> dict[str, list[str]]:
    """What is said below each heading where these files are new or not as they were."""
    guide, problems = load_guide({**FILES, **changed})
    before = json.loads(json.dumps(snapshot_of(load_guide(FILES)[0], {}, [])))
    before = {name: kept for name, kept in before.items() if name != forget}
    said = render_changes(changes_of(before, json.loads(json.dumps(snapshot_of(guide, {}, problems))), guide))
    parts = [part.split("\n\n", 1) for part in said.split("\n## ")[1:]]
    return {f"## {heading}": [line for line in part.splitlines() if line[:1] == "-"] for heading, part in parts}


def on_safety(old: str, new: str) -> list[str]:
    """What is said first where that stands on the safety page for this."""
    assert old in SAFETY
    return told({"safe.md": SAFETY.replace(old, new)}).get(FIRST, [])


LED = [
    (
        "https://refuge.example/",
        "https://wa.me/449001234567",
        "`docs/safe.md:7` “Refuge” leads to `wa.me`: `https://wa.me/449001234567`, before "
        f"`https://refuge.example/`.{NEW}",
    ),
    (
        "[Refuge]",
        "[Women’s Aid]",
        "`docs/safe.md:7` “Women’s Aid” leads to `refuge.example`: `https://refuge.example/`, and was called “Refuge”.",
    ),
    (
        "In 2019.",
        "[Write](sms:66777?body=I%20am)",
        f"`docs/safe.md:9` “Write” leads to `sms:66777`: `sms:66777?body=I%20am`.{NEW}",
    ),
    (
        "In 2019.",
        "In 2019. [Post](mailto:a@b.example)",
        f"`docs/safe.md:9` “Post” leads to `mailto:a@b.example`: `mailto:a@b.example`.{NEW}",
    ),
    ("In 2019.", "In 2019. HOME to 66777", f"`docs/safe.md:9` The number `66777` is new.{NEW}"),
    (
        "In 2019.",
        'In 2019. <svg viewBox="0 0 9 9" role="img" aria-label="Call 0900 1"><text>0900 2</text></svg>',
        f"`docs/safe.md:9` The number `09001` is new.{NEW}",
    ),
    (
        "In 2019.",
        "In 2019. [x](https://refuge.example@evil.example/?a`b)",
        "`docs/safe.md:9` “x” leads to `evil.example`: `https://refuge.example@evil.example/?a'b`." + NEW,
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), LED, ids=[new[:20] for _, new, _ in LED])
def test_where_a_safety_page_leads(old, new, said):
    """Who is reached, the whole address, where it stands, and what it said before."""
    assert f"- {said}" in on_safety(old, new)


def test_what_a_safety_page_no_longer_names():
    """Somebody may have taken the only help out."""
    assert on_safety("[Refuge](https://refuge.example/)", "Refuge") == [
        "- `docs/safe.md:7` “Refuge” `https://refuge.example/` is gone."
    ]
    assert on_safety("In 2019.", "") == ["- `docs/safe.md:9` The number `2019` is gone."]


def test_where_other_pages_lead():
    """On a page that was there and on a new one; a year is no number to call."""
    said = told(
        {
            "talk.md": FILES["talk.md"] + "\nIn 2020 of 9,999 two, ring 0900 123.\n",
            "new.md": "# N\n\n[b](//evil.example)\n",
        }
    )

    assert said[FIRST] == ["- `docs/talk.md` nothing → “0900123”."]
    assert said[SECOND] == [
        f"- `docs/talk.md:8` The number `0900123` is new.{NEW}",
        f"- `docs/new.md:3` “b” leads to `evil.example`: `//evil.example`.{NEW}",
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [("[rain, wind]", '["rain, wind"]'), ("[rain]", "rain"), ("[rain]", '"[rain]"'), ("[1]", '["1"]')],
)
def test_a_list_is_no_line(was, now):
    """Words by which a safety page is found, made one that nobody types."""
    pages = [SAFETY.replace("tab:", f"also: {also}\ntab:") for also in (was, now)]
    (before, _), (after, _) = (load_guide({**FILES, "safe.md": page}) for page in pages)
    kept, head = (snapshot_of(one, {}, []) for one in (before, after))

    assert f"- `docs/safe.md:3` `also`: {from_to(*pages_say(kept, head))}." in render_changes(
        changes_of(kept, head, after)
    )


def pages_say(*snapshots: dict) -> list[str]:
    """What a safety page is found by; no two say the same."""
    said = [one["claims"]["docs/safe.md"]["front"]["also"][0] for one in snapshots]
    assert len({*said}) == len(said)
    return said


def test_a_new_safety_page():
    """All that it leads to, and that it is one."""
    said = told({"other.md": SAFETY.replace("# Safe", "# Other")})[FIRST]

    assert "- `docs/other.md:2` `kind`: nothing → “safety”." in said
    assert "- `docs/other.md:7` “Refuge” leads to `refuge.example`: `https://refuge.example/`." in said


ASK = " **Ask that person, by a way that you know.**"


@pytest.mark.parametrize(
    ("file", "old", "new", "heading", "said"),
    [
        (
            "talk.md",
            "description",
            "professional: Dr A\ndescription",
            FIRST,
            f"2` `professional`: nothing → “Dr A”.{ASK}",
        ),
        ("talk.md", "Words.", "Others.", SECOND, "2` `description`: “Words.” → “Others.”."),
        (
            "talk.md",
            "description",
            "aliases: [a/, b/]\ndescription",
            SECOND,
            "2` `aliases`: nothing → “\\[a/, b/\\]”.",
        ),
        (
            "talk.md",
            "description: W",
            "reviewed: 2026-01-02\ndescription: W",
            SECOND,
            "2` `reviewed`: nothing → “2026-01-02”.",
        ),
        ("safe.md", "Weather", "Help", FIRST, "3` `tab`: “Weather” → “Help”."),
        ("safe.md", "kind: safety", "kind: page", FIRST, "2` `kind`: “safety” → “page”."),
        ("safe.md", "tab:", "edition: web\ntab:", FIRST, "3` `edition`: nothing → “web”."),
    ],
)
def test_front_matter(file, old, new, heading, said):
    """Each field, before and after; a claim of a professional and all of safety pages come first."""
    assert f"- `docs/{file}:{said}" in told({file: FILES[file].replace(old, new)})[heading]


def test_nothing_is_said_of_what_stays():
    """On another line as well; and of all, where the other snapshot is an older generator's."""
    assert told({"safe.md": SAFETY.replace("# Safe\n", "# Safe\n\nWell.\n")}).keys() & {FIRST, SECOND} == set()
    assert told({"new.md": "# N\n\n[b](//evil.example)\n"}, forget="claims").keys() & {FIRST, SECOND} == set()


def test_a_flood_hides_nothing():
    """Those that lead where nobody led before come first, and an address is told whole."""
    links = "".join(f"\n[s{n}](https://study.example/{n})\n" for n in range(60))
    said = told({"talk.md": f"{FILES['talk.md']}{links}\n[x](https://evil.example/{'a' * 999})\n"})[SECOND]

    assert f"`evil.example`: `https://evil.example/{'a' * 999}`" in said[0]
    assert len(said) == 61


def test_what_an_author_writes_is_no_markup():
    """A label or a field cannot put a link or a line of its own into the summary."""
    safe = SAFETY.replace("[Refuge]", "[**Fine** `x` &lt;b&gt;]").replace(
        "tab: Weather", 'tab: "a\\n- b [c](https://d/)"'
    )
    said = told({"safe.md": safe})[FIRST]

    assert said == [
        "- `docs/safe.md:3` `tab`: “Weather” → “`a\\n- b [c](https://d/)`”.",
        "- `docs/safe.md:7` “Fine x \\<b\\>” leads to `refuge.example`: `https://refuge.example/`, "
        "and was called “Refuge”.",
    ]
