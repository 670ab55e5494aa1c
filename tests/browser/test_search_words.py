"""The browser compares words as the build does: what is learnt there is understood here."""

import json

import pytest
from conftest import DOCS, ROOT, index_of
from guide.reading.files import read_texts
from guide.renderers.small import small
from guide.search.learn import Learnt
from guide.search.marks import Marks
from guide.search.words import language, plain, stems

pytestmark = pytest.mark.browser
SCRIPTS = ROOT / "overrides/assets/scripts/search"
JOINTS = {*stems(language()["joints"])}
OTHERS = [
    "I can’t — cannot — DO NOT",
    "Ünïcode, naïve café",
    "he's 2 quick_ones",
    "",
    "!?",
    "constructor valueOf",
    "wives' lives, lied and lying",
]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Every page of the guide, and lines that try its reading of words."""
    return [*read_texts(DOCS).values(), *OTHERS]


@pytest.fixture(scope="module")
def window(browser, address):
    """A page with the search's code, and its words and index at hand."""
    page = browser.new_page(base_url=address, bypass_csp=True)
    page.goto("")
    page.locator("[data-guide=search-open]").click()
    page.locator("[data-guide=search-results]:not([aria-busy])").wait_for(state="attached")
    yield page
    page.close()


def parts(window, expression: str, argument):
    """What an expression over the search's inner parts gives for an argument."""
    inner = "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in ("words", "learnt"))
    tried = small(f"const tried = (() => {{ {inner} return async (index, argument) => {expression} }})()", ".js")
    script = window.locator("script[src$='/search.js']").get_attribute("src")
    return window.evaluate(
        "async ([source, argument, index]) => Function(source + '; return tried')()"
        "(await (await fetch(index)).json(), argument)",
        [tried, argument, f"search/{script.split('/')[-2]}.json"],
    )


def test_words_and_stems_are_the_same(window, texts):
    """Letter by letter, over all that stands on the pages."""
    read = parts(
        window,
        "argument.map((text) => [plain(text), makeWords(index.language).stems(text)])",
        texts,
    )

    assert read == [[plain(text), stems(text)] for text in texts]


def test_a_query_weighs_the_same(window, site, guide):
    """What was learnt of danger and of other subjects says of each example what it says in the build."""
    index = json.loads((site / index_of(site)).read_text("utf-8"))
    queries = [
        query
        for lists in guide.data["typed"].values()
        for lines in lists.values()
        for query in lines[:: max(1, len(lines) // 100)]
        if not {*stems(query)} & JOINTS  # a clause may speak of danger by itself
    ]
    heard = parts(
        window,
        """{
          const words = makeWords(index.language), sameOf = words.heads(index.alike);
          const { alarmsOf, isElsewhere } = makeLearnt(index.learnt, sameOf, words, () => {});
          return argument.map((query) => [alarmsOf(words.stems(query)).length > 0, isElsewhere(words.stems(query), 0)]);
        }""",
        queries,
    )
    marks = Marks(index["alike"], index["learnt"]["alike"], index["learnt"]["roles"])

    def is_(query: str, what: str) -> bool:
        weights, start, places = index["learnt"][what]
        return Learnt(weights, start).score([*marks.of(query, places), marks.whole(query, places)]) > 0

    assert heard == [[is_(query, "danger"), is_(query, "elsewhere")] for query in queries]
    assert {tuple(one) for one in heard} >= {(True, False), (False, True), (False, False)}
