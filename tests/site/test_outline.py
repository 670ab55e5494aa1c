"""What every page offers to those who move through it by its parts: titles, headings, landmarks, a way past the top."""

from collections import Counter
from itertools import pairwise

LANDMARKS = {"header": 1, "main#main": 1, "footer": 1, "nav.bar": 1}


def test_every_page_has_one_title_and_no_gap(built):
    """One first heading, first of all in the text, and each deeper one a single level below the one before it."""
    wrong = {}
    for path, html in built.items():
        levels = [int(node.tag[1]) for node in html.css("h1, h2, h3, h4, h5, h6")]
        gaps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or gaps:
            wrong[path] = levels

    assert wrong == {}


def test_no_two_tabs_are_named_alike(built):
    """Each page is told from the others by its tab, but for those that must give nothing away."""
    titles = Counter(
        html.css_first("title").text() for html in built.values() if html.body.attributes["data-kind"] != "safety"
    )

    assert [title for title, count in titles.items() if count > 1 or not title.strip()] == []


def test_every_page_has_its_landmarks(built):
    """The page's language, its top, text, foot and shortcuts, each once; every other list of links has a name."""
    wrong = {}
    for path, html in built.items():
        found = {part: len(html.css(f"body > {part}")) for part in LANDMARKS}
        nameless = html.css("nav:not([aria-label], [aria-labelledby])")
        if found != LANDMARKS or nameless or html.css_first("html").attributes.get("lang") != "en":
            wrong[path] = found

    assert wrong == {}


def test_every_page_begins_with_a_way_past_its_top(built):
    """After the link that leaves the site comes one to the text; every link within a page leads to something there."""
    wrong = {}
    for path, html in built.items():
        skip = html.css("a")[1].attributes["href"]
        ids = {node.attributes["id"] for node in html.css("[id]")}
        lost = [link.attributes["href"] for link in html.css("a[href^='#']") if link.attributes["href"][1:] not in ids]
        if skip != "#main" or lost:
            wrong[path] = [skip, *lost]

    assert wrong == {}
