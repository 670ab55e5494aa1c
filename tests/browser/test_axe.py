"""What axe finds, with every rule it knows, also those it leaves out by default."""

import pytest
from projects import ROOT
from windows import DESK, PHONE, walk, window

pytestmark = pytest.mark.browser

AXE = (ROOT / "tests/browser/node_modules/axe-core/axe.min.js").read_text("utf-8")
RUN = """async ([part, tags]) => {
  const rules = Object.fromEntries(axe.getRules(tags).map(({ruleId}) => [ruleId, {enabled: true}]));
  const chosen = {type: "rule", values: Object.keys(rules)};
  const {violations} = await axe.run(part, {rules, runOnly: chosen, resultTypes: ["violations"]});
  return violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`);
}"""
EVERY_RULE: list[str] = []
OF_COLOUR = ["cat.color"]
OPEN_CONTENTS, SEARCH = ".open-contents", "[data-guide=search-open]"


def violations(page, part: str = "html") -> dict[str, list[str]]:
    """What is wrong with the page as it stands, or a part of it. In dark colours only rules of colour can tell more."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found = {}
    for scheme, tags in (("light", EVERY_RULE), ("dark", OF_COLOUR)):
        page.emulate_media(color_scheme=scheme)
        found[scheme] = page.evaluate(RUN, [part, tags])
    return {scheme: faults for scheme, faults in found.items() if faults}


def test_axe_finds_nothing(browser, address, paths):
    """No page breaks a rule of axe, light or dark, on a phone or a desk; nor do the contents or the search over it.

    Each page is opened once for all of these: axe has to be put into it, and is slow at first.
    """
    found, searched = {}, 0
    for path, page in walk(browser, address, paths):
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": 800})
            found[path, width] = violations(page)
            if page.locator(OPEN_CONTENTS).is_visible():
                page.locator(OPEN_CONTENTS).click()
                assert page.locator("#contents").is_visible()
                found[path, width, "its contents are open"] = violations(page, "#contents")
                page.keyboard.press("Escape")
        if page.locator(SEARCH).is_visible():
            page.locator(SEARCH).click()
            page.locator("[data-guide=search-input]").fill("trust")
            page.locator("[data-guide=search-result]").first.wait_for()
            found[path, PHONE, "the search is open"] = violations(page)
            searched += 1

    assert searched
    assert {place: faults for place, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_what_the_search_says(browser, address, width):
    """The search's dialog breaks no rule: empty, with results, with a warning pinned, with nothing found."""
    found = {}
    with window(browser, address, "steps/trust/", width=width) as page:
        page.locator(SEARCH).click()
        box = page.locator("[data-guide=search-input]")
        for words in ("", "trust", "im scared of my husband", "xylophone zebra"):
            box.fill(words)
            if words:
                page.locator(".search [role=status]").filter(has_text=".").wait_for()
            found[words] = violations(page)

    assert {words: faults for words, faults in found.items() if faults} == {}


FILL = """() => {
  for (const one of document.querySelectorAll("form.sheet :is(textarea, [type=text])")) one.value = "We said so.";
  for (const one of document.querySelectorAll("form.sheet :is([type=checkbox], [type=radio])")) one.checked = true;
}"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_a_filled_sheet(browser, address, paths, width):
    """A sheet that is filled in and kept breaks no rule, nor do its ticks, its numbers and its Undo."""
    found = {}
    sheets = [path for path in paths if path.startswith("worksheets/") and path != "worksheets/"]
    for path, page in walk(browser, address, sheets, width=width):
        page.evaluate(FILL)
        for press in ("Keep my answers", "Forget my answers"):
            page.get_by_role("button", name=press).click()
            found[f"{path}: {press}"] = violations(page)

    assert found
    assert {state: faults for state, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_in_what_is_kept(browser, address, width):
    """The offer to keep the guide breaks no rule before, while it is kept, and once it is removed."""
    found = []
    with window(browser, address, "start/how-to-use/", width=width) as page:
        for press, words in (("Keep the guide", "It is kept"), ("Remove it", "What was kept is gone")):
            page.get_by_role("button", name=press).click()
            page.get_by_role("status").filter(has_text=words).wait_for()
            found.append(violations(page))

    assert found == [{}, {}]


def test_axe_finds_nothing_in_what_scripts_show(browser, address):
    """Questions found by the filter, and kept ticks, break no rule."""
    found = []
    with window(browser, address, "faq/", width=PHONE) as page:
        page.get_by_role("searchbox").fill("jealous")
        found.append(violations(page))
    with window(browser, address, "steps/trust/", width=PHONE) as page:
        page.get_by_role("button", name="Keep my ticks on this device").click()
        found.append(violations(page))

    assert found == [{}, {}]
