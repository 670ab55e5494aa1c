"""The rules of care, on every page as it is built."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from conftest import DOCS, ROOT

AFRAID = re.compile(r"I[’']d be afraid to answer", re.IGNORECASE)
PRIVATE_PLACE = "start/worth-saving/"


@pytest.fixture(scope="session")
def safety(built):
    """The pages of the unsafe branch."""
    return {address: page for address, page in built.items() if page.body.attributes["data-kind"] == "safety"}


def test_the_branch_is_there(safety):
    """Fear, help lines, crisis, one's own behaviour, and the questions about them are safety pages."""
    assert set(safety) == {"start/read-first/", "support/", "support/now/", "support/my-side/", "faq/read-first/"}


def test_safety_pages_lead_to_help_only(safety):
    """Each link goes to a safety page, outside, or home; there is one way home."""
    for address, page in safety.items():
        depth = address.count("/")
        targets = [node.attributes["href"] for node in page.css("a[href]")]
        inside = [target for target in targets if not re.match(r"https?:|tel:|sms:|#|mailto:", target)]
        home = [target for target in inside if target.strip("/") == "/".join([".."] * depth)]
        reached = {_resolved(address, target) for target in inside} - {""}

        assert len(home) == 1, address
        assert reached <= set(safety), address


def test_safety_pages_offer_no_tool(safety):
    """No contents, search, worksheets, checklists, forms to fill in, files to keep, or next page."""
    tools = (
        ".contents, [data-guide=search-open], [data-guide=checklist], .sheet, textarea, [download], [rel=next],"
        " [rel=prev], .toc"
    )

    assert [address for address, page in safety.items() if page.css_first(tools)] == []


def test_safety_pages_are_neutral_outside_and_plain_inside(safety):
    """The tab, the address, the places in it and what a shared link shows say nothing; the heading does."""
    telling = re.compile(r"abus|violen|fear|afraid|safe|suicid|crisis|behav|danger|mend\b", re.IGNORECASE)
    outside = {}
    for address, page in safety.items():
        shared = [node.attributes.get("content") or "" for node in page.css("meta[name=description], meta[property]")]
        places = [node.attributes["id"] for node in page.css("[id]")]
        outside[address] = [page.css_first("title").text(), address, *shared, *places]

    assert {address: [one for one in told if telling.search(one)] for address, told in outside.items()} == {
        address: [] for address in safety
    }
    assert safety["start/read-first/"].css_first("h1").text().startswith("Is it safe?")


def test_history_is_told_honestly(built):
    """Where leaving is explained, so is what stays; and nowhere does a page say that history is gone."""
    told = {address: _said(page) for address, page in built.items() if not address.startswith("about/")}
    explained = {address for address, said in told.items() if re.search(r"Leave\b.* Shift", said)}
    silent = [
        address
        for address in explained
        if not re.search(r"not erase your history|history stays|stay in your browser.s history", told[address])
    ]
    gone = re.compile(r"(?<!not )(?:clear|wipe|erase|delete)s? (?:all )?your (?:browser )?history", re.IGNORECASE)

    assert {"start/read-first/", "start/how-to-use/"} <= explained
    assert silent == []
    assert {address: found for address, said in told.items() if (found := gone.findall(said))} == {}


def test_the_privacy_page_names_all_that_can_be_kept(built):
    """Whatever scripts may store at a reader's wish stands in its list."""
    named = {
        "mend:colour": "Your colours",
        "mend:slash": "The / key",
        "data-keep": "Your ticks",
        "caches": "The whole guide",
    }
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/assets/scripts").rglob("*.js"))
    keys = set(re.findall(r"mend:\w+|data-keep|caches", scripts))
    told = {node.text().strip(".") for node in built["about/privacy/"].css("#kept ~ ul li > strong")}

    assert keys == set(named)
    assert set(named.values()) <= told


def test_afraid_to_answer_stands_in_one_place(built, site):
    """The answer “I'd be afraid” is offered only to one person, alone, on the screen; it is a link to safety."""
    elsewhere = [address for address, page in built.items() if AFRAID.search(page.body.text())]
    answers = [node for node in built[PRIVATE_PLACE].css("form a") if AFRAID.search(node.text())]
    exported = AFRAID.search((site / "guide.json").read_text("utf-8"))

    assert elsewhere == [PRIVATE_PLACE]
    assert {node.attributes["href"] for node in answers} == {"../read-first/"}
    assert {node.attributes["class"] for node in answers} == {"way-out"}
    assert exported is None


def test_afraid_to_answer_is_never_printed():
    """The print stylesheet hides ways out."""
    sheet = (ROOT / "overrides/assets/styles/paper.css").read_text("utf-8")
    hidden = next(rule for rule in sheet.split("}") if "display: none !important" in rule)

    assert ".way-out" in hidden


def test_steps_ask_about_safety_first(built, guide):
    """On every step the way to the safety page stands before any advice."""
    for step in guide.steps:
        html = built[step.url].css_first("main").html

        assert html.index("start/read-first/") < html.index('data-part="try-this-tonight"'), step.url


def test_help_lines_are_as_they_were_seen(built):
    """Each number on the page is one of the data, with the day it was last seen; nothing is called checked."""
    known = yaml.safe_load((DOCS / "_data/help-lines.yml").read_text("utf-8"))
    page = built["support/"]
    shown = {node.text() for node in page.css("a.tel")}
    text = page.css_first(".lines").text()

    assert shown == {line["phone"] for line in known if line["phone"] and line.get("not_on") != "safety"}
    assert text.count("Last seen on") == len([line for line in known if line.get("not_on") != "safety"])
    assert "checked" not in text.lower()


def test_pages_say_who_has_reviewed_them(guide, built):
    """Each page says when it was read through, and that no professional has, until one has."""
    silent = [
        page.url
        for page in guide.pages
        if not page.fields.get("professional")
        and "No counsellor or therapist has reviewed this page yet" not in built[page.url].css_first(".reviewed").text()
    ]

    assert silent == []


def test_pages_are_easy_to_read(manifest):
    """Pages for readers read at grade 7 or below; makers' pages at 9 or below."""
    limits = {True: 9, False: 7}
    hard = [page["url"] for page in manifest["pages"] if page["grade"] > limits[page["url"].startswith("about/")]]

    assert hard == []


def _said(page) -> str:
    return " ".join(page.css_first("main").text().split())


def _resolved(address: str, target: str) -> str:
    return urlsplit(urljoin(f"https://x/{address}", target)).path.lstrip("/")
