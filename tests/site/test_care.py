"""The rules of care, on every page as it is built."""

import re
from urllib.parse import urljoin, urlsplit

from guide.pdf.document import book_data, worksheet_data
from guide.renderers.small import small
from projects import ROOT

FEAR = re.compile(
    r"\b(?:un)?safe(?:ty|ly)?\b|afraid|\bfear|scare|danger|threat|punish|forced|\bhit\b|dare not|say no to (?:my|your)",
    re.I,
)
MOVED = {
    "faq/talking/": {"put-downs", "throws-things"},
    "faq/closeness/": {"sulks-for-sex"},
    "faq/trust/": {"wants-my-passwords"},
    "faq/family/": {"cut-off"},
    "faq/money/": {"money-allowance"},
    "faq/over/": {"scared-to-go"},
}
AFRAID = re.compile(r"I[’']d be afraid to answer", re.IGNORECASE)
PRIVATE_PLACE = "start/worth-saving/"


def test_the_branch_is_there(safety):
    """Fear, help lines, crisis, one's own behaviour, and the questions about them are safety pages."""
    support = {"now", "my-side", "calls", "range", "signs", "after", "things", "devices", "someone"}

    assert set(safety) == {
        "start/read-first/",
        "faq/read-first/",
        "support/",
        *(f"support/{name}/" for name in support),
    }


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
    telling = re.compile(
        r"abus|violen|fear|afraid|safe|suicid|crisis|behav|danger|mend\b|femicid|crime|hotline|kill|strang|rape|assault",
        re.IGNORECASE,
    )
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
        ":colour": "Your colours",
        ":slash": "The / key",
        "guide:left": "That you left",
        "data-keep": "Your ticks",
        "caches": "The whole guide",
    }
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/assets/scripts").rglob("*.js"))
    keys = set(re.findall(r"(?<=home}|name}):\w+|guide:left|data-keep|caches", scripts))
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


def test_paper_that_two_people_share_says_nothing_of_fear(guide, built):
    """Each such page asks about it before the sheet; the paper says who it is for, and that either may stop."""
    shared = [sheet for sheet in guide.worksheets if sheet.audience in guide.together]
    papers = {sheet.id: str(worksheet_data(guide, sheet)) for sheet in shared}
    boxes = {
        sheet.id: built[sheet.url].css("form[data-together] > .care a[href$='start/read-first/']") for sheet in shared
    }

    assert len(shared) >= 9
    assert {name: found for name, paper in papers.items() if (found := FEAR.findall(paper))} == {}
    assert [name for name, paper in papers.items() if "who can each say no freely. Either may stop" not in paper] == []
    assert [name for name, found in boxes.items() if len(found) != 1] == []
    assert FEAR.findall(str(book_data(guide))) == []


def test_such_a_box_is_not_printed_from_the_page():
    """The print stylesheet hides what each of the two reads alone."""
    sheet = (ROOT / "overrides/assets/styles/paper-sheet.css").read_text("utf-8")

    assert re.search(r"\.sheet\[data-together\] \.care[^{}]*\{display:none\}", small(sheet, ".css"))


def test_nothing_about_safety_is_kept_or_printed_with_a_name(guide, built):
    """No box, row or choice that can be ticked speaks of it."""
    ticked = [item.text for checklist in guide.checklists for item in checklist.items]
    asked = [node.text() for page in built.values() for node in page.css("main form legend, main .choices label")]

    assert len(ticked) > 60
    assert len(asked) > 80
    assert [words for words in (*ticked, *asked) if FEAR.search(words)] == []


def test_answers_about_fear_and_force_lead_on_from_where_they_were(built, safety):
    """A link under the old id leads from the old page to the answer, which stands on a safety page."""
    for address, names in MOVED.items():
        for name in names:
            link = built[address].css_first(f"main a[id='{name}']")
            way, _, place = (
                urljoin(f"https://x/{address}", link.attributes["href"]).removeprefix("https://x/").partition("#")
            )

            assert safety[way].css_first(f"main h2[id='{place}']"), name


def test_steps_ask_about_safety_first(built, guide):
    """On every step the way to the safety page stands before any advice."""
    for step in guide.steps:
        html = built[step.url].css_first("main").html

        assert html.index("start/read-first/") < html.index('data-part="try-this-tonight"'), step.url


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
