"""What settings do with the ways to help and out."""

import pytest
from guide.model.problems import NOTICE
from guide.site.leaving import Settings, check_leaving
from guide.site.loader import load_guide

PLAIN = {"index.md": "# Boats\n", "knots.md": "# Knots\n"}
SAFE = {**PLAIN, "sea.md": "---\nkind: safety\ntab: Notes\n---\n# Out at sea, alone\n"}
WAY_OUT = "https://weather.example/"
HELP = {"_data/words.yml": "first: {text: Far out?, page: sea/}\n"}


def told(files: dict[str, str], exit_url: str = WAY_OUT, listed: tuple = (), path: str = "mkdocs.yml") -> list[str]:
    """What is said of these settings."""
    guide, _ = load_guide(files, address="boats.example/")
    return [problem.what for problem in check_leaving(guide, Settings(path, exit_url, listed))]


@pytest.mark.parametrize("exit_url", ["", "http://weather.example/", "/weather/", "https:///", "weather.example"])
def test_a_guide_with_safety_pages_has_a_sure_way_out(exit_url):
    """None, one without a host, and one that can be read on the way are told; a guide without such pages needs none."""
    assert told(SAFE, exit_url) == [f"“exit_url” is “{exit_url}”, and this guide has safety pages."]
    assert told(PLAIN, exit_url) == []
    assert told(SAFE, exit_url, path="") == []


@pytest.mark.parametrize("exit_url", ["https://boats.example", "https://Boats.example/knots/"])
def test_the_way_out_leads_out(exit_url):
    """A page of the site itself is none."""
    assert told(SAFE, exit_url) == [f"“exit_url” leads back into the site: “{exit_url}”."]
    assert told(SAFE, "https://boats.example.org/") == []


def test_the_list_calls_safety_pages_by_their_names():
    """By words of the title or of the tab, or by none; no other page is called like them, or like the ways to help."""
    listed = (("Sailing", "./sea.md"), ("Far out?", "knots.md"), ("out at sea alone", ".//index.md"))

    assert told(SAFE | HELP, listed=(("", "sea.md"), ("Alone at sea", "sea.md"), ("Notes", "sea.md"))) == []
    assert told(SAFE | HELP, listed=listed) == [
        "The list of pages calls docs/sea.md “Sailing”, and its title is “Out at sea, alone”.",
        "“Far out?” in the list of pages leads to docs/knots.md, which is no safety page.",
        "“out at sea alone” in the list of pages leads to docs/index.md, which is no safety page.",
    ]


def test_a_name_in_the_list_stays_with_its_page():
    """What a safety page is called in the list is no other page's name."""
    listed = (("Alone", "sea.md"), ("Alone", "knots.md"))

    assert told(SAFE, listed=listed) == [
        "“Alone” in the list of pages leads to docs/knots.md, which is no safety page."
    ]


def test_what_leads_out_of_the_list_is_a_notice():
    """Each build says it; a site may have its reasons."""
    guide, _ = load_guide(PLAIN)
    [found] = check_leaving(guide, Settings("mkdocs.yml", "", (("Help", "https://evil.example/"), ("Up", "../"))))

    assert found.severity == NOTICE
    assert found.what == "“Help” in the list of pages leads out of the site, to “https://evil.example/”."


@pytest.mark.parametrize(
    "target",
    [
        "tel:0900123456",
        "mailto:a@evil.example",
        "data:text/html;base64,PGgxPg==",
        "javascript:alert(1)",
        "//evil.example/",
        "\\\\evil.example/",
        "/\\evil.example/",
        "https:evil.example",
        "ftp://evil.example/",
    ],
)
def test_the_list_leads_to_pages_alone(target):
    """Whatever else a browser would open, call or run is told, in any guide."""
    assert told(PLAIN, listed=(("Boats", target),)) == [
        f"“Boats” in the list of pages leads to “{target}”, which is neither a page nor a whole address."
    ]


LINES = {
    "_data/help-lines.yml": "- {service: Sea Watch, who: W, source: s, seen_on: 2026-11-01, url: https://watch.example/}\n",
    "_data/shape.yml": "promises: '\\bhelp ?lines?\\b'\nsafety: {naming: '\\bdanger'}\n",
}


@pytest.mark.parametrize(
    "name", ["Far out?", "Help lines for all", "In danger?", "Out at sea, alone", "The Sea Watch", "Hélp lines"]
)
def test_the_list_promises_no_help_elsewhere(name):
    """Under a name of help, or of danger, it leads outside to a help line or a source of the guide alone."""
    guide, _ = load_guide(SAFE | HELP | LINES)
    ways = ("https://evil.example/", "https://watch.example/")
    [stranger, known] = check_leaving(guide, Settings("mkdocs.yml", WAY_OUT, tuple((name, way) for way in ways)))

    assert stranger.what == f"“{name}” leads to “https://evil.example/”, which is of no help line and no source."
    assert (stranger.severity == NOTICE, known.severity) == (False, NOTICE)
