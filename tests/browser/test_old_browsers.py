"""Browsers as old as Chrome 100 and Safari 15: the pages can be read, reached, printed and left.

Such a browser passes over what it does not know. Today's browser is made to: in a copy of the site each newer word
of the styles is replaced by one that nobody knows, and the attributes of a popover are taken away.
"""

import re
import shutil

import pytest
from hosting import serve
from test_looks import LOOKS, faint, measured
from windows import DESK, EXIT, KINDS, PHONE, window

pytestmark = pytest.mark.browser

NEWER = re.compile(
    r"(?<=[:( ,])(?=light-dark\(|color-mix\()"
    r"|(?<=:)(?=has\(|popover-open|details-content)"
    r"|(?<=\d)(?=dvh)|(?<=\()(?=scripting:)|(?<=[;{])(?=rotate:|translate:)"
)
"""Where something begins that they do not know."""
POPOVER = re.compile(r" popover(?:target=\"\w+\")?(?=[ >])")
STYLE = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)
POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
"""It knows the page's styles by their hash, and here they are others."""


@pytest.fixture(scope="module")
def old(site, tmp_path_factory):
    """The address of the site as an old browser reads it."""
    copy = tmp_path_factory.mktemp("old") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.pdf", "*.br", "*.gz"))
    for path in copy.rglob("*.css"):
        path.write_text(NEWER.sub("x-", path.read_text("utf-8")), "utf-8")
    for path in copy.rglob("*.html"):
        html = STYLE.sub(lambda found: NEWER.sub("x-", found[0]), path.read_text("utf-8"))
        path.write_text(POLICY.sub("", POPOVER.sub("", html)), "utf-8")
    server, url = serve(copy)
    yield url
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read(browser, old, scheme):
    """All text stands out, nothing is wider than the window, drawings and seams have their lines."""
    with window(browser, old, width=PHONE, color_scheme=scheme) as page:
        seen, low = faint(page, "text", 7)
        unseen = {path: wrong for path, wrong in measured(page, "unseen") if wrong}
        widths = {}
        for kind, path in KINDS.items():
            page.goto(path)
            widths[kind] = page.evaluate("document.documentElement.scrollWidth")

    assert seen > 500
    assert low == {}
    assert unseen == {}
    assert widths == dict.fromkeys(KINDS, PHONE)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_it_can_be_reached_and_left(browser, old, width):
    """The contents stand open on the page, no button promises to open them, and "Leave" leaves."""
    with window(browser, old, "steps/trust/", width=width) as page:
        assert page.get_by_role("button", name="Contents").count() == 0
        page.locator("#contents").get_by_role("link", name="Own your part").click()
        page.wait_for_url("**/steps/own/")
        page.locator(".bar .leave").click()
        page.wait_for_url(EXIT)


def test_nothing_unseen_lies_over_a_sheet(browser, old):
    """A click beside the fields does what it seems to do: it opens no window to choose a file."""
    with window(browser, old, "worksheets/check-in/", width=DESK) as page:
        over = page.evaluate("document.elementFromPoint(640, 400).matches('[type=file]')")
        page.get_by_label("Name").click()
        page.keyboard.type("Sam")
        written = page.get_by_label("Name").input_value()

    assert over is False
    assert written == "Sam"


def test_it_can_be_printed(browser, old):
    """On paper there is the text, black on white, and nothing of the screen's furniture."""
    with window(browser, old, "steps/trust/", width=DESK, color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        page.evaluate(LOOKS)
        furniture = page.locator("#contents, .bar, .colour").evaluate_all(
            "(all) => all.map((one) => one.checkVisibility())"
        )
        ground, title = page.evaluate("looks.ground()"), page.get_by_role("heading", level=1).is_visible()

    assert furniture == [False] * 3
    assert (ground, title) == (1, True)
