"""Figures that are drawn as something else: by letters, in the signs of another language, or spelt in words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from guide.text.as_seen import bare
from guide.text.calling import DEFAULT, KEPT, Calling
from guide.text.phone import KEYS

SHORTEST, LEAST = 3, 7
"""Figures of a number that one is told to call, and of one that looks like that by itself."""
# Letters that pass for figures among figures: “O8OO 2OOO 247”.
DRAWN_FIGURES = re.compile(r"(?<![^\W_])[0-9OolI|]+(?:[ .-][0-9OolI|]+)*(?![^\W_])")
AS_FIGURES = str.maketrans("OolI|", "00111")
ALONE = re.compile(r"[OolI|]+")
# “9, then 9, then 8”.
ONE_BY_ONE = re.compile(r"(?<![\d-])(?:\d\W+(?:and )?then\W+)+\d\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
POINTS = re.compile(r"(?<=\d)\s*[·•∙~_]\s*(?=\d)")
# Figures of Chinese and Japanese, among words only where several stand in a row.
HAN = "零〇一二三四五六七八九幺两兩壹贰貳叁參肆伍陆陸柒捌玖"
HAN_FIGURES = str.maketrans(HAN, "00123456789122122334566789")
HAN_RUN = re.compile(rf"[{HAN}](?:[ -]?[{HAN}]){{2,}}")
UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SPELT = {word: str(figure) for figure, word in enumerate((*UNITS, *TEENS))}
SPELT |= {word: f"{ten}0" for ten, word in enumerate(TENS, 2)}
NO_STEPS = {"oh", "o", "nought", "naught", "hundred", "thousand", *TENS}
SPELT |= {"oh": "0", "o": "0", "nought": "0", "naught": "0", "hundred": "00", "thousand": "000"}
OFTEN = {"double": 2, "triple": 3, "treble": 3}
APART = r"(?:[^\w.!?\n]{1,3}(?:(?:and )?then )?)"
# “Press the nine key, then the nine key again”: each is named by what one presses, and nothing else stands between.
FILLERS = (
    "the then and key keys button buttons digit digits figure figures number numbers next again after that this"
    " followed by lastly finally once twice more first last it on a with press tap hit push your keypad pad"
)
NEAR = r"[^\w.!?\n]{1,3}"
TOLL_FREE = re.compile(r"\b1[ -]8\d\d-[A-Za-z]{3,}(?:-[A-Za-z]{2,})*")


class Patterns(NamedTuple):
    """What depends on the words of a guide."""

    number: re.Pattern[str]
    """A number that is spelt in words."""
    short: re.Pattern[str]
    """Two words are one only after a word of calling: “ring triple nine”."""
    by_key: re.Pattern[str]
    """Figures that are named one after the other, with what they are pressed on."""
    on_keys: re.Pattern[str]
    """Letters on the keys of a telephone, with nothing but letters: “Ring CALL-SAFE-NOW”, “Dial SAFEWOMEN”."""


@lru_cache(KEPT)
def _patterns(calling: Calling) -> Patterns:
    word = rf"(?:{'|'.join((*SPELT, *OFTEN, *map(re.escape, calling.figures)))})\b"
    number = (
        rf"\b{word}(?:{APART}{word}|[ -]\d+\b(?=[ -]{word})){{2,}}"
        rf"|\b\d+[ -]{word}(?:{APART}{word}|[ -]\d+\b)+"
    )
    short = rf"(?P<before>{calling.verb}(?: on| to)?\W{{1,3}})(?P<spelt>{word}{APART}{word})"
    keys = rf"(?i:{calling.verb})\W{{1,3}}(?:at |on )?(?P<keys>[A-Z]{{2,}}(?:-[A-Z]{{2,}})+|(?<=[Dd]ial )[A-Z]{{3,}})\b"
    units = "|".join((*UNITS, "oh", "o", "nought", "naught", *map(re.escape, calling.figures)))
    figure = rf"(?:(?:{'|'.join(OFTEN)})\W)?(?:(?:{units})\b|\d\b)"
    filler = rf"(?:{NEAR}(?:{FILLERS.replace(' ', '|')})\b)"
    keyed = (
        rf"(?:{calling.verb}|{calling.any_of('type')}){filler}{{0,4}}{NEAR}{figure}"
        rf"(?:{filler}{{1,6}}{NEAR}{figure})+{filler}{{0,3}}"
    )
    insensitive = [re.compile(one, re.IGNORECASE) for one in (number, short, keyed)]
    return Patterns(*insensitive, re.compile(keys))


def figures_as_seen(text: str, calling: Calling = DEFAULT) -> str:
    """A text in which every figure is one, however it is drawn: in other digits, by letters, or spelt in words."""
    patterns = _patterns(calling)
    seen = bare(text).replace("‐", "-").replace("‑", "-")
    seen = HAN_RUN.sub(lambda found: found[0].translate(HAN_FIGURES), seen)
    drawn = DRAWN_FIGURES.sub(_figures, seen)
    keyed = patterns.on_keys.sub(lambda found: found[0].replace(found["keys"], found["keys"].translate(KEYS)), drawn)
    keyed = TOLL_FREE.sub(lambda found: found[0].upper().translate(KEYS), keyed)
    names = SPELT | calling.figures
    keyed = patterns.by_key.sub(lambda found: _pressed(found[0], names), keyed)
    spelt = patterns.number.sub(lambda found: _spelt(found[0], names), POINTS.sub("-", keyed))
    spelt = ONE_BY_ONE.sub(lambda found: "-".join(re.findall(r"\d", found[0])), spelt)
    return patterns.short.sub(lambda found: found["before"] + _spelt(found["spelt"], names), spelt)


def figures_alone(text: str, calling: Calling = DEFAULT) -> str | None:
    """A text that has no other words than those of figures, each as its figure; None for any other."""
    names = SPELT | calling.figures
    seen = WORD.sub(lambda found: names.get(found[0].casefold(), found[0]), bare(text))
    return None if any(map(str.isalpha, seen)) else seen


def is_counting(numbers: list[int]) -> bool:
    """Whether each follows on the one before it, up or down, as on a scale or in counting breaths."""
    return len({after - before for before, after in pairwise(numbers)}) == 1 and numbers[0] != numbers[1]


def _figures(found: re.Match[str]) -> str:
    """What has as many figures as letters is a number; “I” behind one is a word."""
    groups = found[0].split(" ")
    behind = []
    while groups and ALONE.fullmatch(groups[-1]):
        behind.insert(0, groups.pop())
    number = " ".join(groups)
    figures = sum(map(str.isdecimal, number))
    is_number = figures >= SHORTEST and len(re.sub(r"\W", "", number)) >= LEAST
    return " ".join([number.translate(AS_FIGURES) if is_number else number, *behind])


def _spelt(number: str, names: Mapping[str, str]) -> str:
    """“Double oh seven” is 007, “ninety-five” 95; “one, two, three” counts, and stays."""
    figures, often, last = "", 1, ""
    words = [word for word in re.findall(r"\w+", number.lower()) if word not in ("and", "then")]
    if len(words) > 2 and not any(map(str.isdecimal, words)) and _counts(words, names):
        return number
    for word in words:
        if word in OFTEN:
            often = OFTEN[word]
            continue
        said = names.get(word, word)
        is_second = last in TENS and word in UNITS[1:]
        figures, often, last = (figures[:-1] if is_second else figures) + said * often, 1, word
    return figures


def _pressed(said: str, names: Mapping[str, str]) -> str:
    """“Press the nine key twice, then the eight key” is “call 998”; fewer figures, and what is counted, stay."""
    figures, often = "", 1
    for word in re.findall(r"\w+", said.lower())[1:]:
        if word in OFTEN:
            often = OFTEN[word]
        elif word == "twice":
            figures += figures[-1:]
        elif word in names or word.isdecimal():
            figures, often = figures + names.get(word, word) * often, 1
    counted = len(figures) >= SHORTEST and is_counting([int(figure) for figure in figures])
    return said if counted or len(figures) < SHORTEST else f"call {figures}."


def _counts(words: list[str], names: Mapping[str, str]) -> bool:
    """Whether they count up or down, once or again and again."""
    numbers = [int(names[word]) for word in words if word in names and word not in NO_STEPS]
    up = all(after in (before + 1, 1) for before, after in pairwise(numbers))
    down = all(after == before - 1 for before, after in pairwise(numbers))
    return len(numbers) == len(words) and numbers[0] != numbers[1] and (up or down)
