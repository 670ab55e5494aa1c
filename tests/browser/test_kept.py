"""The guide kept on a device: only when a reader asks, whole, read offline, and as new as the network allows."""

import shutil
import time
from pathlib import Path

import pytest
from conftest import asset
from devices import NOT_KEPT, OFFER, STATUS, edit, held, keep, say, until, update
from hosts import host
from selectolax.lexbor import LexborHTMLParser
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


@pytest.mark.parametrize("status", [403, 429, 503])
def test_pages_are_fresh_where_there_is_a_network(browser, line, mine, status):
    """A page comes from the host while it answers, from the device when it takes too long, or breaks down."""
    handler, address = line(mine)
    help_lines = mine / "support/index.html"
    old = heading(help_lines)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        keep(page)
        help_lines.write_text(help_lines.read_text("utf-8").replace("</h1>", ", new today</h1>"), "utf-8")
        page.goto("support/")
        fresh = page.locator("h1").inner_text()
        handler.slow = 30
        began = time.monotonic()
        page.goto("support/", wait_until="domcontentloaded")
        late, waited = page.locator("h1").inner_text(), time.monotonic() - began
        handler.slow = 0
        handler.do_GET = lambda self: self.send_error(status)
        page.goto("support/")
        broken = page.locator("h1").inner_text()

    assert fresh.endswith(", new today")
    assert (late, broken) == (old, old)
    assert waited < 10


def heading(page: Path) -> str:
    """The title that stands on a page of the site."""
    return LexborHTMLParser(page.read_text("utf-8")).css_first("h1").text().strip()


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


def test_a_new_edition_takes_the_place_of_the_old(browser, line, mine):
    """What has changed is fetched and no more; the old is gone, and the new opens offline."""
    handler, address = line(mine)
    with window(browser, address) as page:
        keep(page)
        first, count = stored(page)["caches"], held(page)
        edit(mine, "steps/trust/index.html", "</h1>", ", and more</h1>")
        handler.asked.clear()
        page.goto("steps/talk/")
        update(page)
        until(page, lambda: first[0] not in stored(page)["caches"])
        second, fetched = stored(page)["caches"], list(handler.asked)
        handler.gone = True
        page.goto("steps/trust/")

        assert page.locator("h1").inner_text().endswith(", and more")
        assert (len(second), held(page)) == (1, count)
    assert "/steps/trust/" in fetched
    assert [path for path in fetched if path.endswith(".pdf")] == []


def test_a_new_edition_that_cannot_be_fetched_leaves_the_old(browser, line, mine):
    """One file is missing: the last whole edition stays, and nothing of the new one."""
    handler, address = line(mine)
    with window(browser, address) as page:
        keep(page)
        first, count = stored(page), held(page)
        edit(mine, "steps/trust/index.html", "</h1>", ", and more</h1>")
        shutil.rmtree(mine / "steps/trust")
        handler.asked.clear()
        update(page)
        until(page, lambda: "/steps/trust/" in handler.asked)
        until(page, lambda: stored(page) == first)
        handler.gone = True
        page.goto("steps/trust/")

        assert (stored(page), held(page)) == (first, count)


def test_it_keeps_to_its_own_part_of_a_host(browser, line, site):
    """What is asked for outside, what is sent, and another host are none of its business."""
    _, address = line(site, "/our/guide/")
    _, elsewhere = line(site)
    ask = "(url) => fetch(url, {mode: 'no-cors'}).then(() => 'answered', () => 'lost')"
    with browser.new_context(base_url=address, bypass_csp=True) as context:
        page = context.new_page()
        keep(page)
        answers = {}
        page.on("response", lambda answer: answers.update({answer.url: answer.from_service_worker}))
        script = asset(site, "mend.js")
        inside, unknown, outside = f"{address}{script}", f"{address}x.js", address.replace("guide/", "x.js")
        for url in (inside, unknown, outside, f"{elsewhere}{script}"):
            page.evaluate(ask, url)
        told = dict(answers)
        sent = page.evaluate("(url) => fetch(url, {method: 'POST'}).then(({status}) => status)", inside)

    assert told == {inside: True, unknown: False, outside: False, f"{elsewhere}{script}": False}
    assert sent == 501  # from the host, which takes nothing


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


def test_it_lives_under_its_headers(browser, site):
    """On a host that keeps to `_headers` the worker has a policy of its own, and is asked for anew each time."""
    with host(site) as address, window(browser, address) as page:
        page.add_init_script(WATCH)
        keep(page)
        sent = page.request.get("worker.js").headers
        safety = page.request.get("start/read-first/").headers["cache-control"]

        assert held(page) > 150
    assert sent["content-security-policy"] == "frame-ancestors 'none', default-src 'none'; connect-src 'self'"
    assert (sent["cache-control"], safety) == ("no-cache", "no-store")


def test_no_referrer_and_no_cookie_is_sent(browser, line, site):
    """What the worker asks for tells nothing of the reader."""
    handler, address = line(site)
    told = []
    handler.do_GET = telling(handler.do_GET, told)
    with window(browser, address) as page:
        keep(page)

    assert len(told) > 150
    assert {name for names in told for name in names} & {"referer", "cookie"} == set()


def telling(answer, told: list):
    """A way to answer that first writes down the names of the headers it was sent."""

    def do_get(self) -> None:
        told.append({name.lower() for name in self.headers})
        answer(self)

    return do_get
