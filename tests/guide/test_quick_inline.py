"""Text goes past the patterns that cannot match in it, and comes out as it would by the parser's own way."""

from pathlib import Path

import pytest
from guide.dialect import new_parser, quick_inline
from guide.dialect.context import Context
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
SIGNS = (
    "\\*a\\* `b*` *c* __d__ ![e](f.png) [g][h] <https://i.example> &amp; \"j\" 'k' l... m -- n  \no[^1] [@p] <b>q</b>"
)


def parsers(monkeypatch):
    """The parser that pages are read by, and one that goes its own way."""
    quick = new_parser(Context())
    monkeypatch.setattr("guide.dialect.make_quick", lambda md: None)
    return quick, new_parser(Context())


@pytest.mark.parametrize("text", ["Plain.", SIGNS, f"- {SIGNS}\n\n> {SIGNS}\n\n[h]: i\n\n[^1]: {SIGNS}"])
def test_the_same_is_found(text, monkeypatch):
    """Whatever signs a text holds, it becomes what it would have become."""
    quick, slow = parsers(monkeypatch)

    assert quick.convert(text) == slow.convert(text)


def test_our_own_pages_are_the_same(monkeypatch):
    """So do pages that people wrote."""
    for path in PAGES[::10]:
        quick, slow = parsers(monkeypatch)
        text = path.read_text(encoding="utf-8")

        assert quick.convert(text) == slow.convert(text), path


def test_most_patterns_are_not_tried(monkeypatch):
    """Words without signs meet a third of the patterns at most: where a later parser goes another way, this says so."""
    tried = []
    plain = InlineProcessor._InlineProcessor__applyPattern

    def counted(self, pattern, data, *place):
        tried.append(pattern)
        return plain(self, pattern, data, *place)

    monkeypatch.setattr(InlineProcessor, "_InlineProcessor__applyPattern", counted)
    quick, slow = parsers(monkeypatch)
    counts = []
    for parser in (quick, slow):
        tried.clear()
        parser.convert("Some words that have no sign.\n\nAnd some more words")
        counts.append(len(tried))

    assert counts[0] * 3 < counts[1]


def test_signs_are_looked_up_once_a_page(monkeypatch):
    """However many pieces of text a page has."""
    quick, _ = parsers(monkeypatch)
    asked, plain = [], quick_inline.sign_of
    monkeypatch.setattr(quick_inline, "sign_of", lambda *pattern: asked.append(pattern) or plain(*pattern))
    counts = []
    for paragraphs in (1, 50):
        asked.clear()
        quick.convert("Some words.\n\n" * paragraphs)
        counts.append(len(asked))

    assert 0 < counts[0] == counts[1]


@pytest.mark.parametrize(
    ("pattern", "sign"),
    [
        (r"\[\^([^\]]*)\]", "["),
        (r"(?:a|b)+\*", "*"),
        (r"(?:\*)?_", "_"),
        (r"(<(\w+)>)", "<"),
        (r"\*|_", ""),
        (r"(?i)wiki", ""),
        (r"[*_]", ""),
        (r"\*{0,2}", ""),
    ],
)
def test_the_sign_is_one_that_every_match_holds(pattern, sign):
    """Letters are none, for one may stand for another; of two branches neither has to be there."""
    assert quick_inline.sign_of(pattern, 0) == sign


def test_a_text_that_is_finished_stays(monkeypatch):
    """What an extension has set apart is not looked into."""
    quick, _ = parsers(monkeypatch)
    one = quick.treeprocessors["inline"]

    assert one._InlineProcessor__handleInline(AtomicString("*a*")) == "*a*"
