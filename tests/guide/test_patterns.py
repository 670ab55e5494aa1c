"""A pattern of the data is one that is found, or not, within a moment."""

import re
import time

import pytest
from guide.reading.pages import read_guide
from guide.reading.patterns import is_quick

ENDLESS = [
    "(a|a)*b",
    "(?:a{1,500}){1,500}b",
    "(" * 500 + "a" + ")" * 500,
    "(a+)+$",
    "(ab|ab|a)*c",
    "(.*)*x",
    r"((?:\w+\s?)+)\d{40}",
    r"(a+)\1",
    ".*.*.*b",
    "a?" * 30 + "a" * 30,
    "(a|a)" * 30 + "x",
    "(?=(a+)+b)a",
    "a" * 5000,
]
QUICK = [
    r"narcissis\w*",
    "red flags?",
    "(?:(?:a|b)?c)?d",
    "(?:ab){3}",
    "(?:ab|cd)*e",
    r"\b(?:hits?|beats?|slap\w*) me\b",
    "[^.]+x",
]


@pytest.mark.parametrize("pattern", ENDLESS, ids=range(len(ENDLESS)))
def test_endless(pattern):
    """Whatever could look at ever more ways to read a text is refused."""
    assert not is_quick(pattern)


@pytest.mark.parametrize("pattern", QUICK)
def test_quick(pattern):
    """What people write is not, and is quick indeed."""
    begun = time.process_time()
    for text in ("a" * 3000, "ab" * 1500, "hit " * 700):
        re.search(pattern, text)
    assert is_quick(pattern)
    assert time.process_time() - begun < 1


def test_broken():
    """Nor is one that is no pattern."""
    assert not is_quick("[")


def test_a_guide_with_such_a_pattern_is_told():
    """With the line on which it stands; and no page is looked at by it."""
    texts = {"a.md": "# A\n\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n"}
    texts["_data/wording.yml"] = "- words: '(a|a)*b'\n  why: W.\n  instead: I.\n"
    _, problems = read_guide(texts)
    assert [
        (problem.path, problem.line) for problem in problems if "attern" in problem.what or "pattern" in problem.mend
    ] == [("docs/_data/wording.yml", 1)]
