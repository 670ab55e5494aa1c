"""The summary of a change: pages and words, addresses that went, what is wrong at its line, sheets on paper."""

import json
from datetime import date, timedelta

import pytest
from guide.__main__ import main
from guide.changes.compare import changes_of
from guide.changes.quoting import LONGEST
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.model.problems import Problem
from guide.site.loader import load_guide
from guide_mkdocs.settings.files import read_settings
from projects import ROOT

THEME = ROOT / "overrides"
TODAY = date.today()
FOUND = """\
- service: Line
  phone: 116 123
  country: GB
  category: crisis
  who: All
  cost: Free
  source: https://line.example/
  seen_on: %s
"""
PAGES = {
    "index.md": "# Home\n\n[Talk](talk.md)\n",
    "talk.md": "# Talk {#top}\n\n## Plainly {#plainly}\n\nOne two three.\n\n- [ ] We sat down. {#sat}\n",
    "old.md": "# Old\n\nFour words are here.\n",
    "_data/help-kinds.yml": "- {kind: crisis, name: Crisis, seen_within: 100}\n",
    "_data/countries.yml": "- {code: GB, name: Great Britain}\n",
    "_data/help-lines.yml": FOUND % TODAY,
}


def summary(changed: dict[str, str | None]) -> str:
    """What is said of a change: {path: text} of files that are new or not as they were; None for what is gone."""
    before, told = load_guide(PAGES)
    after, wrong = load_guide({path: text for path, text in {**PAGES, **changed}.items() if text is not None})
    base = json.loads(json.dumps(snapshot_of(before, {}, told)))
    return render_changes(changes_of(base, snapshot_of(after, {}, wrong), after))


def test_nothing_changed():
    """The same pages are no change, and what was wrong before is not told as new."""
    said = summary({})

    assert "Pages: 0 new, 0 changed, 0 gone." in said
    assert "No new problems." in said
    assert "## Pages" not in said


def test_pages_and_their_words():
    """Each page that is new, gone, or not as it was, with its words before and after."""
    said = summary(
        {
            "talk.md": PAGES["talk.md"].replace("One two three.", "One two three four."),
            "new.md": "# New\n\nA b c.\n",
            "old.md": None,
        }
    )
    words = {page.url: page.words for page in load_guide(PAGES)[0].pages}

    assert "Pages: 1 new, 1 changed, 1 gone." in said
    assert f"- Changed: Talk (`docs/talk.md`), {words['talk/']} → {words['talk/'] + 1} words" in said
    assert "- New: New (`docs/new.md`), 4 words" in said
    assert f"- Gone: Old (`docs/old.md`), {words['old/']} words" in said


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"index.md": "# Home\n\n[Talk](tlak.md)\n"}, "- `docs/index.md:3` **The link to “tlak.md” leads nowhere.**"),
        ({"old.md": None, "older.md": PAGES["old.md"]}, "- `docs/old.md:1` **“/old/” is gone.**"),
        (
            {"talk.md": PAGES["talk.md"].replace("{#plainly}", "{#openly}")},
            "- `docs/talk.md:3` **“/talk/\\#plainly” is gone from docs/talk.md.**",
        ),
        (
            {"_data/help-lines.yml": FOUND % (TODAY - timedelta(days=101))},
            f"- `docs/_data/help-lines.yml:1` Notice: **“Line” was last seen on {TODAY - timedelta(days=101)}.**",
        ),
    ],
    ids=["a broken link", "a missing alias of a page", "a missing id", "a help line out of date"],
)
def test_a_fault_is_told_with_its_line(changed, told):
    """What a change has broken is said where it is to be mended."""
    assert told.replace("\\#", "#") in summary(changed)


def test_a_page_that_is_led_on_from_is_not_gone():
    """An alias keeps the old address, and so nothing is said of it."""
    moved = summary({"old.md": None, "older.md": "---\naliases: [old/]\n---\n" + PAGES["old.md"]})

    assert "## Addresses that went" not in moved
    assert "older.md" in moved


def test_what_was_wrong_before_stands_last():
    """An old problem is told apart from a new one of the same words on another page."""
    guide, _ = load_guide(PAGES)
    old = Problem("docs/talk.md", 4, "It is wrong.", "Why.", "Mend it.")
    new = Problem("docs/old.md", 2, "It is wrong.", "Why.", "Mend it.")
    moved = Problem("docs/talk.md", 9, "It is wrong.", "Why.", "Mend it.")
    said = render_changes(
        changes_of(snapshot_of(guide, {}, [old]), json.loads(json.dumps(snapshot_of(guide, {}, [new, moved]))), guide)
    )

    assert said.index("docs/old.md:2") < said.index("## Problems that were there before") < said.index("docs/talk.md:9")


def test_what_an_author_writes_is_no_markup():
    """A title cannot put a link or code into the summary of the one who looks at it."""
    said = summary({"new.md": "# A \\[b\\](c.md) `d`\n", "other.md": "# A \\[b\\](https://x.example/)\n"})

    assert "[b](c.md)" not in said.partition("## Pages")[2].partition("## Words")[0]
    assert "- New: `A \\[b](https://x.example/)` (" in said


def test_a_summary_is_never_too_long_to_be_shown():
    """Whatever a change holds, the first of it is told, and that there is more."""
    lines = "".join(f"[x](gone-{n}.md) Call 0900 {n:05}.\n\n" for n in range(3000))
    said = summary({"new.md": f"# New\n\n{lines}"})

    assert len(said) < 310_000
    assert said.endswith("\n\n**There is more than fits here.**\n")
    assert "“gone-0.md” leads nowhere" in said
    assert max(map(len, said.splitlines())) < LONGEST + 200
    assert said.splitlines()[2].startswith("**Not all is told here. Left out: ")


def test_settings_are_read_as_they_are_written(tmp_path, monkeypatch):
    """With what is taken over, and the default of a value that this machine says otherwise."""
    monkeypatch.setenv("MAIL_TO", "here@mend.example")
    (tmp_path / "more").mkdir()
    first = 'INHERIT: more/base.yml\nextra:\n  mail: !ENV [MAIL_TO, "anna@evil.example"]\n  icon: !!python/name:a.b\n'
    (tmp_path / "mkdocs.yml").write_text(first, encoding="utf-8")
    (tmp_path / "more/base.yml").write_text("INHERIT: ../mkdocs.yml\nsite_name: Mend\n", encoding="utf-8")
    read = read_settings(tmp_path / "mkdocs.yml")

    assert read["mkdocs.yml"]["extra"] == {
        "mail": '!ENV [MAIL_TO, "anna@evil.example"]',
        "icon": "!!python/name:a.b",
    }
    assert read["more/base.yml"]["site_name"] == "Mend"
    assert read_settings(tmp_path / "none.yml") == {}


def test_the_commands(tmp_path, monkeypatch, capsys):
    """One writes, the other compares and draws; with nothing to compare with, what is wrong is said all the same."""
    sheet = tmp_path / "docs/sheet.md"
    sheet.parent.mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    sheet.write_text("---\nkind: worksheet\n---\n# Sheet\n\nName: ____\n", encoding="utf-8")
    settings = f"site_name: A\ntheme: {{name: null, custom_dir: {THEME}}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["snapshot", "before.json"]) == 0

    sheet.write_text("---\nkind: worksheet\n---\n# Sheet\n\nName: ____ Day: ____\n\n[x](gone.md)\n", encoding="utf-8")
    (tmp_path / "docs/bowl.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x03\x00\x00\x00\x02")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("site_name: A", "site_name: B"), encoding="utf-8")
    assert main(["compare", "before.json", "--sheets", "drawn"]) == 0
    said = capsys.readouterr().out
    assert "- Changed: `pdf/sheet-a4.pdf`, see `sheets/sheet-a4.png`" in said
    assert "`docs/sheet.md:8`" in said
    assert "- `docs/bowl.png` is new (3 × 2 pixels): **look at it: it may show a number.**" in said
    assert "- `mkdocs.yml`\n    - site_name: “A” → “B”" in said
    assert (tmp_path / "drawn/sheet-a4.png").read_bytes().startswith(b"\x89PNG")

    assert main(["compare", "nothing.json"]) == 0
    assert "There is nothing to compare this guide with." in capsys.readouterr().out
