"""All patterns of a guide together are looked for within seconds, whatever its pages say."""

import sys
import time
from functools import cache

import pytest
from guide.reading.files import read_texts
from guide.reading.pages import read_guide
from guide.reading.pattern_work import STEPS, Letters, with_quick_patterns
from guide.reading.patterns import is_quick
from guide.site.loader import load_guide
from memory import most_held
from projects import DOCS

RULE = "- words: '{}'\n  why: W.\n  instead: I.\n"
PROSE = (
    "We talk about it, and then we go home, for the rain has not stopped and the kettle is on, and so it goes. " * 10
)
PAGES = {f"{name}.md": f"# {name}\n{8 * PROSE}" for name in "abcdefghijklmnop"}
SLOW = {
    "branches": "(?:" + "|".join(f"[a-z ,.]*{letter}{{0}}q" for letter in "abcdefghi") + ")",
    "lazy": "[a-z ,.]*?z{0}q",
    "any": ".*z{0}q",
    "with an end": "[a-z ]{{0,300}}[a-z ]{{0,300}}z{0}q",
    "maybe": "[a-z]?" * 9 + "z{0}q",
    "looked ahead": "(?=[a-z ,]*z{0}q)x",
    "in a group": "(?:(?:x{0}|[a-z ,]*z))q",
    "two at a time": "(?:[a-z ][a-z ,])*z{0}q",
    "many ways to begin": "(?:"
    + "|".join(f"[{one}z]{other}q" for one in "abcdefghijklmno" for other in "xzjkvw")
    + "){0}",
}


def rules(pattern: str, count: int) -> dict[str, str]:
    """A file of that many rules, each a little different."""
    return {"_data/wording.yml": "".join(RULE.format(pattern.format(number)) for number in range(count))}


@pytest.mark.parametrize("pattern", SLOW.values(), ids=SLOW)
def test_many_that_are_slow(pattern):
    """Each is quick by itself. The first that is too many is told by its line, within seconds."""
    begun = time.process_time()
    guide, problems = load_guide(PAGES | rules(pattern, 120))
    [slow] = [one for one in problems if "take too long" in one.what]

    assert is_quick(pattern.format(1))
    assert slow.path == "docs/_data/wording.yml"
    assert slow.line == 1 + 3 * len(guide.data["wording"])
    assert len(guide.data["wording"]) < 120
    assert time.process_time() - begun < 20


def test_many_that_have_to_be_measured():
    """How far the letters of each go takes time as well, even where none of them goes far."""
    letters = [f"[a-z{chr(0x4E00 + number)}]" for number in range(150)]
    own_rules = "".join(RULE.format(f"the {one}*zq") for one in letters)
    _, problems = with_quick_patterns(read_guide(PAGES | {"_data/wording.yml": own_rules})[0])

    assert [one.what for one in problems] == ["With this pattern, all of them together take too long to look for."]


def test_those_of_the_shape():
    """What it says of each kind of page counts as well, and first."""
    shape = "".join(f"{kind}:\n  telling: '[a-z ,.]*?{kind}zq'\n" for kind in ("page", "step", "block"))
    shape += f"promises: '{SLOW['branches'].format(1)}'\n"
    guide, problems = load_guide({"a.md": f"# A\n\n{'we go on ' * 1000}\n", "_data/shape.yml": shape})

    assert [(one.path, one.line) for one in problems if "take too long" in one.what] == [("docs/_data/shape.yml", 2)]
    assert guide.data["shape"] is None


def test_a_long_word():
    """How far a repeat goes is what the pages say: one that is quick among words is not in a word without an end."""
    pattern = r"\w*z{0}q"
    words, word = ({"a.md": f"# A\n\n{text}\n"} for text in ("abcde " * 1600, "a" * 9600))

    assert with_quick_patterns(read_guide(words | rules(pattern, 9))[0])[1] == []
    assert with_quick_patterns(read_guide(word | rules(pattern, 9))[0])[1] != []


def test_little_room_is_taken():
    """However large a guide is: a few times that of its texts, and no more to see how far some letters go."""
    texts = [f"“{text}”" for text in PAGES.values()] * 10
    room = sum(map(sys.getsizeof, texts))

    assert most_held(lambda: Letters(texts).reach("[a-z]")) < 6 * room


@cache
def own() -> Letters:
    """Our own pages."""
    return Letters(text for path, text in read_texts(DOCS).items() if path.endswith(".md"))


def test_ours_have_room():
    """Our own patterns take less than half of what they may."""
    guide = read_guide(read_texts(DOCS))[0]
    shape, wording = guide.data["shape"], guide.data["wording"]
    ours = [rule["words"] for rule in wording] + [shape[name] for name in ("promises",)]
    ours += [shape["safety"]["naming"], shape["safety"]["telling"], shape["claims"]["words"]]

    assert sum(map(own().work_of, ours)) < STEPS * own().count / 2
    assert with_quick_patterns(guide) == (guide, [])


@pytest.mark.parametrize(
    "pattern", ["narcissis\\w*", r"\b(?:hits?|beats?|slap\w*) me\b", "the [a-z ,]*zq", "red flags?"]
)
def test_what_begins_with_letters_costs_little(pattern):
    """It is only looked further where those stand."""
    assert own().work_of(pattern) < 20 * own().count
