"""Help lines, on every page as it is built: as they were seen, pressed with ease, and in the order of danger."""

import re

import yaml
from projects import DOCS


def test_help_lines_are_as_they_were_seen(built):
    """Each number on the page is one of the data, with the day it was last seen; nothing is called checked."""
    page = built["support/"]
    shown = {node.text() for node in page.css("a.tel[href^='tel:']")}
    seen = page.css(".lines section details li")
    text = page.css_first(".lines").text()

    assert shown == {line["phone"] for line in lines_of() if line.get("phone")}
    assert len(seen) == sum(1 + len(line.get("also_in", [])) for line in lines_of())
    assert all("Last seen on" in node.text() for node in seen)
    assert "checked" not in text.lower()


def lines_of() -> list[dict]:
    """All help lines, as they are written."""
    return yaml.safe_load((DOCS / "_data/help-lines.yml").read_text("utf-8"))


def test_every_help_line_has_its_evidence():
    """A country that is listed, a day on which it was seen, and a page of a service or a public body: no newspaper."""
    countries = {place["code"] for place in yaml.safe_load((DOCS / "_data/countries.yml").read_text("utf-8"))}
    press = re.compile(r"news(?!wire)|press\b|journal|jornada|times\b|repository|data files|europapress", re.IGNORECASE)

    for line in lines_of():
        assert line["country"] in countries, line
        assert line["seen_on"], line
        assert line["source"], line
        assert not press.search(line["source"]), line
        assert line.get("phone") or line.get("sms") or line.get("text_or_chat") or line.get("url"), line
    assert countries == {line["country"] for line in lines_of()}


def test_a_call_says_whom_it_reaches(built):
    """Out of its place a link to a number still says which service is called; what is seen is in what is said."""
    links = [node for page in built.values() for node in page.css(".lines a[href^='tel:']")]
    named = [node.attributes["aria-label"] for node in links]

    assert len(links) > 300
    assert all(
        name.startswith("Call ") and len(name) > len("Call , ") + len(node.text())
        for name, node in zip(named, links, strict=True)
    )
    assert all(name.endswith(node.text()) for name, node in zip(named, links, strict=True))


def test_whoever_cannot_speak_has_something_to_press(built):
    """Wherever a service takes texts, a link opens one to the number that is shown, and says so in its words."""
    written = {says for line in lines_of() for says in line.get("sms") or []}
    links = [node for page in built.values() for node in page.css(".lines a[href^='sms:']")]

    assert len(written) >= 8
    assert {node.text() for node in links} == written
    for node in links:
        assert node.text().startswith("Text "), node.html
        assert node.parent.css_first("b").text() or node.attributes["aria-label"], node.html
        assert node.attributes["href"] == "sms:" + re.sub("[^0-9]", "", node.text()), node.html


def test_each_country_begins_with_danger(built, safety):
    """On every page with lines: the number for danger, or what to do where there is none, before any other."""
    for address, page in safety.items():
        for country in page.css(".lines section"):
            first = country.css_first("h4")
            told = first.next.next.text() if first.next.tag == "-text" else first.next.text()

            assert first.text() == "In danger now", address
            assert "Anyone in danger now" in told or told.strip() == "Call the emergency number where you are.", address


def test_countries_can_be_jumped_to(safety):
    """Above each list stand links to its countries, each to a heading that is there."""
    for address, page in safety.items():
        headings = [node.attributes["id"] for node in page.css(".lines h3")]
        links = [node.attributes["href"].removeprefix("#") for node in page.css(".places a")]

        assert links == headings, address
        assert not page.css_first(".lines") or len(links) > 3, address


def test_no_survivors_line_stands_beside_ones_own_behaviour(built):
    """Who hurts others is shown lines for that, for wanting to die and for danger, and no other."""
    allowed = {"emergency", "crisis", "own-behaviour"}
    page = built["support/my-side/"]
    shown = {node.text() for node in page.css(".lines li b")}
    meant = {line["service"] for line in lines_of() if line["category"] in allowed}
    others = {(line["service"], line["who"]) for line in lines_of() if line["category"] not in allowed}
    text = page.css_first(".lines").text()

    assert {"Respect Phoneline", "Men’s Referral Service (No to Violence)", "Samaritans"} <= shown <= meant
    assert [told for told in others if told[0] in text and told[1] in text] == []


def test_help_is_where_the_bar_leads(built):
    """“Help lines” in the bar and at the foot leads to the ways to the countries, from every page."""
    for address, page in built.items():
        for link in page.css(".bar a, .foot .links a"):
            if link.text() == "Help lines":
                assert link.attributes["href"].endswith("#help-lines"), address
    headings = built["support/"].css("main h2")
    assert [node.attributes["id"] for node in headings].index("help-lines") <= 1
