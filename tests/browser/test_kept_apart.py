"""What is kept on a device stays within its part of the host, under its headers, and tells nobody."""

import pytest
from devices import held, keep
from hosts import host
from projects import asset
from windows import WATCH, window

pytestmark = pytest.mark.browser


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
