"""A summary tells every sentence that is not as it was, and first what readers in danger may read."""

import json

import pytest
from guide.site.changes import changes_of
from guide.site.changes_told import render_changes
from guide.site.loader import load_guide
from guide.site.snapshot import snapshot_of

PAGES = {
    "index.md": "# Home\n\nOne of these. [Stay dry](care/rain.md).\n",
    "ride.md": "# Ride\n\n## Storms {#storms}\n\nIs there lightning? Go indoors. Wait an hour.\n\n"
    "## Plains {#plains}\n\nLook ahead. Sit up.\n",
    "care/rain.md": "---\nkind: safety\n---\n# Rain\n\nLeave the hill. [Where to go](#go).\n\n## Go {#go}\n\nDown.\n",
    "_data/shape.yml": "safety:\n  naming: lightning\n",
}
NEAR, OTHER = "## What readers in danger may read", "## Words"


def summary(changed: dict[str, str], base: dict | None = None) -> str:
    """What is said of a change: {path: text} of files that are new or not as they were."""
    kept = base or json.loads(json.dumps(snapshot_of(*_of(PAGES))))
    guide, pdfs, wrong = _of(PAGES | changed)
    return render_changes(changes_of(kept, snapshot_of(guide, pdfs, wrong), guide))


def _of(pages: dict[str, str]):
    guide, problems = load_guide(pages)
    return guide, {}, problems


@pytest.mark.parametrize(
    ("page", "was", "now", "told"),
    [
        (
            "care/rain.md",
            "Leave the hill.",
            "Stay on the hill.",
            "`docs/care/rain.md:6` “Leave the hill.” → “Stay on the hill.”",
        ),
        ("care/rain.md", "(#go)", "(#top)", "(#go).” → “\\[Where to go\\](#top)"),
        ("ride.md", "Go indoors.", "Ride on.", "`docs/ride.md:5` “Go indoors.” → “Ride on.”"),
        ("ride.md", "Wait an hour.", "", "“Wait an hour.” → nothing"),
        ("index.md", "One of these.", "Skip what is below.", "“One of these.” → “Skip what is below.”"),
    ],
)
def test_what_readers_in_danger_may_read_is_first(page, was, now, told):
    """All of a safety page; elsewhere each part that names danger, or leads to such a page."""
    said = summary({page: PAGES[page].replace(was, now)})

    assert NEAR in said
    assert OTHER not in said
    assert told in said
    assert said.index(NEAR) < said.index("## Pages")


def test_all_other_words_are_told_as_well():
    """Below the list of pages, sentence by sentence."""
    said = summary({"ride.md": PAGES["ride.md"].replace("Look ahead.", "Look down.")})

    assert NEAR not in said
    assert "- `docs/ride.md:9` “Look ahead.” → “Look down.”" in said
    assert said.index("## Pages") < said.index(OTHER)


def test_a_long_sentence_is_shown_from_where_it_differs():
    """Also where the difference stands at its end."""
    long = "word " * 100
    base = json.loads(json.dumps(snapshot_of(*_of(PAGES | {"care/rain.md": PAGES["care/rain.md"] + f"{long}go.\n"}))))
    said = summary({"care/rain.md": PAGES["care/rain.md"] + f"{long}stay.\n"}, base)

    assert "word go.” → “…" in said
    assert "word stay.”" in said


def test_of_a_new_page_what_names_danger_is_told():
    """The rest of it is read as a page."""
    said = summary({"new.md": "# New\n\n## A {#a}\n\nIt rains.\n\n## B {#b}\n\nIn lightning, ride on.\n"})

    assert "In lightning, ride on." in said
    assert "It rains." not in said


def test_an_older_generator_kept_no_words():
    """Then nothing is told of them."""
    kept = json.loads(json.dumps(snapshot_of(*_of(PAGES))))
    del kept["said"]

    assert NEAR not in summary({"care/rain.md": PAGES["care/rain.md"].replace("Leave", "Stay on")}, kept)
