"""What is learnt from what people type: danger, which page it is for, and other subjects."""

import json

import pytest
from columns import told, weighed
from guide.search import typed
from guide.search.learn import FINE
from guide.search.marks import Marks, place_of
from guide.search.subjects import HASHES
from guide.search.typed import learnt_of, marks_of
from guide.site.loader import load_guide

SAFE = "---\n{{kind: safety, tab: Notes, description: About {0}.}}\n---\n# {0}\n"
TEXTS = {
    "tide.md": SAFE.format("The tide"),
    "cold.md": SAFE.format("Cold") + "\n## Get warm {{#warm}}\n\nMove.\n".format(),
    "boats.md": "---\n{description: How to sail, also: [sail away, mend a sail, Caught in a storm]}\n---\n# Boats\n",
    "_data/vocabulary.yml": """
- alike: [boat ship, pulls drags]
- kinds: [freezing frozen icy]
- {says: [rowing, oar], leads: [boats.md]}
""",
    "_data/typed/in-danger.txt": """
# Swimmers.
## tide.md
the tide pulls me out
the tide has got us
swept out by the tide
the tide will not let me back
caught in a storm
## cold.md#warm
freezing in the water
my hands are freezing
i am freezing and shake
so freezing that i shake
""",
    "_data/typed/in-no-danger.txt": "what time is the tide\nwater for the boat\nmy hands are sore\nboat paint\n",
    "_data/typed/elsewhere.txt": "train times\ntrain tickets\ncheap train\nmodel train\n",
}


@pytest.fixture(scope="module")
def guide():
    """A guide of the sea."""
    guide, problems = load_guide(TEXTS)
    assert [problem.what for problem in problems if problem.path.startswith("docs/_data/")] == []
    return guide


@pytest.fixture(scope="module")
def learnt(guide):
    """What was learnt for it."""
    return learnt_of(guide)


@pytest.fixture(scope="module")
def score(guide, learnt):
    """A function that reads a query by something that was learnt."""
    marks = marks_of(guide)

    def score(query, what):
        return weighed(what).score(marks.finely(query, FINE), marks.whole(query, FINE))

    return score


@pytest.mark.parametrize(
    ("query", "danger"),
    [
        ("The tide PULLED me out!", True),
        ("the tide drags me out", True),
        ("my icy hands shake in the water", True),
        ("what time is the tide", False),
        ("boat paint", False),
        ("caught in a storm", True),  # though a question about boats is asked so
        ("rowing", False),
        ("mend a sail", False),
        ("train times", False),
        ("zebra", False),
    ],
)
def test_danger_is_told_from_the_rest(score, learnt, query, danger):
    """In other words, forms and kinds of words too; what the guide's other places are asked by is none."""
    assert (score(query, learnt["danger"]) > 0) == danger


def test_the_kind_of_danger_tells_the_page(guide, learnt):
    """Of the pages the one whose own queries are the likest; or else the one that most are meant for."""
    places, *columns = learnt["kinds"]

    def page(query):
        return places[told(columns, marks_of(guide).of(query, HASHES))]

    assert page("the tide pulls us") == ("tide/", "", "")
    assert page("frozen and i shake") == ("cold/", "warm", "Get warm")
    assert places[0] == ("tide/", "", "")


def test_what_is_typed_in_no_danger_may_have_a_place():
    """Lines below a heading are about that place, those below none about none; a heading for no place is told."""
    below = "my sail is torn\n## boats.md\nmend a torn sail\ntorn sails\n"
    guide, problems = load_guide({**TEXTS, "_data/typed/in-no-danger.txt": below})
    _, wrong = load_guide({**TEXTS, "_data/typed/in-no-danger.txt": below.replace("boats", "bots")})
    subjects = typed._subjects(guide)

    assert ("torn sails", "boats.md") in subjects
    assert "my sail is torn" not in [query for query, _ in subjects]
    assert "my sail is torn" in typed._calm(guide)
    assert [problem for problem in problems if "in-no-danger" in problem.path] == []
    assert [problem.line for problem in wrong if "in-no-danger" in problem.path] == [3]


def test_other_subjects_are_told(score, learnt):
    """A train is none of the sea's; danger and boats are."""
    queries = ["cheap train tickets", "the tide pulls me out", "boat paint"]

    assert [score(query, learnt["elsewhere"]) > 0 for query in queries] == [True, False, False]


def test_the_speller_is_told_words_of_danger_alone(learnt):
    """Those that stand in several queries of danger and in hardly another; words of a kind it knows already."""
    assert learnt["words"] == "shake"


def test_what_is_learnt_is_kept(guide, learnt, tmp_path, monkeypatch):
    """It is learnt once, and again only where people type something else, or words are read in another way."""
    assert learnt_of(guide, tmp_path) == learnt
    monkeypatch.setattr(typed, "learn", lambda *_, **__: pytest.fail("learnt again"))

    assert json.dumps(learnt_of(guide, tmp_path)) == json.dumps(learnt)
    for path, more in (("_data/typed/elsewhere.txt", "bus\n"), ("_data/vocabulary.yml", "- kinds: [warm hot]\n")):
        other, _ = load_guide({**TEXTS, path: TEXTS[path] + more})
        with pytest.raises(pytest.fail.Exception):
            learnt_of(other, tmp_path)


def test_marks_are_words_kinds_and_pairs():
    """What says little alone counts in a pair; words that are alike are one; the first word has a mark of its own."""
    places = 2**32
    marks = Marks(["boat ship"], ["icy frozen"])

    assert marks.of("the ship", places) == marks.of("the boats", places)
    assert len(marks.of("the boat", places)) == 3  # boat, ^ the, the boat
    assert len(marks.of("the icy boat", places)) == 9
    assert len({*marks.of("icy", places)} & {*marks.of("frozen", places)}) == 3  # #icy, ^ #icy, and so told
    assert marks.of("", places) == []


def test_who_does_what_to_whom_is_read_whatever_stands_between():
    """By words of roles and of kinds, two or three at a time; who comes first tells who does it."""
    places = 2**32
    marks = Marks(["he him"], ["hit slap"], ["i my", "he friend"])
    plainly, at_length = (
        {*marks.of(query, places)} for query in ("my friend slaps", "my very best friend too often hits")
    )
    told = {
        place_of(mark, places) for mark in ("~^ my", "~my friend", "~friend #hit", "~^ my friend", "~my friend #hit")
    }

    assert told <= plainly & at_length
    assert place_of("~i #hit he", places) in {*marks.of("i hit, and he", places)} - {
        *marks.of("she hit, and i", places)
    }


def test_pieces_of_words_and_words_near_each_other_are_marks_too():
    """A word is told by a piece of it; two words are read together with one or two between them, and no more."""
    places = 2**32
    marks = Marks([], [])

    def shared(one, other):
        return {*marks.finely(one, places)} & {*marks.finely(other, places)}

    assert {place_of("*<str", places), place_of("*angl", places)} <= shared("strangle", "strangling")
    assert shared("strangle", "estrangle")
    assert not shared("strangle", "mast")
    assert not shared("someone", "everyone")  # words that say little have no pieces
    assert place_of("-cold mast", places) in shared("cold is the mast", "cold of mast")
    assert place_of("-cold mast", places) not in marks.finely("cold mast, cold of all of mast", places)
    assert {*marks.of("cold mast", places)} < {*marks.finely("cold mast", places)}


def test_who_a_query_is_about_tells_no_place():
    """Which boats, not whose: people count beside another word alone."""
    places = 2**32
    marks = Marks([], [], [], ["captain crew"])

    assert {place_of(mark, places) for mark in ("captain", "crew")}.isdisjoint(marks.about("captain and crew", places))
    assert {place_of(mark, places) for mark in ("drunk", "_drunk captain")} <= {*marks.about("drunk captain", places)}
