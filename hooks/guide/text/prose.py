"""How hard a text is to read: words, sentences, syllables, and the Flesch–Kincaid grade.

Source of the formula: Kincaid, Fishburne, Rogers and Chissom (1975), Research Branch Report 8-75.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# A colon or a semicolon ends no sentence: readability tools count so, and a reader has to hold on until the full stop.
SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s|$)")
BETWEEN = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+")
ENDED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
VOWELS = re.compile(r"[aeiouy]+")
# Vowels that are written and not spoken: the e of "make", the ed of "walked", the es of "makes".
SILENT_END = re.compile(r"(?:[^laeiouy]e|[aeiouy]les?|[^aeioutd]ed|[^laeiouyszxhgc]es)$")
# The same e in the middle of a word that is made of two ("some-body", "safe-ty").
SILENT_INSIDE = re.compile(r"some(?=[bdhotw])|(?:afe|ose|one|ike|ate|ive)(?=ly$|ty$|ness)|evening|everyd")
# Two vowels side by side that are spoken apart ("cre-ate", "du-et", "be-ing"), and the n of "does-n't".
SPOKEN_APART = re.compile(
    r"ia|idea|io(?!u|n)|[^cgtx]iou|iu|eo(?!pl)|ua(?!r)|uou|[^q]ue[tln]|iet|[^p]ier$|iest$|cien|rea[lt]e|[ey]ing|[ou]ing|[dst]n't"
)


def has_words(text: str) -> bool:
    """Whether anything in a text can be read out."""
    return bool(WORD.search(text))


def words_of(text: str) -> list[str]:
    """The words of a text, in order; figures and signs are not words."""
    return WORD.findall(text)


@lru_cache(10_000)
def syllables_of(word: str) -> int:
    """An estimate of the syllables in one English word, never less than one."""
    word = word.lower().replace("’", "'")
    stem = word.split("'")[0]
    count = len(VOWELS.findall(stem)) + len(SPOKEN_APART.findall(word))
    count -= bool(SILENT_END.search(stem)) + len(SILENT_INSIDE.findall(stem))
    return max(count, 1)


def sentences_of(text: str) -> list[str]:
    """The sentences of one block of text; a block without an end mark is one sentence."""
    return [part for part in SENTENCE_END.split(text) if has_words(part)]


def whole_sentences(text: str) -> list[str]:
    """The sentences of one block that come to an end: a label, a heading or a cell may have none."""
    return [part for part in BETWEEN.split(text) if ENDED.search(part) and has_words(part)]


def grade_of(blocks: list[str]) -> float:
    """The Flesch–Kincaid grade (years of US school) of blocks of prose, one decimal; 0.0 where there are no words.

    A block is a paragraph, list item, heading or cell: it ends a sentence even without a full stop.
    """
    return grade_of_sentences(words_by_sentence(blocks))


def words_by_sentence(blocks: Iterable[str]) -> list[list[str]]:
    """The words of each sentence of some blocks."""
    parts = (part for block in blocks for part in SENTENCE_END.split(block))
    return [words for part in parts if (words := words_of(part))]


def grade_of_sentences(sentences: list[list[str]]) -> float:
    """The grade of sentences whose words are known."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(map(syllables_of, words))
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    return max(round(grade, 1), 0.0)
