"""A sheet as somebody filled it in: what is put where, and what the page and the paper of it show."""

import pytest
from guide.pdf.jobs import jobs_of
from guide.pdf.widgets import widgets_of
from guide.reading.pages import read_guide
from guide.renderers.examples import example_front_matter, example_request, render_example
from guide.renderers.place import Place
from projects import ROOT
from selectolax.lexbor import LexborHTMLParser

SHEET = """---
kind: worksheet
tab: A sheet
---

# Plan

A small plan.

Name: ____ Name: ____ metres

## What I felt {#felt}

Write a line.

___
___

- [ ] Glad {#glad}
- [ ] Sad {#sad}

## How was it?

- ( ) Good. {#good}
- ( ) Bad. {#bad}

| This week | 1 Little | 2 | 3 Much | Not sure |
|---|---|---|---|---|
| I slept. | ( ) | ( ) | ( ) | ( ) |
| I ate. | ( ) | ( ) | ( ) | ( ) |

| What | Who |
|---|---|
|  |  |
|  |  |
"""
ANSWERS = """
who: Kim
says: On a Monday.
answers:
  Name: Kim
  Name 2: Lee & Co
  What I felt: A bit of <both>.
  How was it: Bad
  I slept: 2
ticked: [Sad]
tables:
  What:
    - ["", Lee]
"""
SITE = {"site": "Site", "lang": "en", "address": "x.example/", "words": {}}


@pytest.fixture
def guide():
    """A guide of one sheet, with its example."""
    return read_guide({"plan.md": SHEET, "_data/examples/plan.yml": ANSWERS})[0]


@pytest.fixture
def page(guide):
    """The page made for it."""
    return LexborHTMLParser(render_example(Place(guide, "print/plan/", ROOT / "overrides/fragments"), "plan"))


def texts(page, css: str) -> list[str]:
    """The words of each element."""
    return [" ".join(node.text(separator=" ").split()) for node in page.css(css)]


def test_each_answer_stands_where_it_was_asked(page):
    """In blanks, in room to write, on a scale and in a table; what was left empty says so."""
    assert texts(page, "p.filled") == ["Name: Kim ; Name: Lee & Co metres", "A bit of <both>."]
    assert texts(page, "tr") == [
        "This week 1 Little to 3 Much",
        "I slept. 2",
        "I ate. left empty",
        "What Who",
        "– Lee",
        "– –",
    ]


def test_what_was_chosen_can_be_seen_and_not_changed(page):
    """Boxes and choices."""
    boxes = {node.parent.text().strip(): node.attributes for node in page.css("input")}

    assert [words for words, attributes in boxes.items() if "checked" in attributes] == ["Sad", "Bad."]
    assert all("disabled" in attributes for attributes in boxes.values())


def test_the_page_is_named_as_the_sheet_is(guide):
    """Also in the tab, where a sheet is neutral."""
    (example,) = guide.examples

    assert example_front_matter(guide, example) == (
        '---\ntitle: "Plan: an example"\ntab: "A sheet"\ntemplate: print.html\n---\n'
    )
    assert (example.address, example_request(example)) == ("print/plan/", "<!-- guide: example plan -->")


def test_paper_shows_it_as_well(guide):
    """What was written is text there; what was chosen is a field that can only be read."""
    (job, _) = [job for job in jobs_of(guide, SITE) if job.id == "plan-example"]
    widgets = widgets_of(job.document)

    assert job.document["sheets"][0]["facts"] == "Filled in by Kim. On a Monday."
    assert {widget.kind for widget in widgets.values()} == {"check", "choice"}
    assert all(widget.fixed for widget in widgets.values())
    assert [widget.label for widget in widgets.values() if widget.ticked] == ["Sad", "How was it? Bad.", "I slept. 2"]


def test_a_sheet_without_an_example_has_none():
    """A guide need not have any, and a reason for none is none."""
    bare = read_guide({"plan.md": SHEET})[0]
    reason = read_guide({"plan.md": SHEET, "_data/examples/plan.yml": "none: It is private."})[0]

    assert [bare.examples, reason.examples] == [[], []]
