"""How hard a text is to read, against values worked out by hand."""

import pytest
from guide.text.prose import grade_of, sentences_of, syllables_of, words_of

SYLLABLES = {
    1: "a the cat make walked stopped makes you through asked trust fight loved we're don't helped eyes cheese each's",
    2: "table little being again needed started doesn't listen couple people apart quiet houses relate's people's "
    "someone something sometimes safety likely evening closeness",
    3: "family another together idea possible hurtfully respected violence media serious curious earlier happiest",
    4: "communicate necessary appreciate emotional information relationship's anxiety society",
    5: "communication possibility individual",
}


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables(count, word):
    """The syllables of everyday words, as a dictionary counts them."""
    assert syllables_of(word) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You can’t, and don't.", ["You", "can’t", "and", "don't"]),
        ("Call 999 or 1-800 now", ["Call", "or", "now"]),
        ("well-known", ["well", "known"]),
        ("“Yes”—no… é ß Καλημέρα", ["Yes", "no", "é", "ß", "Καλημέρα"]),
        ("snake_case 42 & % €", ["snake", "case"]),
        ("", []),
    ],
)
def test_words(text, words):
    """Figures and signs are not words; an apostrophe inside a word does not split it."""
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four…", 4),
        ("He said: “Go.” She went.", 2),
        ("I ask; you wait: we go.", 1),
        ("No end mark", 1),
        ("It is 3.5 km away.", 1),
        ("... !!!", 0),
        ("", 0),
    ],
)
def test_sentences(text, count):
    """A sentence ends with a mark before a space or the end, quotes and brackets included."""
    assert len(sentences_of(text)) == count


@pytest.mark.parametrize(
    ("blocks", "grade"),
    [
        # 6 words, 1 sentence, 6 syllables: 0.39*6 + 11.8*1 - 15.59 = -1.45, and no grade is below 0
        (["The cat sat on the mat."], 0.0),
        # 8 words, 1 sentence, 13 syllables: 3.12 + 19.175 - 15.59 = 6.705
        (["The little cat will listen to another people."], 6.7),
        # 4 words, 1 sentence, 16 syllables: 1.56 + 47.2 - 15.59 = 33.17
        (["Communication necessary, possible information."], 33.2),
        # 10 words, 2 sentences, 10 syllables: 1.95 + 11.8 - 15.59 = -1.84
        (["We talk and we walk.", "You ask and I sit"], 0.0),
        # 24 words, 1 sentence, 24 syllables: 9.36 + 11.8 - 15.59 = 5.57
        (["We talk and we walk and " * 4], 5.6),
        # the same 24 words in 4 blocks of 6: 2.34 + 11.8 - 15.59 = -1.45
        (["We talk and we walk and"] * 4, 0.0),
        ([], 0.0),
        (["", "42"], 0.0),
    ],
)
def test_grades(blocks, grade):
    """The Flesch–Kincaid grade, as worked out by hand; a block ends its sentence."""
    assert grade_of(blocks) == grade


KNOWN = {
    9.3: """Four score and seven years ago our fathers brought forth, on this continent, a new nation, conceived in
        liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil
        war, testing whether that nation, or any nation so conceived, and so dedicated, can long endure. We are met on a
        great battle-field of that war. We have come to dedicate a portion of that field, as a final resting-place for
        those who here gave their lives, that that nation might live. It is altogether fitting and proper that we should
        do this.""",
    23.0: """Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do:
        once or twice she had peeped into the book her sister was reading, but it had no pictures or conversations in
        it, and what is the use of a book, thought Alice, without pictures or conversations?""",
    16.5: """Emma Woodhouse, handsome, clever, and rich, with a comfortable home and happy disposition, seemed to unite
        some of the best blessings of existence; and had lived nearly twenty-one years in the world with very little to
        distress or vex her. She was the youngest of the two daughters of a most affectionate, indulgent father; and
        had, in consequence of her sister's marriage, been mistress of his house from a very early period.""",
    3.7: """What is real? asked the Rabbit one day, when they were lying side by side near the nursery fender, before
        Nana came to tidy the room. Does it mean having things that buzz inside you and a stick-out handle? Real is not
        how you are made, said the Skin Horse. It is a thing that happens to you. When a child loves you for a long,
        long time, not just to play with, but really loves you, then you become Real.""",
}
"""What textstat 0.7.13 gives for some well-known passages, with the syllables of the CMU dictionary."""


@pytest.mark.parametrize(("grade", "text"), KNOWN.items(), ids=str)
def test_known_grades(grade, text):
    """The measure agrees with the one that others use, within half a year of school."""
    assert abs(grade_of([text]) - grade) < 0.5
