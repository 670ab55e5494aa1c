"""What must raise the alarm does so, whatever a change teaches the search."""

import re
from dataclasses import replace

import pytest
from guide.checks.alarms import check_alarms
from guide.checks.vouched.check import check_vouched
from guide.model.guide import ALARMS, Guide

CALM = ("he set fire to my clothes",)
ELSEWHERE = ("he hits me with a belt", "how to hide bruises from work")
THROAT = re.compile(r"\b(?:chok|strang)|\bneck\b")
SAYINGS = {"says": ["beach hut", "bruises on my", "nspcc"], "leads": ["steps/talk.md"]}
HARMLESS = {"says": ["beach hut"], "leads": ["steps/talk.md"]}


def told(guide: Guide, **data) -> set[str]:
    """The queries that a guide with other data is told of."""
    changed = replace(guide, data={**guide.data, **data})
    return {problem.what.split("“")[1].split("”")[0] for problem in check_alarms(changed)}


def test_our_own_lists_raise_it(guide):
    """Of the guide as it is nothing is told, and of a word more about huts neither."""
    assert len(guide.data[ALARMS]) > 200
    assert told(guide) == set()
    assert told(guide, vocabulary=[*guide.data["vocabulary"], HARMLESS]) == set()


def test_danger_that_is_taught_as_calm_is_told(guide):
    """Each query that a change calls harmless, or of another subject."""
    typed = guide.data["typed"]
    calm = {**typed["in-no-danger"], "": [*CALM, *typed["in-no-danger"].get("", [])]}
    elsewhere = {**typed["elsewhere"], "": [*ELSEWHERE, *typed["elsewhere"].get("", [])]}

    assert {*CALM, *ELSEWHERE} <= told(guide, typed={**typed, "in-no-danger": calm, "elsewhere": elsewhere})


def test_danger_that_is_taught_no_more_is_told(guide):
    """Where all lines of one kind of danger go, those who type it are missed."""
    typed = guide.data["typed"]
    left = {place: [line for line in lines if not THROAT.search(line)] for place, lines in typed["in-danger"].items()}

    missed = told(guide, typed={**typed, "in-danger": left})
    assert {"he choked my son", "i choked my girlfriend"} <= missed


def test_danger_that_a_saying_leads_away_is_told(guide):
    """A saying teaches the search as well."""
    assert "bruises on my" in told(guide, vocabulary=[*guide.data["vocabulary"], SAYINGS])


@pytest.mark.parametrize("query", ["he strangled me", "bruises on my"])
def test_what_is_asked_no_more_is_told(guide, query):
    """A query that is taken off the list is missed by whoever vouched for it."""
    left = [line for line in guide.data[ALARMS] if line != query]
    assert len(left) == len(guide.data[ALARMS]) - 1
    problems = check_vouched(replace(guide, data={**guide.data, ALARMS: left}))

    assert [problem.what for problem in problems] == [
        f"This was vouched for, and is not so any more: whoever types “{query}” is led to help."
    ]
