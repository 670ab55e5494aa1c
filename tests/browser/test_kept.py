"""The guide kept on a device: only when a reader asks, whole, read offline, and as new as the network allows."""

import pytest
from devices import NOT_KEPT, OFFER, STATUS, held, keep, say, until
from windows import EXIT, KINDS, PHONE, WATCH, stored, window

pytestmark = pytest.mark.browser


def test_nothing_happens_before_the_press(browser, line, site):
    """The page that offers it registers, fetches and stores nothing, and says that nothing is kept."""
    handler, address = line(site)
    with window(browser, address, OFFER) as page:
        page.wait_for_load_state("networkidle")
        said, left = page.locator(STATUS).inner_text(), stored(page)

    assert (said, left) == (NOT_KEPT, {})
    assert [path for path in handler.asked if "worker.js" in path or path.endswith(".pdf")] == []


def test_looking_for_a_cache_waits_for_the_press(browser, address):
    """Even to look into `caches` makes a browser write down the site's name, so no page does."""
    with window(browser, address) as page:
        page.add_init_script("for (const name of ['keys', 'has', 'match', 'open']) CacheStorage.prototype[name] = null")
        page.goto(OFFER)

        assert page.locator(STATUS).inner_text() == NOT_KEPT


def test_every_kind_of_page_opens_offline(browser, line, site):
    """Pages of every kind come from the device, with styles and scripts, and nothing breaks a policy."""
    handler, address = line(site)
    titles = {}
    with window(browser, address) as page:
        page.add_init_script(WATCH)
        keep(page)
        handler.gone = True
        for kind, path in KINDS.items():
            answer = page.goto(path)
            assert (answer.status, answer.from_service_worker) == (200, True), kind
            assert page.locator(".colour .keep[hidden]").count() == 0, kind
            titles[kind] = page.locator("h1").inner_text()

    assert "" not in titles.values()
    assert len(set(titles.values())) == len(KINDS)


def test_every_page_and_sheet_is_kept(browser, line, site, built):
    """Each page of the site and each of its PDFs is there, and no file that is only for other programs."""
    _, address = line(site)
    with window(browser, address) as page:
        keep(page)
        names = page.evaluate(
            "async () => (await (await caches.open((await caches.keys())[0])).keys()).map(({url}) => url)"
        )
    kept = {name.removeprefix(address).partition("?")[0] for name in names}

    assert kept >= set(built) | {path.relative_to(site).as_posix() for path in site.rglob("*.pdf")}
    assert [name for name in kept if name.endswith((".md", ".epub", ".zip", ".txt", ".xml", "guide.json"))] == []


def test_search_and_questions_work_offline(browser, line, site):
    """The search finds misspelt words, and the list of questions is filtered."""
    handler, address = line(site)
    with window(browser, address) as page:
        keep(page)
        handler.gone = True
        page.locator("[data-guide=search-open]").first.click()
        page.locator("[data-guide=search-input]").fill("rebuild trsut")
        found = page.locator("[data-guide=search-result]").first
        found.wait_for()
        words = found.inner_text()
        page.goto("faq/")
        page.locator("[data-guide=question-filter]").fill("is it too late")
        page.locator(".filter [role=status]:not(:empty)").wait_for()

        assert words.startswith("Rebuild trust")
        assert page.locator("[data-guide=question]:visible").count() < 30


def test_a_sheet_opens_offline(browser, line, site):
    """A PDF, which a browser would ask the network for, is opened from the device."""
    handler, address = line(site)
    with window(browser, address) as page:
        keep(page)
        handler.gone = True
        page.goto("worksheets/check-in/")
        with page.expect_response("**/*.pdf") as answer:
            page.locator(".get a[href$='a4.pdf']").click()

    assert (answer.value.status, answer.value.headers["content-type"]) == (200, "application/pdf")
    assert answer.value.from_service_worker


def test_what_is_not_kept_is_the_404_page(browser, line, site):
    """An address that is not there says so, offline as well; so does a file that was left out."""
    handler, address = line(site)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        keep(page)
        handler.gone = True
        told = []
        for path in ("nothing/here/", "print/mend.epub", "toString"):
            answer = page.goto(path)
            told.append((answer.status, page.locator("h1").inner_text()))

    assert told == [(404, "That page is not here")] * 3


def test_a_sheet_of_the_list_opens_offline(browser, line, site):
    """So is one whose link says more of itself than its address."""
    handler, address = line(site)
    with window(browser, address) as page:
        keep(page)
        handler.gone = True
        page.goto("worksheets/")
        links = page.locator("main a[href$='.pdf']")
        left = links.evaluate_all("(all) => all.filter((one) => one.hasAttribute('download')).length")
        names = links.evaluate_all("(all) => all.filter((one) => one.getAttribute('aria-label')).length")
        with page.expect_response("**/*.pdf") as answer:
            page.locator("main .sheets a[href$='a4.pdf']").first.click()

    assert (left, names > 20) == (0, True)
    assert (answer.value.status, answer.value.from_service_worker) == (200, True)


def test_it_goes_on_while_somebody_reads_on(browser, line, site):
    """The page that was asked may be left: what is still to come comes, and is told on the way back."""
    handler, address = line(site)
    with window(browser, address, OFFER) as page:
        handler.slow = 0.1
        page.get_by_role("button", name="Keep the guide").click()
        page.wait_for_function("async () => (await caches.keys()).length")
        page.goto("steps/trust/", wait_until="commit")
        here = held(page)
        page.goto(OFFER)  # a browser may stop a worker whose page was left; the way back goes on with it
        until(page, lambda: held(page) > 150)

    assert here < 150


def test_leaving_is_as_fast_offline(browser, line, site):
    """The screen is blank at once, although the other site never answers."""
    handler, address = line(site)
    with window(browser, address) as page:
        keep(page)
        handler.gone = True
        page.goto("steps/trust/")
        page.route(EXIT, lambda route: None)
        page.evaluate(
            "() => new MutationObserver(() => console.info([...document.querySelectorAll('body, body *')]"
            ".filter((one) => one.checkVisibility()).length, document.title === '\\u200b'))"
            ".observe(document.documentElement, {attributes: true})"
        )
        with page.expect_console_message() as said:
            page.locator(".bar [data-guide=exit]").dispatch_event("click")

    assert said.value.text == "0 true"


@pytest.mark.parametrize("width", [320, PHONE, 1280])
def test_nothing_jumps(browser, address, width):
    """What stands below has the same place before and after the script has run."""
    below = "document.querySelector('#leave-fast').offsetTop"
    with window(browser, address, width=width) as page:
        page.route("**/device.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(OFFER)
        before = page.evaluate(below)
        page.unroute("**/device.js")
        page.goto(OFFER)
        say(page, NOT_KEPT)

        assert page.evaluate(below) == before
