"""The search's index: what can be found, and how the browser reads it."""

import json

from guide.loader import load_guide
from guide.search.index import render_index
from guide.search.units import LINE, units_of

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
    """A page is found by its title and other words, a section by its heading, a question by how else it is asked."""
    units = [unit for unit in units_of(guide_of(tyres=PAGE, brakes=QUESTIONS)) if unit.url not in ("a/", "b/", "c/")]

    assert [(unit.page, unit.heading, unit.url, unit.line, unit.also) for unit in units] == [
        ("Brakes", "", "brakes/", "", ()),
        ("Brakes", "Why do they squeal?", "brakes/#squeal", "They are wet or worn.", ("noise", "they scream")),
        ("Tyres", "", "tyres/", "How to mend a tyre.", ("flat", "puncture")),
        ("Tyres", "Find the hole", "tyres/#hole", "Listen to it first.", ()),
    ]


def test_a_long_line_ends_at_a_word():
    """The helpful line is cut where a word ends, and says so."""
    text = "Words " * 50
    line = units_of(guide_of(long=f"# Long\n\n## Part\n\n{text}.\n"))[-1].line

    assert len(line) <= LINE
    assert line.endswith("Words…")


def test_the_index_is_short_and_whole():
    """What is empty at the end of a unit is left out; alarms, vocabulary and themes come along."""
    data = {
        "_data/vocabulary.yml": "- topics: [bicycle]\n- {says: [flat], means: [tyre]}\n",
        "_data/alarms.yml": "{people: [rider], names: {rider: [i, we]}, alarms: [{page: tyres/, all: [[fell]]}]}",
    }
    texts = {**OTHERS, "tyres.md": PAGE, "brakes.md": QUESTIONS, **data}
    index = json.loads(render_index(load_guide(texts)[0]))

    assert index["pages"][-1] == ["Tyres", "tyres/"]
    assert index["units"][-1] == [4, "Find the hole", "hole", "Listen to it first."]
    assert index["words"] == [[["flat"], ["tyre"]]]
    assert (index["topics"], index["people"], index["names"]) == (["bicycle"], ["rider"], {"rider": ["i", "we"]})
    assert index["alarms"] == [["tyres/", [["fell"]], []]]
    assert index["themes"] == [["Brakes", "brakes/"]]
