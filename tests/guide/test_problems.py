"""What is said to authors: three voices, one order, a last line, and a guess."""

import pytest
from guide.model.problems import NOTICE, Problem, for_github, for_logs, for_people, in_order, nearest, summary

AUDIENCE = Problem("docs/a.md", 6, "Unknown audience “bothh”.", "It says who fills it in.", "Write  audience: both")


def problem(path: str = "docs/a.md", line: int = 1, what: str = "What.") -> Problem:
    """A problem at a place."""
    return Problem(path, line, what, "Why.", "Mend it.")


def test_voice_of_the_terminal():
    """Three lines: the first begins with a place that editors can open."""
    expected = (
        "docs/a.md:6: Unknown audience “bothh”.\n    Why:  It says who fills it in.\n    Mend: Write  audience: both"
    )

    assert for_people(AUDIENCE) == expected


def test_voice_of_the_log():
    """One line, for a log is read line by line."""
    expected = "docs/a.md:6: Unknown audience “bothh”. It says who fills it in. Mend: Write  audience: both"

    assert for_logs(AUDIENCE) == expected


def test_voice_of_an_annotation():
    """A workflow command, with GitHub's escapes: in a title also for the two signs that would end it."""
    told = Problem("docs/a.md", 6, "50%: one, two.", "Line one\r\nline two: 100%, yes.", "Mend it.", NOTICE)

    assert for_github(AUDIENCE) == (
        "::error file=docs/a.md,line=6,title=Unknown audience “bothh”.::"
        "It says who fills it in. Mend: Write  audience: both"
    )
    assert for_github(told) == (
        "::notice file=docs/a.md,line=6,title=50%25%3A one%2C two.::Line one%0D%0Aline two: 100%25, yes. Mend: Mend it."
    )


def test_order():
    """By path, then by line as a number, then by what is there; each once."""
    a2, a10, b1 = problem(line=2), problem(line=10), problem("docs/b.md")
    first = problem(line=2, what="Another.")

    assert in_order([b1, a10, a2, first, a10]) == [first, a2, a10, b1]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "0 problems in 0 files."),
        ([problem()], "1 problem in 1 file."),
        ([problem(), problem(line=2)], "2 problems in 1 file."),
        ([problem(), problem(line=2), problem("docs/b.md")], "3 problems in 2 files."),
    ],
)
def test_summary(problems, words):
    """The last line counts problems and files, and speaks English."""
    assert summary(problems) == words


@pytest.mark.parametrize(
    ("word", "guess"),
    [("descripton", "description"), ("bothh", "both"), ("both", "both"), ("zzz", ""), ("", "")],
)
def test_nearest(word, guess):
    """The nearest known word is guessed, and nothing where none is near."""
    assert nearest(word, ["both", "description", "alone"]) == guess


def test_nearest_asks_for_likeness():
    """A caller may ask for a closer likeness than the usual one."""
    assert (nearest("trusty", ["thirsty"]), nearest("trusty", ["thirsty"], 0.9)) == ("thirsty", "")
