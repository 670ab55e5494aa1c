"""What somebody else wrote is quoted so that it orders nobody: terminals, logs, annotations, Markdown."""

import io
import logging

import pytest
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem, for_github, for_logs, for_people
from guide.model.voices import in_markdown, visible
from guide.renderers.llms import render_llms
from guide_mkdocs.log import say_it_visibly

SITE = {"name": "Kettles", "description": "", "url": ""}
# What a terminal, a bidirectional text, a log that is read by lines or GitHub's runner would act on.
ORDERS = {
    "colour": "\x1b[31m",
    "title of the window": "\x1b]0;x\x07",
    "a C1 control": "\x9b2J",
    "delete": "\x7f",
    "return": "a\rb",
    "new line": "a\nb",
    "line separator": "a\u2028b",
    "turned around": "\u202e",
    "isolate": "\u2066",
    "tag": "\U000e0041",
    "byte of a name": "\udcff",
    "command of old": "##[stop-commands]x",
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("field", ["path", "what", "why", "mend"])
def test_no_order_gets_through(order, field):
    """Whatever a problem quotes, its lines are as many as without it, and each of its signs can be seen."""
    words = {"path": "docs/a.md", "what": "What.", "why": "Why.", "mend": "Mend it."}
    told, plain = Problem(line=1, **{**words, field: order}), Problem(line=1, **words)

    for voice in (for_people, for_logs, for_github):
        said = voice(told)
        said.encode()
        assert len(said.splitlines()) == len(voice(plain).splitlines())
        assert not [sign for sign in said if not (sign.isprintable() or sign == "\n")]
        assert "##[" not in said


def test_an_annotation_is_one_command():
    """A line break in a field or in a file's name begins no second one, and no property can be added."""
    told = for_github(Problem("docs/a,line=9::x\n::warning::.md", 1, "a::b\n::stop-commands::x", "w\n::error::y", "m"))

    assert told.splitlines() == [told]
    place, _, message = told.removeprefix("::error ").partition("::")
    assert place.split(",") == [
        "file=docs/a%2Cline=9%3A%3Ax%0A%3A%3Awarning%3A%3A.md",
        "line=1",
        "title=a%3A%3Ab%0A%3A%3Astop-commands%3A%3Ax",
    ]
    assert message == "w%0A::error::y Mend: m"


@pytest.mark.parametrize("text", ["“Café”: 100 %", "می‌خواهم", "👩‍👩‍👧", "a\u00adb"])
def test_words_of_any_script_stay(text):
    """What can be seen, and what joins it, is said as it is."""
    assert visible(text) == text


def test_words_in_markdown():
    """No markup, and one line."""
    assert in_markdown("a](https://x.example) <script>\n# `b` *c*") == (
        r"a\](https://x.example) \<script\> # \`b\` \*c\*"
    )


def test_a_title_makes_no_line_of_its_own_in_llms_txt():
    """Neither a page's title nor what it says of itself adds a heading or a link."""
    page = Page("a/", "A\n\n## Orders\n- [x](https://x.example)", "page", "docs/a.md", fields={"description": "b\n# c"})
    said = render_llms(Guide((page,)), SITE)

    assert [line for line in said.splitlines() if line.startswith(("#", "- [x]"))] == [
        "# Kettles",
        r"## A ## Orders - \[x\](https://x.example)",
    ]
    assert r"- [A ## Orders - \[x\](https://x.example)](a/index.md): b # c" in said


def test_what_mkdocs_says_is_visible_too():
    """It quotes links and names of files as they stand."""
    log, said = logging.getLogger("mkdocs"), io.StringIO()
    handler = logging.StreamHandler(said)
    log.addHandler(handler)
    try:
        say_it_visibly()
        log.warning("A link to '%s'.", "\x1b[31m.md")
    finally:
        log.removeHandler(handler)

    assert said.getvalue() == "A link to '\\x1b[31m.md'.\n"
