"""A new site takes the place of the old one while somebody reads: the page goes on, or does without what is gone."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from guide.site.assets import FOLDER, hash_of
from guide.site.earlier import keep_earlier
from hosting import serve
from projects import asset
from windows import EXIT, KINDS, PHONE, elsewhere, window

pytestmark = pytest.mark.browser

START, SHEET = "steps/own/", "worksheets/check-in/"
OPEN, INPUT, RESULT = "[data-guide=search-open]", "[data-guide=search-input]", "[data-guide=search-result]"
READ = """() => {
  const shown = (one) => one.checkVisibility({visibilityProperty: true});
  return {
    text: [...document.querySelectorAll("main, main h1")].filter(shown).length,
    idle: [...document.querySelectorAll(".awaits")].filter(shown).length,
  };
}"""


def deploy(site: Path, place: Path, *, keeps: bool) -> None:
    """Put a site with another script, and another index, in the place of this one."""
    new = place.with_name("new")
    shutil.copytree(site, new)
    [folder] = (new / FOLDER).iterdir()
    (folder / "search.js").write_text("throw new Error('of another day')")
    (new / f"search/{folder.name}.json").write_text("{}")
    called = hash_of({path.name: path.read_bytes() for path in folder.iterdir()})
    (new / f"search/{folder.name}.json").rename(new / f"search/{called}.json")
    for page in new.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(folder.name, called), "utf-8")
    folder.rename(folder.with_name(called))
    if keeps:
        keep_earlier(place, new, date(2026, 1, 31))
    shutil.rmtree(place)
    new.rename(place)


@pytest.fixture(params=["/", "/our/guide/"])
def place(request, mine):
    """A copy of the site, served at the root of a host or below a path: (its folder, its address)."""
    server, address = serve(mine, request.param)
    yield mine, address
    server.shutdown()
    server.server_close()


def test_an_open_page_goes_on_with_its_own_scripts(browser, site, place):
    """Its search comes as it was, with the index that it can read; a page that is opened later has the new ones."""
    folder, address = place
    before = asset(site, "mend.js")
    with window(browser, address, START) as page:
        deploy(site, folder, keeps=True)
        page.locator(OPEN).first.click()
        page.locator(INPUT).fill("trust")
        page.locator(RESULT).first.wait_for()
        page.goto(SHEET)
        after = page.locator("script[src$='/mend.js']").get_attribute("src").rpartition("../")[2]

    assert after != before
    assert (folder / after).exists()
    assert (folder / before).exists()


def test_a_sheet_that_was_begun_is_still_saved(browser, site, place):
    """What saves a sheet is fetched when it is first wanted: after the new site came."""
    folder, address = place
    with window(browser, address, SHEET) as page:
        page.locator("form.sheet textarea:visible, form.sheet [type=text]:visible").first.fill("ours")
        deploy(site, folder, keeps=True)
        with page.expect_download() as saved:
            page.locator("[data-guide=export-text]:visible").first.click()
        text = Path(saved.value.path()).read_text("utf-8")

    assert "ours" in text


def test_where_the_old_scripts_are_gone_search_is_a_link(browser, site, place):
    """A host that holds the new site alone: an open page leads to the questions instead."""
    folder, address = place
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(START)
        deploy(site, folder, keeps=False)
        page.locator(OPEN).first.click()
        page.wait_for_url("**/faq/")


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_without_its_scripts(browser, address, path):
    """It is read, shows nothing that would do nothing, is printed, and left: each answer there is a 404."""
    with browser.new_context(base_url=address, viewport={"width": PHONE, "height": 800}) as context:
        context.route(lambda url: not url.startswith(address), elsewhere)
        context.route(f"**/{FOLDER}**", lambda route: route.fulfill(status=404))
        page = context.new_page()
        page.goto(path)
        read = page.evaluate(READ)
        page.emulate_media(media="print")
        printed = page.evaluate(READ)
        page.emulate_media(media="screen")
        with page.expect_request(EXIT):
            page.locator(".bar [data-guide=exit]").click()

    assert read == {"text": 2, "idle": 0}
    assert printed["text"] == 2
