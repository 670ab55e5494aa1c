"""The index of questions: found in one's own words, by theme, or from A to Z."""

import pytest
from projects import index_of
from windows import PHONE, window

pytestmark = pytest.mark.browser

QUESTION = "[data-guide=question]"
STATUS = ".filter [role=status]"
ASKED = f"{QUESTION}:visible > a"


@pytest.fixture
def index(browser, address):
    """The index, opened."""
    with window(browser, address, "faq/") as page:
        yield page


def ask(page, words: str) -> list[str]:
    """Type, wait for the answer, and read the questions that are left, in their order."""
    page.evaluate("document.querySelector('.filter [role=status]').textContent = 'Waiting'")
    page.get_by_label("Find a question").fill(words)
    page.locator(STATUS).filter(has_not_text="Waiting").wait_for(state="attached")
    return page.locator(ASKED).all_inner_texts()


def test_a_question_is_found_by_its_words(index, manifest):
    """Typing a question brings it to the top, and the number of those left is announced."""
    asked = manifest["questions"][0]["question"]

    found = ask(index, asked)

    assert found[0] == asked
    assert index.locator(STATUS).inner_text() == f"{len(found)} question{'s' if len(found) > 1 else ''}"


def test_a_question_is_found_by_other_words_for_it(index, manifest):
    """The other ways in which people ask a question lead to it, though the page does not show them."""
    question = next(one for one in manifest["questions"] if one["also"])

    assert ask(index, question["also"][0])[0] == question["question"]


@pytest.mark.parametrize("misspelt", ["jelous", "jealouss", "jealuos", "jeulous"])
def test_one_wrong_letter_does_not_matter(index, misspelt):
    """A letter that is missing, doubled, swapped or wrong still finds the question."""
    assert "jealous" in ask(index, misspelt)[0].lower()


def test_nothing_found_says_so_and_offers_the_themes(index, manifest):
    """Where no question matches, the page says so, and every theme stands there to look through."""
    found = ask(index, "xylophone")

    assert index.locator(STATUS).inner_text().startswith("No question matches")
    assert len(found) == len(manifest["questions"])
    assert index.locator(".questions h2:visible").all_inner_texts() == list(
        dict.fromkeys(one["theme"] for one in manifest["questions"])
    )


def test_danger_comes_first_here_too(index):
    """A query that speaks of fear shows the page meant for it, with help lines, and the questions asked in danger."""
    left = ask(index, "im scared of my husband")
    care = index.locator(".questions > * > .care").first
    above = care.bounding_box()["y"] < index.locator(ASKED).first.bounding_box()["y"]
    links = care.get_by_role("link").all_inner_texts()
    ask(index, "jealous")

    assert above
    assert left == index.locator("[data-guide=question] > a[href^='read-first/']").all_inner_texts() != []
    assert links[0].startswith("Is it safe?")
    assert links[1] == "Help lines"
    assert index.locator(".questions .care").count() == 0


def test_a_search_that_fails_leaves_the_themes(browser, address, manifest, site):
    """Where the index cannot be had, the page says so, and every question stands there."""
    with browser.new_context(base_url=address) as context:
        context.route(f"**/{index_of(site)}", lambda route: route.fulfill(status=500))
        page = context.new_page()
        page.goto("faq/")
        page.get_by_label("Find a question").fill("trust")
        page.locator(STATUS).filter(has_text="could not be fetched").wait_for()
        left = page.locator(ASKED).count()

    assert left == len(manifest["questions"])


def test_a_to_z_reorders_the_same_elements(index):
    """A to Z sorts the questions, all of them, and moves rather than copies; pressed again, the themes are back."""
    before = index.locator(ASKED).all_inner_texts()
    index.evaluate("document.querySelectorAll('[data-guide=question]').forEach((one, n) => { one.place = n; })")
    button = index.get_by_role("button", name="A to Z")

    button.click()
    places = index.evaluate("[...document.querySelectorAll('[data-guide=question]')].map((one) => one.place)")
    sorted_ = index.locator(ASKED).all_inner_texts()
    pressed = button.get_attribute("aria-pressed")
    button.click()

    assert [before[place] for place in places] == sorted_
    assert sorted(places) == list(range(len(before)))
    assert [text.lower()[:1] for text in sorted_] == sorted(text.lower()[:1] for text in before)
    assert pressed == "true"
    assert index.locator(ASKED).all_inner_texts() == before


def test_a_theme_is_near_on_a_phone(browser, address):
    """Every theme is a press away at the top of the long list, without scripts as well, while nothing is looked for."""
    with window(browser, address, "faq/", width=PHONE, height=844, java_script_enabled=False) as page:
        ways = page.get_by_role("navigation", name="Themes").get_by_role("link")
        names, bottom = ways.all_inner_texts(), ways.last.bounding_box()["y"]
        ways.last.click()
        top = page.get_by_role("heading", name=names[-1]).bounding_box()["y"]
        themes = page.locator(".questions h2").all_inner_texts()
    with window(browser, address, "faq/") as page:
        ask(page, "jealous")
        left = page.get_by_role("navigation", name="Themes").count()

    assert names == themes
    assert bottom < 2 * 844
    assert 0 <= top < 200
    assert left == 0


def test_emptying_the_box_restores_the_themes(index):
    """Without words the page is as it was, and announces nothing."""
    before = index.locator(".questions").inner_text()
    left = ask(index, "jealous")

    ask(index, "")

    assert len(left) < len(index.locator(ASKED).all())
    assert index.locator(".questions").inner_text() == before
    assert index.locator(STATUS).inner_text() == ""


def test_what_is_typed_goes_nowhere(index):
    """No letter typed enters the address, the history or a request, not even by pressing Enter."""
    ask(index, "trust")  # fetches the search's code and index
    requests = []
    index.wait_for_load_state("networkidle")
    index.on("request", lambda request: requests.append(request.url))
    url, length = index.url, index.evaluate("history.length")

    ask(index, "afraid")
    index.keyboard.press("Enter")
    index.wait_for_timeout(200)

    assert (index.url, index.evaluate("history.length"), requests) == (url, length, [])


def test_the_questions_need_no_script(browser, address, manifest):
    """With scripts off every question stands there, a link to its answer, without a box that does nothing."""
    with window(browser, address, "faq/", java_script_enabled=False) as page:
        links = [link.get_attribute("href") for link in page.locator(ASKED).all()]
        box = page.get_by_role("searchbox").is_visible()
        page.locator(ASKED).first.click()
        answer = page.locator(":target").inner_text()

    assert links == [one["url"].removeprefix("faq/") for one in manifest["questions"]]
    assert box is False
    assert answer == manifest["questions"][0]["question"]
