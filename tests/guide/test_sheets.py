"""A worksheet as paper shows it: every word of its page, once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from guide.model.page import Page
from guide.site.loader import load_guide
from guide.text.prose import words_of
from test_lines import BODIES

MORE = {
    "list in a callout": "> [!TIP]\n> One\n>\n> - two\n> - three **four**",
    "deep headings": "## One\n\n### Two\n\n#### Three\n\n##### Four\n\n###### Five",
    "lists in lists": "- One\n    - two\n        1. three\n    - four\n- five",
    "words around blanks": "I feel ____ when ____ it *rains*.\n\n**Name:** ____",
    "choices": "- ( ) **One** {#one}\n\n    Two.\n\n- ( ) Three",
}


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a part of a sheet."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)


def sheet_of(body: str) -> tuple[Page, list[str]]:
    """A worksheet, and what is said to be missing on its paper."""
    guide, problems = load_guide({"a.md": f"---\nkind: worksheet\n---\n\n{body}\n"})
    return guide.pages[0], [problem.what for problem in problems if "a printed sheet cannot show" in problem.what]


def words_on_paper(page: Page) -> Counter:
    """How often each word stands on the sheet; the page's title is set apart from it."""
    title = [heading.text for heading in page.headings if heading.level == 1]
    return Counter(words_of(" ".join([*title, *(text for part in page.sheet for text in texts_in(asdict(part)))])))


@pytest.mark.parametrize("body", [*BODIES.values(), *MORE.values()], ids=[*BODIES, *MORE])
def test_no_word_is_lost_in_silence(body):
    """What is read on the screen is read on paper, or a problem says that it is not."""
    page, missing = sheet_of(body)
    words = Counter(words_of(" ".join(text for text, _ in page.prose)))

    assert missing or words - words_on_paper(page) == Counter()


def test_a_list_in_a_list_stands_there_once():
    """What stands in an inner list is no part of the outer one's words."""
    page, _ = sheet_of(MORE["lists in lists"])
    words = words_on_paper(page)

    assert [words[word] for word in ("One", "two", "three", "four", "five")] == [1] * 5


def test_what_speaks_of_the_screen_is_on_no_paper():
    """A paragraph and an item that their author marked so."""
    page, told = sheet_of("# A\n\nPress that.\n{.screen}\n\n- One\n- Tap this\n  {.screen}\n\nName: ____")

    assert not told
    assert "Press that." in page.html
    assert {"Press", "Tap"}.isdisjoint(words_on_paper(page))
    assert "One" in words_on_paper(page)
