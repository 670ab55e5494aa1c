"""What axe finds, with every rule it knows, also those it leaves out by default."""

import pytest
from conftest import ROOT
from windows import DESK, KINDS, PHONE, window

pytestmark = pytest.mark.browser

AXE = ROOT / "tests/browser/node_modules/axe-core/axe.min.js"
RUN = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: true}]));
  const {violations} = await axe.run(document, {rules, resultTypes: ["violations"]});
  return violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`);
}"""


def violations(page) -> list[str]:
    """What is wrong with the page as it stands."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(RUN)


PATHS = {**KINDS, "scales on a page": "start/worth-saving/", "code": "about/content-model/", "help lines": "support/"}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing(browser, address, path, width):
    """No page breaks a rule of axe, light or dark, on a phone or a desk."""
    found = {}
    with window(browser, address, path, width=width) as page:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[scheme] = violations(page)

    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize(("path", "width"), [("", PHONE), ("", DESK), ("steps/trust/", PHONE), ("faq/trust/", PHONE)])
def test_axe_finds_nothing_while_the_contents_are_open(browser, address, path, width):
    """The open contents break no rule either."""
    found = {}
    with window(browser, address, path, width=width) as page:
        page.get_by_role("button", name="Contents").click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[scheme] = violations(page)
        assert page.locator("#contents").is_visible()

    assert found == {"light": [], "dark": []}


def test_axe_finds_nothing_in_what_scripts_show(browser, address):
    """Answers of the filter, kept ticks and the counted Shift key break no rule."""
    found = []
    with window(browser, address, "faq/", width=PHONE) as page:
        page.get_by_role("searchbox").fill("jealous")
        found += violations(page)
    with window(browser, address, "steps/trust/", width=PHONE) as page:
        page.get_by_role("button", name="Keep my ticks on this device").click()
        page.keyboard.press("Shift")
        found += violations(page)

    assert found == []
