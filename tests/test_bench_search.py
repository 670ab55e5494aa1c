"""What the bench of the search counts: shares and their intervals, whose page is right, and whose queries they are."""

import collections
import json
import re

import pytest
from bench_figures import ENOUGH, Share, by_reader, shares
from bench_search import REAL, agreement, grade, load_queries, load_real, taught_nowhere
from bench_taught import is_held_out, part, slip


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(0, 0, 0, 1), (0, 10, 0, 0.278), (9, 10, 0.596, 0.982), (90, 100, 0.826, 0.945)]
)
def test_an_interval_is_wider_the_fewer_there_are(hits, of, low, high):
    """Wilson's, as tables have it; of nothing, nothing is known."""
    assert Share(hits, of).interval == pytest.approx((low, high), abs=0.001)


def row(grades: list[int], titles: list[str] | None = None, **more) -> dict:
    """An answered query."""
    found = [[title, ""] for title in titles or ["A page"] * len(grades)]
    return {"category": "question", "expect": "results", "grades": grades, "found": found, "ms": 1.0, **more}


def test_only_the_page_for_that_reader_is_safe():
    """A page that is merely fair does not count where somebody is in danger; help beside the answer is told apart."""
    rows = [
        row([2], ["Is it safe?"], reader="danger"),
        row([1, 0], ["Is it safe?", "A page"], reader="force"),
        row([0, 0], ["A page", "Help lines"], category="safety"),
        row([0, 0, 2], ["A page", "A page", "In a crisis now"], reader="die"),
    ]
    counted = shares(rows)

    assert counted["safety first"] == Share(1, 4)
    assert counted["in danger: help among two"] == Share(3, 4)
    assert counted["false alarms"] == Share(0, 0)


def test_a_harmless_query_raises_no_alarm():
    """A page of danger in front of a harmless query counts, unless it was asked for; nothing found is no alarm."""
    rows = [row([0], ["Help lines"]), row([1], ["Help lines"]), row([0], ["A page"]), row([], expect="none")]
    counted = shares(rows)

    assert counted["false alarms"] == Share(1, 4)
    assert counted["off topic, gracefully"] == Share(1, 1)
    assert counted["success@1"] == Share(1, 3)


def test_kinds_of_readers_have_figures_where_there_are_enough():
    """Ten of a kind are told, nine are not."""
    rows = [row([0, 1], age="old")] * ENOUGH + [row([1], age="young")] * (ENOUGH - 1)

    assert list(by_reader(rows)) == [("age: old", Share(0, ENOUGH), Share(ENOUGH, ENOUGH))]


def test_what_was_taught_is_left_out(tmp_path):
    """However it is written; a line of notes teaches nothing else."""
    (tmp_path / "calm.txt").write_text("# Notes\nwe dont talk\n", encoding="utf-8")

    assert taught_nowhere([{"query": "We don’t talk"}, {"query": "we do talk"}], tmp_path) == [{"query": "we do talk"}]


@pytest.mark.parametrize("half", ["seen", "unseen"])
def test_real_queries_are_judged(half):
    """Each can be answered or is another subject's, has its thread's address, and danger has its reader."""
    rows = load_real(half)
    addresses = dict(line.split("\t") for line in (REAL / "sources.tsv").read_text("utf-8").splitlines())
    wrong = [
        one["id"]
        for one in rows
        if (one["expect"] == "results") != bool(one["rel"]["2"])
        or (one["category"] == "safety") > ("reader" in one)
        or one["thread"] not in addresses
    ]

    assert len(rows) > 300
    assert wrong == []


def test_the_halves_share_no_thread():
    """Nor a query: what is looked at must tell nothing of what is not."""
    seen, unseen = (load_real(half) for half in ("seen", "unseen"))
    twice = [one for one, times in collections.Counter(query["query"] for query in seen + unseen).items() if times > 1]

    assert not {one["thread"] for one in seen} & {one["thread"] for one in unseen}
    assert twice == []


def test_a_second_reader_has_labelled_most():
    """Once, and all that are not looked at, by topics that there are; how far the two agree is told as it is."""
    told = (REAL / "README.md").read_text("utf-8")
    labels = [json.loads(line)["id"] for line in (REAL / "second.jsonl").read_text("utf-8").splitlines()]
    every = [query for half in ("seen", "unseen") for query in load_real(half)]
    first = [query for query in every if query["id"] in {*labels}]
    second = [query for half in ("seen", "unseen") for query in load_real(half, second=True)]

    assert sorted(labels) == sorted(one["id"] for one in second)
    assert len(load_real("unseen", second=True)) == len(load_real("unseen"))
    assert f"{len(second):,} of the {len(every):,}" in told
    assert all(query["rel"]["2"] or query["expect"] == "none" for query in second)
    for what, share in agreement(first, second).items():
        assert f"| {what} | {share:.2f} |".replace("0.", ".") in told


def test_topics_tell_the_four_readers_apart():
    """The page of one is never right for another."""
    topics = json.loads((REAL / "topics.json").read_text(encoding="utf-8"))
    theirs = {
        "in-danger": "Is it safe? Fear, control and abuse",
        "uses-force": "Worried about how I behave: anger, control, violence",
        "wants-to-die": "In a crisis now › You want to die",
        "worried-for-somebody": "Worried for somebody else",
    }
    right = {
        (topic, page) for topic in theirs for page in theirs.values() if re.search(topics[topic]["about"], page.lower())
    }

    assert right == set(theirs.items())


def test_the_page_of_a_theme_is_fair(tmp_path):
    """Where a right answer stands on it; another question on it is not."""
    topics = {"over": {"about": "is it over", "within": ["on-my-own"]}, "sad": {"about": "sad", "within": ["grief"]}}
    (tmp_path / "topics.json").write_text(json.dumps(topics), encoding="utf-8")
    (tmp_path / "seen.jsonl").write_text('{"right": ["over"], "fair": ["sad"]}\n', encoding="utf-8")
    [query] = load_real("seen", tmp_path)
    faq = "https://a.example/faq/"

    assert grade(query, "Is it over?", f"{faq}on-my-own/#over") == 2
    assert grade(query, "On my own", f"{faq}on-my-own/") == 1
    assert grade(query, "On my own › Alone", f"{faq}on-my-own/#alone") == 0
    assert grade(query, "Grief", f"{faq}grief/") == 0


def test_a_judgement_needs_no_exact_title():
    """By title, heading or address, in any quotes."""
    query = {"rel": {"2": ["say sorry"], "1": [r"^[^|]*trust"]}}

    assert grade(query, "How do I say sorry?", "https://a.example/faq/forgiving/#say-sorry") == 2
    assert grade(query, "Rebuild trust", "https://a.example/steps/trust/") == 1
    assert grade(query, "Something else", "https://a.example/faq/trust/#lies") == 0
    assert all(one["rel"] for one in load_queries(half="seen"))


def test_a_fifth_of_the_taught_lines_is_held_out(guide):
    """What is kept and what is held out is all there is, of each page; of any file about a fifth is held out."""
    kept, held = part(guide)
    for name, lines in guide.data["typed"].items():
        assert {page: set(some) for page, some in lines.items()} == {
            page: {*kept.data["typed"][name][page], *some} for page, some in held[name].items()
        }
        every = [line for some in lines.values() for line in some]
        assert 0.17 < sum(map(is_held_out, every)) / len(every) < 0.23


@pytest.mark.parametrize(
    ("line", "with_a_slip"),
    [("he is violent", "he is viloent"), ("violent", "violent"), ("i hit her", "i hit her"), ("an apple", "an apple")],
)
def test_a_slip_swaps_two_letters(line, with_a_slip):
    """In the longest word of several, where it is long enough."""
    assert slip(line) == with_a_slip
