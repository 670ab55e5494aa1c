"""What readers in danger rest on is listed, and whatever is not as it was looked over is a problem."""

import json
from pathlib import Path

import pytest
from conftest import load_guide
from guide.changes.compare import changes_of
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.checks.vouched.check import render_vouched
from guide_mkdocs.command import main

LINE = """\
- service: The Night Line
  country: GB
  category: emergency
  who: Anybody
  phone: "999"
  url: https://www.line.example/
  source: line.example
  seen_on: 2026-11-20
"""
PAGES = {
    "index.md": """\
# Tea

> [!CAUTION]
> Are you afraid of it? Read [this page](safe.md) first.

Tea [and more](https://tea.example/).
""",
    "safe.md": """\
---
kind: safety
tab: A page
---
# Is it safe?

> [!CAUTION]
> Are you in danger now? Call somebody [at once](#lines).

- [Scalded](#lines)

## Lines {#lines}

<!-- guide: help-lines emergency -->
""",
    "pot.md": "# The pot\n\n[Warm it](index.md) first. [Or not](safe.md).\n",
    "_data/help-lines.yml": LINE,
    "_data/help-kinds.yml": "- {kind: emergency, name: Now, everywhere: true}\n- {kind: night, name: At night}\n",
    "_data/countries.yml": "- {code: GB, name: Britain}\n",
    "_data/words.yml": """\
first: {text: Is it safe?, page: safe/}
help: {text: Lines, page: safe/, part: lines}
home_again: The home page
""",
    "_data/workbook.yml": "title: Tea on paper\nhelp: {alone: In danger? Call somebody.}\n",
    "_data/vocabulary.yml": "- says: [scalded]\n  leads: [safe.md]\n",
    "_data/references.yml": "- {key: may-1999, title: Tea, authors: May, year: 1999, url: https://may.example/tea}\n",
    "_data/shape.yml": """\
care:
  before: {page: pour}
worksheet:
  together: [both]
safety:
  vouched: true
  naming: '\\b(?:safe|danger)\\b'
""",
}
NOTE, SAID = "> [!NOTE]\n> Skip the box.\n\n", "says beside its box of care: “Skip the box.”"
LISTED = {**PAGES, "_data/vouched.txt": render_vouched(load_guide(PAGES)[0])}


def told(name: str, before: str, after: str) -> list[str]:
    """What is said of a change that nobody has vouched for, by place and first words."""
    assert before in LISTED[name]
    _, problems = load_guide({**LISTED, name: LISTED[name].replace(before, after)})
    vouched = [one for one in problems if "vouched for" in one.what]
    return [f"{one.path}: {one.what}" for one in vouched]


def test_what_is_vouched_for_is_no_problem():
    """The list of a guide as it stands holds all of it, in words that somebody can read."""
    guide, problems = load_guide(LISTED)

    assert [one for one in problems if "vouched" in one.what] == []
    assert "/safe/ shows help lines: emergency" in guide.data["vouched.txt"]


@pytest.mark.parametrize(
    ("name", "before", "after", "gone", "new"),
    [
        ("_data/help-lines.yml", '"999"', '"998"', "help line: ", "help line: "),
        ("_data/help-lines.yml", "www.line.example", "www.line.example.evil.org", "help line: ", "help line: "),
        ("_data/help-lines.yml", "country: GB\n", "country: GB\n  also_in: [GB]\n", "help line: ", "help line: "),
        ("_data/help-kinds.yml", "everywhere: true", "everywhere: false", "kind of help", "kind of help"),
        ("_data/help-kinds.yml", "name: Now", "name: Now, otherwise: Wait", "kind of help", "kind of help"),
        ("_data/countries.yml", "Britain", "Bretagne", "country: code GB", "country: code GB"),
        ("_data/words.yml", "part: lines", "part: afraid", "every page may say (help)", "every page may say (help)"),
        (
            "_data/words.yml",
            "The home page",
            "Help lines",
            "every page may say (home_again)",
            "every page may say (home_again)",
        ),
        ("_data/workbook.yml", "on paper", "of tea.org", "paper says: “Tea on", "workbook show tea.org"),
        ("_data/references.yml", "Tea,", "Ask at tea.org,", "", "references show tea.org"),
        ("_data/countries.yml", "}", ", calls: '44'}", "country: code GB", "country: code GB"),
        ("_data/workbook.yml", "Call somebody", "Call nobody", "paper says: “In danger?", "paper says: “In danger?"),
        ("_data/references.yml", "may.example", "evil.example", "a source leads", "a source leads"),
        ("_data/references.yml", "/tea", "/?to=https://evil.example", "a source leads", "a source leads"),
        ("_data/vocabulary.yml", "leads: [safe.md]", "leads: [pot.md]", "“scalded” leads", ""),
        ("_data/vocabulary.yml", "[scalded]", "[scalded, in danger]", "", "“in danger” leads"),
        ("safe.md", "> [!CAUTION]\n> Are", "Are", "/safe/ has", ""),
        ("safe.md", "(#lines)", "(index.md)", "/safe/ has", "/safe/ has"),
        ("safe.md", " emergency -->", " night -->", "/safe/ shows", "/safe/ shows"),
        ("safe.md", "kind: safety", "kind: page", "/safe/ is", ""),
        ("safe.md", "at once](#lines)", "at once](tel:998)", "/safe/ has", "/safe/ has"),
        ("safe.md", "## Lines", "Dial 117.\n\n## Lines", "", "/safe/ names the number 117"),
        ("index.md", "> [!CAUTION]\n> Are", "Are", "/ has", "/ leads to safe.md"),
        ("index.md", "tea.example", "evil.example", "a page leads", "a page leads"),
        ("pot.md", "# The pot", "# The pot\n\n[Ask](https://t.me/warm)", "", "/pot/ leads to https://t.me/warm"),
        ("index.md", "tea.example/", "tea.example/?u=//evil.example", "a page leads", "/ leads to https:"),
        ("index.md", "Tea [and", "Ask a@tea.example. Tea [and", "", "a page shows a@tea.example"),
        (
            "pot.md",
            "# The pot",
            "<!-- guide: calendar 8 Ring Anna -->\n\n# The pot",
            "",
            "/pot/ holds a calendar: 8 Ring",
        ),
        ("pot.md", "# The pot", "---\ntitle: I am in danger\n---\n# The pot", "", "/pot/ has the title “I am"),
        ("index.md", "Tea [and", "Text 555 now. Tea [and", "", "/ names the number 555"),
        ("pot.md", "[Warm it]", "[Am I in danger?]", "", "/pot/ leads by the words “Am I in danger?”"),
        ("pot.md", "# The pot", "# Is it safe to pour?", "", "/pot/ has the heading"),
        ("pot.md", "(index.md)", "(tel:998)", "", "/pot/ leads to tel:998"),
        (
            "pot.md",
            "[Warm it]",
            "Danger? Then [warm it]",
            "",
            "/pot/ leads where it says “Danger? Then warm it first.”",
        ),
        ("pot.md", "(index.md) first", "(index.md) in danger", "", "/pot/ leads where it says “Warm it in danger.”"),
        ("pot.md", "(safe.md)", "(index.md)", "/pot/ leads to safe.md", ""),
        ("pot.md", "(safe.md)", "(safe.md#lines)", "/pot/ leads to safe.md", "/pot/ leads to safe.md#lines"),
        ("pot.md", "[Or", "[Or](safe.md) [or", "/pot/ leads to safe.md", "/pot/ leads 2 times to safe.md"),
        ("index.md", "Tea [and", "[Or not](safe.md). Tea [and", "", "/ leads to safe.md"),
        (
            "safe.md",
            "[Scalded](#lines)",
            "[Scalded](#top)",
            "/safe/ leads by “Scalded”",
            "/safe/ leads by “Scalded” to #top",
        ),
        ("safe.md", "[Scalded](", "[Anna](", "/safe/ leads by “Scalded”", "/safe/ leads by “Anna” to #lines"),
        (
            "safe.md",
            "- [S",
            "- [Scalded](#lines)\n- [S",
            "/safe/ leads by",
            "/safe/ leads 2 times by “Scalded” to #lines",
        ),
        ("safe.md", "- [S", "[1](#source-may-1999)\n- [S", "", ""),
        ("safe.md", "- [S", "[Now](#source-may-1999)\n- [S", "", "/safe/ leads by “Now” to #source-may-1999"),
        ("index.md", "> [!C", f"{NOTE}> [!C", "", f"/ {SAID}"),
        ("index.md", "first.\n\n", f"first.\n\n{NOTE}", "", f"/ {SAID}"),
        ("index.md", "first.\n\n", f"first.\n\n---\n\n{NOTE}", "", f"/ {SAID}"),
        ("_data/workbook.yml", "Tea on", "Coffee on", "paper says: “Tea", "paper says: “Coffee on"),
        ("_data/shape.yml", "care:\n", "care:\n  except: [p*]\n", "", "shape.yml, care.except: p*."),
        ("_data/shape.yml", "page: pour", "page: last", "shape.yml, care.before", "shape.yml, care.before: page last"),
        (
            "_data/shape.yml",
            "[both]",
            "[both, hurt]",
            "shape.yml, worksheet.tog",
            "shape.yml, worksheet.together: both h",
        ),
        ("_data/shape.yml", "(?:safe|", "(?:", "shape.yml, safety.naming", "shape.yml, safety.naming"),
        ("_data/shape.yml", "  vouched: true\n", "", "shape.yml, safety.vouched", ""),
        ("_data/shape.yml", "care:", "promises: help\ncare:", "", "shape.yml, promises: help"),
        ("_data/shape.yml", "care:", "calling: {to: [zu]}\ncare:", "", "shape.yml, calling.to: zu"),
        ("pot.md", "(index.md)", "(mailto:a@evil.example)", "", "/pot/ leads to mailto:a@evil.example"),
    ],
)
def test_what_is_not_as_it_was_is_told(name, before, after, gone, new):
    """What has gone stands at its line in the list, what is new where it is written."""
    said = told(name, before, after)
    no_more = [one for one in said if one.startswith("docs/_data/vouched.txt: This was vouched for")]
    not_yet = [one for one in said if one.startswith(f"docs/{name}: Nobody has vouched for this: {new}")]

    assert bool(gone) == any(f"any more: {gone}" in one for one in no_more)
    assert bool(new) == bool(not_yet)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("safe.md", "# Is it safe?", "# Is it safe?\n\nYou are not to blame. It began in 1999, for 3 of 4."),
        ("index.md", "Tea [and more]", "More tea [and more]"),
        ("index.md", "Tea [and more]", f"Tea.\n\n{NOTE}Tea [and more]"),
        ("pot.md", "[Or not]", "[Or anything else]"),
        ("pot.md", "[Or not]", "[In danger]"),
        ("_data/shape.yml", "care:", "openings: {words: 2, pages: 9}\ncare:"),
        ("_data/help-lines.yml", "who: Anybody", "who: Anybody at all\n  hours: Day and night"),
        ("_data/help-lines.yml", "2026-11-20", "2026-11-21"),
        ("_data/references.yml", "title: Tea", "title: Tea and us"),
        ("_data/vocabulary.yml", "[safe.md]\n", "[safe.md]\n- says: [pour]\n  leads: [pot.md]\n"),
    ],
)
def test_other_words_need_nobody(name, before, after):
    """A mended word, the hours of a line or a new look at it rest on nobody's word."""
    assert told(name, before, after) == []


def test_the_list_cannot_go_where_a_guide_says_that_it_has_one():
    """Whoever takes it out is told; another guide needs none."""
    without = {name: text for name, text in LISTED.items() if name != "_data/vouched.txt"}

    assert "Nobody has vouched for the ways to help." in [one.what for one in load_guide(without)[1]]
    assert [one for one in load_guide({**without, "_data/shape.yml": ""})[1] if "vouch" in one.what] == []


def test_the_command_writes_it_and_says_what_it_wrote(tmp_path: Path, capsys, monkeypatch):
    """It shows whoever vouches what they vouch for, and then the check is content."""
    monkeypatch.chdir(tmp_path)
    for name, text in LISTED.items():
        path = Path("docs") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace('"999"', '"112"'), encoding="utf-8")
    assert main(["vouch", "docs"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line[:13] for line in lines] == ["- help line: ", "+ help line: "]
    assert ["phone 999" in lines[0], "phone 112" in lines[1]] == [True, True]
    main(["check", "docs"])
    assert "vouched for" not in capsys.readouterr().out


def test_the_summary_of_a_change_tells_it_first():
    """Before anything else, what is so no more and what is new, even where it was vouched for."""
    before, _ = load_guide(PAGES)
    after, _ = load_guide({**PAGES, "_data/help-lines.yml": LINE.replace('"999"', '"998"')})
    base, head = (json.loads(json.dumps(snapshot_of(guide, {}, []))) for guide in (before, after))
    lines = render_changes(changes_of(base, head, after)).splitlines()
    first = lines.index("## What readers in danger rest on")

    assert first == next(i for i, line in enumerate(lines) if line.startswith("## "))
    told = [line.replace("`", "")[:22] for line in lines[first + 2 : first + 4]]
    assert told == ["- No more: “help line:", "- New: “help line: cou"]
