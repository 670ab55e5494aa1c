"""The browser compares words as the build does: what is learnt there is understood here."""

import json

import pytest
from columns import weighed
from guide.model.guide import ALARMS
from guide.reading.files import read_texts
from guide.renderers.small import small
from guide.search.alarm import Alarm
from guide.search.learn import FINE
from guide.search.marks import Marks
from guide.search.subjects import HASHES
from guide.search.words import plain, stems
from projects import DOCS, ROOT, index_of

pytestmark = pytest.mark.browser
SCRIPTS = ROOT / "overrides/assets/scripts/search"
PLAINLY = 2  # units that a query as typed must have, where the speller has changed it
PARTS = ("words", "phrases", "spelling", "subjects", "learnt", "vocabulary", "places", "engine")
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
    inner = "".join((SCRIPTS / f"{name}.js").read_text("utf-8") for name in PARTS)
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
    second = json.loads((site / index["more"][0]).read_text("utf-8"))
    queries = [
        *guide.data[ALARMS],
        *(
            query
            for lists in guide.data["typed"].values()
            for lines in lists.values()
            for query in lines[:: max(1, len(lines) // 100)]
        ),
    ]
    heard = parts(
        window,
        """{
          const words = makeWords(index.language), sameOf = words.heads(index.alike);
          const { alarmsOf, score, aboutOf } = makeLearnt(index, sameOf, words, () => {});
          const [queries, second, least] = argument;
          return queries.map((query) => words.stems(query)).map((asked) => [
            alarmsOf(asked).length > 0,
            alarmsOf(asked, least).length > 0,
            score(asked, second.elsewhere) > 0,
            [...new Set(aboutOf(asked.map(sameOf)).map((mark) => placeOf(mark, HASHES)))],
          ]);
        }""",
        [queries, second, PLAINLY],
    )
    marks = Marks(index["alike"], index["learnt"]["alike"], index["learnt"]["roles"], index["people"])
    alarm, elsewhere = Alarm(weighed(index["learnt"]["danger"]), marks), weighed(second["elsewhere"])

    def is_elsewhere(query: str) -> bool:
        return elsewhere.score(marks.finely(query, FINE), marks.whole(query, FINE)) > 0

    told = [[alarm.is_raised(query), alarm.is_raised(query, PLAINLY), is_elsewhere(query)] for query in queries]
    assert [one[:3] for one in heard] == told
    assert [sorted(one[3]) for one in heard] == [marks.about(query, HASHES) for query in queries]
    kinds = {(True, True, False), (True, False, False), (False, False, True), (False, False, False)}
    assert {tuple(one[:3]) for one in heard} >= kinds


def test_what_must_raise_the_alarm_raises_it(window, site, guide):
    """In the whole search, before all that it reads is there, and with it."""
    index = json.loads((site / index_of(site)).read_text("utf-8"))
    pieces = [json.loads((site / name).read_text("utf-8")) for name in index["more"]]
    silent = parts(
        window,
        """{
          const [queries, pieces] = argument, search = makeSearch(index);
          const silent = () => queries.filter((query) => !search.find(query).alarm);
          search.add(index, 0, index.page.length);
          const early = silent();
          for (const piece of pieces) search.add(piece, 0, piece.page.length);
          search.complete(pieces[0]);
          return [early, silent()];
        }""",
        [guide.data[ALARMS], pieces],
    )

    assert silent == [[], []]
