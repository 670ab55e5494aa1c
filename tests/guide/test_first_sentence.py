"""The first sentence of an answer, as the index shows it."""

import time

import pytest
from guide.text.first_sentence import first_sentence

FIRSTS = {
    "We asked Dr. Smith about it.": "He said no.",
    "It takes approx. 20 minutes.": "Then you rest.",
    "Between 9 a.m. and 5 p.m. you can call.": "Else write.",
    "Call before 5 p.m.": "Then wait.",
    "Things such as oil, grease, etc. are enough.": "Rest.",
    "See e.g. the page on oil.": "It helps.",
    "Read J. R. R. Tolkien with St. Paul.": "Then rest.",
    "Well … it depends.": "Yes.",
    "“Why?” she asked.": "Nobody knew.",
    "It is 3.5 litres in version 1.2.": "Pour.",
    "No. You need not go.": "Stay.",
    "It was he (or I).": "Nobody knows.",
    "はい。そうです。": "もっと読む。",
    "你可以先休息一下。": "然后再说。",
    "क्या आप ठीक हैं?": "हाँ।",
    "हम यहाँ हैं।": "आइए।",
}


@pytest.mark.parametrize(("first", "then"), FIRSTS.items())
def test_a_first_sentence_ends_where_a_reader_ends_it(first, then):
    """Neither a shortened word nor an initial ends it, in any script."""
    assert first_sentence(f"{first} {then}") == first


@pytest.mark.parametrize("text", ["", "No end mark", "One.", "Dr. Who"])
def test_a_text_without_a_second_sentence_is_all_of_it(text):
    """There is nothing to leave out."""
    assert first_sentence(text) == text


LONG = {"stops": "…" * 9_900 + "x", "no end": "A b. c " * 1_400, "calls": "a" + "!" * 9_900 + "x"}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_is_read_at_once(text):
    """Whatever somebody writes into a paragraph."""
    begun = time.process_time()
    first_sentence(text)

    assert time.process_time() - begun < 0.5
