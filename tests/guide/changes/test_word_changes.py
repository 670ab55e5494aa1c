"""A summary tells every sentence that is not as it was, and first what readers in danger may read."""

import json
import re
from functools import partial
from timeit import repeat

import pytest
from guide.changes.compare import changes_of
from guide.changes.sentences import even
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.site.loader import load_guide

PAGES = {
    "index.md": "# Home\n\nOne of these. [Stay dry](care/rain.md).\n",
    "ride.md": "# Ride\n\n## Storms {#storms}\n\nIs there lightning? Go indoors. Wait an hour.\n\n"
    "## Plains {#plains}\n\nLook ahead. Sit up.\n",
    "care/rain.md": "---\nkind: safety\n---\n# Rain\n\nLeave the hill. [Where to go](#go).\n\n## Go {#go}\n\nDown.\n",
    "_data/shape.yml": "safety:\n  naming: lightning\n",
}
NEAR, OTHER = "## What readers in danger may read", "## Words"


def summary(changed: dict[str, str | None], base: dict | None = None) -> str:
    """What is said of a change: {path: text} of files that are new or not as they were; None for what is gone."""
    kept = base or json.loads(json.dumps(snapshot_of(*_of(PAGES))))
    guide, pdfs, wrong = _of({path: text for path, text in (PAGES | changed).items() if text is not None})
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


def test_every_sentence_of_a_new_page_is_told():
    """What names danger first, the rest below; its front matter as well."""
    new = "---\ndescription: A storm is nothing.\n---\n# New\n\n## A {#a}\n\nIt rains. Ride on.\n\n"
    said = summary({"new.md": f"{new}## B {{#b}}\n\nIn lightning, ride on.\n"})

    assert "`docs/new.md:12` nothing → “In lightning, ride on.”" in said.partition("## Pages")[0]
    assert "- `docs/new.md:8` nothing → “It rains.”\n- `docs/new.md:8` nothing → “Ride on.”" in said.partition(OTHER)[2]
    assert "`description`: nothing → “A storm is nothing.”" in said


RENAMED = {"alias": "aliases: [care/rain/]\n", "words": ""}


@pytest.mark.parametrize("aliases", RENAMED.values(), ids=RENAMED)
def test_a_renamed_page_is_compared_with_itself(aliases):
    """It is known by an old address, though it has other words; or by its words."""
    page = PAGES["care/rain.md"].replace("---\n# Rain", f"{aliases}---\n# Rain").replace("Leave", "Stay on")
    page = page.replace("[Where to go](#go).", "None.").replace("Down.", "Up.") if aliases else page
    said = summary(
        {"care/wet.md": page, "index.md": PAGES["index.md"].replace("rain.md", "wet.md"), "care/rain.md": None}
    )

    assert "“Leave the hill.” → “Stay on the hill.”" in said.partition("## Pages")[0]
    assert "“\\# Rain”" not in said
    assert "Pages: 0 new, 1 changed, 0 gone, 1 renamed." in said
    assert "- Renamed: Rain (`docs/care/rain.md` → `docs/care/wet.md`), " in said


def test_each_sentence_of_a_run_is_told_by_itself():
    """However long those are beside which it stands, where it was written anew or put in."""
    long = " ".join(f"Number {n} {'is dry and ' * 40}warm." for n in range(4))
    base = json.loads(json.dumps(snapshot_of(*_of(PAGES | {"care/rain.md": PAGES["care/rain.md"] + long}))))
    now = long.replace("warm", "cold").replace("Number 2", "Indeed. Number 2")
    said = summary({"care/rain.md": PAGES["care/rain.md"] + f"{now} Ride on.\n\nIt is nothing. Tell nobody.\n"}, base)

    assert "- `docs/care/rain.md:11` nothing → “Indeed.”" in said
    assert "- `docs/care/rain.md:11` nothing → “Ride on.”" in said
    assert "- `docs/care/rain.md:13` nothing → “Tell nobody.”" in said
    assert said.count(" warm.” → “…") == said.count(" cold.”") == 4


def test_a_monstrous_sentence_is_told_with_both_its_ends():
    """And how much of it is not."""
    said = summary({"care/rain.md": PAGES["care/rain.md"] + f"Stay {'on ' * 2000}top.\n"})

    assert "“Stay on on" in said
    assert " signs are not shown) … " in said
    assert "on top.”" in said


SAME = {
    "apostrophes": ("It’s “dry”… Well…", 'It\'s "dry"... Well...'),
    "dashes": ("Dry – and warm — there. It is – so.", "Dry — and warm - there. It is - so."),
    "breaks": ("It is dry. There it is\nwarm.", "It is\ndry.\nThere it is warm."),
    "breaks in a box": ("> It is dry. Well.", "> It is dry.\nWell."),
    "breaks in a quotation": ("> It is dry. Well.", "> It is dry.\n> Well."),
}
OTHERS = {
    "a letter": ("It is dry.", "It is dry\u0430."),
    "a homoglyph": ("Call a line.", "Call \u0430 line."),
    "a number": ("Call 116 123.", "Call 116123."),
    "a capital": ("Call us.", "Call US."),
    "a quotation mark that is gone": ("It’s dry.", "Its dry."),
    "another kind of mark": ("It is “dry”.", "It is 'dry'."),
    "a break of a list": ("It is dry – warm.", "It is dry\n- warm."),
    "signs of an address": ("[Dry](a’b.md)", "[Dry](a'b.md)"),
    "signs of an id": ("## Dry {#a-b}", "## Dry {#a\u2011b}"),
    "signs of a title": ("[Dry](index.md “x”)", '[Dry](index.md "x")'),
}


@pytest.mark.parametrize(("was", "now"), SAME.values(), ids=SAME)
def test_the_same_words_are_counted(was, now):
    """Nothing of them is told but on how many pages of which kind they stand."""
    said = _written_anew(was, now)

    assert NEAR not in said
    assert OTHER not in said
    assert re.search(
        r"^The same (words, written otherwise: 2 sentences \(2 safety\), |sentences, with other breaks of lines: )"
        r"1 page \(1 safety\)\.$",
        said,
        re.MULTILINE,
    )


@pytest.mark.parametrize(("was", "now"), OTHERS.values(), ids=OTHERS)
def test_other_words_are_no_same_words(was, now):
    """A letter that looks like another, a number, what stands in a link: each is told."""
    said = _written_anew(was, now)

    assert NEAR in said
    assert "The same words" not in said


def _written_anew(was: str, now: str) -> str:
    page = PAGES["care/rain.md"]
    base = json.loads(json.dumps(snapshot_of(*_of(PAGES | {"care/rain.md": f"{page}\n{was}\n"}))))
    return summary({"care/rain.md": f"{page}\n{now}\n"}, base)


def test_a_flood_hides_nothing_that_readers_in_danger_may_read():
    """All of it is told, and at the top how much is left out of what else there is."""
    flood = "".join(f"Plain {n}, {'as it is, ' * 9}told.\n\n" for n in range(4000))
    storms = "".join(f"Stay {n}, {'as it is, ' * 9}on it.\n\n" for n in range(3000))
    said = summary({"new.md": f"# New\n\n{flood}", "care/rain.md": f"{PAGES['care/rain.md']}\n{storms}"})

    assert said.count("on it.”") == 3000
    assert "\nBelow: What readers in danger may read (3000), " in said
    assert re.fullmatch(
        r"\*\*Not all is told here\. Left out: \d+ of 4001 lines of “Words”\.\*\* Look .*", said.splitlines()[2]
    )


LIVELY = ["$a$ x", "@name", ":tada:", "~~a~~", "a &amp; b", "&#64;", "#12", "!12", "~bug", "_a_", "www.a.example"]


@pytest.mark.parametrize("words", LIVELY)
def test_what_a_host_would_make_something_of_is_code(words):
    """Formulas, names, small pictures, entities: as they are written."""
    assert f"nothing → “`Ride {words} on.`”" in summary({"care/rain.md": PAGES["care/rain.md"] + f"Ride {words} on.\n"})


def test_code_is_closed_by_nothing_in_it():
    """There are more backticks around it than it holds."""
    said = summary({"care/rain.md": PAGES["care/rain.md"] + "Ride ``x`` @name `on`\n"})

    assert "“``` Ride ``x`` @name `on` ```”" in said


def test_an_older_generator_kept_no_words():
    """Then nothing is told of them."""
    kept = json.loads(json.dumps(snapshot_of(*_of(PAGES))))
    del kept["said"]

    assert NEAR not in summary({"care/rain.md": PAGES["care/rain.md"].replace("Leave", "Stay on")}, kept)


STEPS = "1. Get out. Go far.\n2. Call us.\n\nDo what is safe.\n\n> [!CAUTION]\n> Beware.\n\nAfter it.\n"
BROKEN = {
    "steps that are one": (
        "far.\n2.",
        "far. 2.",
        ["- `docs/care/rain.md:12` “Call us.” goes on in the block before it now."],
    ),
    "advice that is code": (
        "Do what",
        "  \n\n        Do what",
        ["- `docs/care/rain.md:17` “Do what is safe.” stands otherwise: `p` → `ol › li › pre.highlight`."],
    ),
    "a box that takes in what follows": (
        "Beware.\n\n",
        "Beware.\n",
        [
            "- `docs/care/rain.md:19` “After it.” stands otherwise: `p` → `div.care › p`, and goes on in the block"
            " before it now."
        ],
    ),
    "a paragraph that is two": (
        "out. Go",
        "out.\n\n    Go",
        ["- `docs/care/rain.md:14` “Go far.” begins a block of its own now."],
    ),
}


@pytest.mark.parametrize(("was", "now", "told"), BROKEN.values(), ids=BROKEN)
def test_other_breaks_make_other_blocks(was, now, told):
    """No word is another, and yet each sentence is told that stands in another block, with its line."""
    assert was in STEPS
    said = _written_anew(STEPS, STEPS.replace(was, now))
    lines = said.partition(f"{NEAR}\n\n")[2].partition("\n\n")[0].splitlines()

    assert [one for one in lines if one in told] == told, lines


TABLE = "Look up.\n\n| Sign | What to do |\n|---|---|\n| Wind | Go in |\n| Rain | Get out |\n"
HIDDEN = {
    "an empty line in a table": ("|---|", "\n|---|"),
    "a row that is code": ("| Rain", "\n    | Rain"),
    "signs that only look alike": ("|---|---|", "|\u2011\u2011\u2011|\u2011\u2011\u2011|"),
}


@pytest.mark.parametrize("other", ["Look up.", "Look down."])
@pytest.mark.parametrize(("was", "now"), HIDDEN.values(), ids=HIDDEN)
def test_another_word_on_the_page_hides_no_other_block(was, now, other):
    """What is shown no more is told, whatever else of the page is told as well."""
    assert was in TABLE
    said = _written_anew(TABLE, TABLE.replace(was, now).replace("Look up.", other)).partition("## Pages")[0]

    assert "“Get out” stands otherwise: `table › tbody › tr › td` → nothing." in said


@pytest.mark.parametrize("signs", ["](", "{", "[](", "{a ", "](a "])
def test_a_sentence_without_end_is_soon_compared(signs):
    """Of a document nothing is too long: ten times as much takes ten times as long, and not a hundred times."""
    few, many = (min(repeat(partial(even, signs * often), number=1)) for often in (2_000, 20_000))

    assert many < 30 * max(few, 0.001)


def test_a_sentence_that_is_told_is_told_once():
    """Also where it cites a source, stands in a table or a link, and the numbers of sources after it are others."""
    was = "[Go in](index.md) now. It is dry [@a]. So it is [@b].\n\n| A | B |\n|---|---|\n| Rain | Get out |\n"
    now = was.replace("now", "soon").replace("dry [@a]", "wet [@b]").replace("Get out", "Get off")
    said = _written_anew(was, now)

    assert said.partition(f"{NEAR}\n\n")[2].partition("\n\n")[0].count("\n- ") == 2
    assert "stands otherwise" not in said
