"""The site as a host sends it that keeps to `_headers`: everything works, and nothing else is allowed."""

import re

import pytest
from hosting import serve
from hosts import host
from windows import KINDS, WATCH, window

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hosted(site):
    """The real site on such a host."""
    with host(site) as address:
        yield address


def test_every_kind_of_page_lives_under_its_headers(browser, hosted):
    """Pages of every kind are opened and printed without a word from the browser's console."""
    policies = set()
    with window(browser, hosted) as page:
        page.context.add_init_script(WATCH)
        for path in KINDS.values():
            answer = page.goto(path)
            page.emulate_media(media="print")
            page.pdf()
            page.emulate_media(media="screen")
            policies.add(answer.header_value("content-security-policy").partition(";")[0])
            assert answer.header_value("permissions-policy").count("=()") > 10

    assert policies == {"frame-ancestors 'none', default-src 'none'"}


def test_search_and_sheet_live_under_their_headers(browser, hosted):
    """What is fetched only once it is used is allowed too."""
    with window(browser, hosted, "steps/own/") as page:
        page.context.add_init_script(WATCH)
        page.reload()
        page.locator("[data-guide=search-open]").first.click()
        page.locator("[data-guide=search-input]").fill("trust")
        page.locator("[data-guide=search-result]").first.wait_for()
        page.goto("worksheets/check-in/")
        page.get_by_label("Name", exact=True).fill("Kim")
        page.locator("[data-guide=remember]").click()
        with page.expect_download():
            page.locator("[data-guide=export]").click()


def test_the_headers_need_no_help_from_the_page(browser, hosted):
    """A page that has lost its own policy still runs no script, no style and no image that is not ours."""

    def without_meta(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=POLICY.sub("", answer.text()))

    with browser.new_context(base_url=hosted) as context:
        context.route(f"{hosted}steps/own/", without_meta)
        page = context.new_page()
        page.goto("steps/own/")
        refused = page.evaluate(PLANT)

        assert page.locator("meta[http-equiv]").count() == 0
        assert refused == [["img-src", "script-src-elem", "style-src-elem"], False]


def test_no_page_can_be_framed(browser, hosted, address, tmp_path):
    """Another site cannot show ours inside itself; without the header it could."""
    (tmp_path / "index.html").write_text(
        "".join(f'<iframe src="{one}"></iframe>' for one in (address, hosted)), "utf-8"
    )
    server, other = serve(tmp_path)
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(other)
        framed = [frame.url for frame in page.frames[1:]]
    server.shutdown()
    server.server_close()

    assert framed == [address, "chrome-error://chromewebdata/"]


POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PLANT = """async () => {
    const refused = []
    addEventListener("securitypolicyviolation", ({violatedDirective}) => refused.push(violatedDirective))
    const [script, style, image] = ["script", "style", "img"].map((name) => document.createElement(name))
    script.textContent = "window.planted = true"
    style.textContent = "p { color: red }"
    image.src = "https://elsewhere.example/x.png"
    document.body.append(script, style, image)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return [refused.sort(), window.planted ?? false]
}"""
