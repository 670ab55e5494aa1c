"""The search's index: what can be found, and how the browser reads it."""

import json
import re

import pytest
from guide.search.index import FIRST, PIECE, render_index
from guide.search.lines import MOST
from guide.search.units import LINE, units_of
from guide.site.loader import load_guide

PAGE = """---
description: How to mend a tyre.
also: [flat, puncture]
---
# Tyres

## Find the hole {#hole}

Listen to it first. Then look.

## Sources {#sources}

None.
"""
QUESTIONS = """---
{kind: questions, theme: Brakes, order: 1}
---
# Brakes

## Why do they squeal? {#squeal}

also: noise; they scream

They are wet or worn. Wipe them dry.

## Sources {#sources}
"""
OTHERS = {f"{name}.md": f"# {name}\n\n## Sources {{#sources}}\n\nNone.\n" for name in "abc"}


def guide_of(**pages: str):
    """A guide of these pages."""
    return load_guide({**OTHERS, **{f"{name}.md": text for name, text in pages.items()}})[0]


def test_pages_sections_and_questions_are_units():
    """A page is found by its title and other words, a question by how else it is asked, a section by its heading."""
    units = [unit for unit in units_of(guide_of(tyres=PAGE, brakes=QUESTIONS)) if unit.url not in ("a/", "b/", "c/")]

    assert [(unit.page, unit.heading, unit.url, unit.line, unit.also) for unit in units] == [
        ("Brakes", "", "brakes/", "", ()),
        ("Tyres", "", "tyres/", "How to mend a tyre.", ("flat", "puncture")),
        ("Brakes", "Why do they squeal?", "brakes/#squeal", "They are wet or worn.", ("noise", "they scream")),
        ("Tyres", "Find the hole", "tyres/#hole", "Listen to it first.", ()),
    ]


def test_kinds_that_search_tells_apart():
    """A sheet is one place, whatever its parts; so is a page for the site's makers, which comes last."""
    sheet = PAGE.replace("---\n", "---\nkind: worksheet\n", 1)
    makers = PAGE.replace("---\n", "---\nfound: last\n", 1)
    units = [unit for unit in units_of(guide_of(sheet=sheet, makers=makers)) if unit.url not in ("a/", "b/", "c/")]

    assert [(unit.url, unit.kind) for unit in units] == [("makers/", "last"), ("sheet/", "worksheet")]


def test_a_long_line_ends_at_a_word():
    """The helpful line is cut where a word ends, and says so."""
    text = "Words " * 50
    line = units_of(guide_of(long=f"# Long\n\n## Part\n\n{text}.\n"))[-1].line

    assert len(line) <= LINE
    assert line.endswith("Words…")


@pytest.mark.parametrize("written", ["お茶は急いで飲むものではありません。" * 5, "Tee für die " + "Schifffahrt" * 9])
def test_a_long_line_without_spaces_ends_at_a_letter(written):
    """Not every script parts its words; a line still says as much as there is room for."""
    page = f"---\ndescription: {written}\n---\n# Long\n"
    line = next(unit.line for unit in units_of(guide_of(long=page)) if unit.url == "long/")

    assert line == written[: LINE - 1] + "…"


def test_the_index_is_whole():
    """The places in columns of one length, and the vocabulary and themes that come along."""
    data = {
        "_data/vocabulary.yml": "- {alike: [cycle bike], topics: [bicycle], people: [rider]}\n"
        "- {says: [flat], leads: [tyres.md#hole]}\n",
    }
    texts = {**OTHERS, "tyres.md": PAGE, "brakes.md": QUESTIONS, **data}
    first, index, _ = map(json.loads, render_index(load_guide(texts)[0]).values())

    columns = [index[name] for name in ("page", "kind", "heading", "fragment", "line", "also")]
    assert index["pages"][-1] == ["Tyres", "tyres/"]
    assert [column[-1] for column in columns] == [4, "p", "Find the hole", "hole", "listen first", ""]
    assert len({len(column) for column in columns}) == 1
    assert index["says"] == [["flat", [len(index["page"]) - 1]]]
    assert (first["alike"], first["topics"], first["people"]) == (["cycle bike"], ["bicycle"], ["rider"])
    assert first["learnt"] == {"words": "", "alike": [], "roles": [], "danger": None, "kinds": [[], "", "", "", ""]}
    assert index["elsewhere"] is None
    asked = [place for place, also in enumerate(index["also"]) if also]
    assert sorted(index["about"][0]) == asked  # of the others their name alone is known, and nothing to be learnt
    assert first["themes"] == [["Brakes", "brakes/"]]


def test_the_words_that_tell_a_place_from_others_are_kept(monkeypatch):
    """Of its other words a place keeps the rarest, and none that it is called by anyway."""
    monkeypatch.setattr("guide.search.index.TELLING", 2)
    one = PAGE.replace("[flat, puncture]", "[my tyres, my flat wheel, it's flat]")
    two = PAGE.replace("[flat, puncture]", "[my flat wheel]")
    _, index, _ = map(json.loads, render_index(guide_of(one=one, two=two)).values())

    assert [words for words in index["also"] if words] == ["its flat", "flat my"]


def test_a_large_index_comes_in_pieces():
    """Beyond one piece the others have files of their own, that the first names; nothing is lost or twice."""
    parts = [f"## Part {number}\n\nText." for number in range(PIECE + 10)]
    half = len(parts) // 2  # a page holds no more than people read
    texts = {"one": parts[:half], "two": parts[half:]}
    guide = guide_of(**{name: "\n\n".join([f"# Long {name}", *some]) for name, some in texts.items()})
    files = {address: json.loads(text) for address, text in render_index(guide).items()}
    first, second, third, lines = files
    headings = [text for name in files if name != lines for text in files[name]["heading"] if text.startswith("Part")]

    assert (first, files[FIRST]["more"]) == (FIRST, [second, third])
    assert re.fullmatch(r"search/index-2\.[0-9a-f]{8}\.json", second)
    assert len(files[second]["page"]) == PIECE
    assert sorted(headings) == sorted(f"Part {number}" for number in range(PIECE + 10))
    assert files[third]["pages"] == [["Long two", "two/"]]


def test_what_is_for_danger_comes_first():
    """The first file holds those places alone, and what tells danger: nobody in danger waits for the rest."""
    safe = "---\nkind: safety\ntab: Notes\n---\n# Fire\n\n## Get out {#out}\n\nGo.\n"
    first, second, _ = map(json.loads, render_index(guide_of(fire=safe, tyres=PAGE)).values())

    assert first["pages"] == [["Fire", "fire/"]]
    assert first["kind"] == "ss"
    assert "s" not in second["kind"]
    assert set(first["learnt"]) == {"words", "alike", "roles", "danger", "kinds"}


def test_what_stands_at_each_place_has_a_file_of_its_own():
    """In the order of all places; the first names it by its hash. A place is called what the kind of its page is."""
    safe = (
        "---\nkind: safety\ntab: Notes\ndescription: Get out.\n---\n# Fire\n\n## Where {#where}\n\nBy the door. Now.\n"
    )
    files = render_index(guide_of(fire=safe, tyres=PAGE, brakes=QUESTIONS))
    first, index, lines = map(json.loads, files.values())
    names = [*first["heading"], *index["heading"]]
    said = dict(
        zip(names, zip((lines["kinds"][kind] for kind in lines["kind"]), lines["text"], strict=True), strict=True)
    )

    assert list(files)[-1] == first["lines"]
    assert re.fullmatch(r"search/lines\.[0-9a-f]{8}\.json", first["lines"])
    assert len(lines["text"]) == len(names)
    assert said["Where"] == ("For your safety", "By the door. Now.")
    assert said["Find the hole"] == ("", "Listen to it first. Then look.")
    assert said["Why do they squeal?"] == ("Question", "They are wet or worn. Wipe them dry.")


def test_what_stands_there_is_cut():
    """Of a long text no more is sent than a line is chosen from."""
    *_, lines = map(json.loads, render_index(guide_of(long=f"# Long\n\n## Part\n\n{'Words ' * 200}.\n")).values())

    assert MOST - 10 < max(map(len, lines["text"])) <= MOST


def test_in_danger_a_line_is_whole():
    """Nobody in danger waits for it; of any other line only what something is found by comes with the index."""
    safe = "---\nkind: safety\ntab: Notes\n---\n# Fire\n\n## Where {#where}\n\nBy the door at once.\n"
    first, index, _ = map(json.loads, render_index(guide_of(fire=safe, tyres=PAGE)).values())

    assert first["line"] == ["", "By the door at once."]
    assert "mend" in index["line"]  # "How to mend a tyre.", of a page called "Tyres"
