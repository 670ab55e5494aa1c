"""The way from one address of the site to another, and the templates of generated parts."""

from itertools import product
from urllib.parse import urljoin

import pytest
from guide.renderers.fragments import relative, render_fragment

BASE = "https://guide.example/below/"
PAGES = ["", "a/", "b/", "a/b/", "a/b/c/", "a/bc/", "ab/", "b/a/", "ένα/δύο/", "print/a-b/", "a.b/"]
TARGETS = [*PAGES, "guide.json", "a/x.pdf", "a/b.html", "assets/print.css"]
FRAGMENTS = ["", "#id", "#ένα", "#a/b", "#a#b"]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_ways_lead_where_they_should(fragment):
    """From every page to every target, a browser that follows the way arrives there."""
    missed = [
        (page, target, relative(target + fragment, page))
        for page, target in product(PAGES, TARGETS)
        if urljoin(BASE + page, relative(target + fragment, page)) != BASE + target + fragment
    ]

    assert missed == []


def test_ways_are_relative():
    """No way begins at the root of the host or names it, and none is empty: the site works below any path."""
    ways = {relative(target, page) for page, target in product(PAGES, TARGETS)}

    assert [way for way in ways if not way or way.startswith("/") or ":" in way] == []


@pytest.mark.parametrize(
    ("target", "page", "way"),
    [
        ("faq/", "steps/trust/", "../../faq/"),
        ("steps/trust/", "", "steps/trust/"),
        ("", "steps/trust/", "../../"),
        ("", "", "./"),
        ("a/", "a/", "./"),
        ("a/#x", "a/", "#x"),
        ("#x", "", "#x"),
        ("a/b/", "a/", "b/"),
        ("a/", "a/b/", "../"),
    ],
)
def test_ways_are_short(target, page, way):
    """The way is the one that a person would write."""
    assert relative(target, page) == way


def test_fragments_escape_and_forgive(tmp_path):
    """A value is text, not HTML; a field that is not there counts as empty; the ends are trimmed."""
    (tmp_path / "row.html").write_text("\n<td>{{ row.name }}{{ row.missing }}</td>\n\n", encoding="utf-8")

    assert render_fragment(tmp_path, "row", row={"name": '<b>"&'}) == "<td>&lt;b&gt;&#34;&amp;</td>"
