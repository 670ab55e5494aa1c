"""The contents: a popover on a phone, opened and closed without a mouse and without scripts."""

import pytest
from windows import DESK, EXIT, PHONE, tab_to, window

pytestmark = pytest.mark.browser

STEP = "steps/trust/"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_contents_open_and_close_by_keyboard(browser, address, scripts):
    """Enter opens them, Tab leads into them, Escape closes them and returns to the button; no script is needed."""
    with window(browser, address, STEP, width=PHONE, java_script_enabled=scripts) as page:
        contents, button = page.locator("#contents"), page.get_by_role("button", name="Contents")
        shown = [contents.is_visible()]
        button.focus()
        page.keyboard.press("Enter")
        shown.append(contents.is_visible())
        page.keyboard.press("Tab")
        inside = page.locator("#contents :focus").count()
        page.keyboard.press("Escape")
        shown.append(contents.is_visible())
        back = page.locator(".open-contents:focus").count()

    assert shown == [False, True, False]
    assert (inside, back) == (1, 1)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_contents_lead_on(browser, address, scripts):
    """A section and the other steps of this one are two presses away."""
    with window(browser, address, STEP, width=PHONE, java_script_enabled=scripts) as page:
        page.get_by_role("button", name="Contents").click()
        page.locator("#contents").get_by_role("link", name="Own your part").click()

        assert page.url == address + "steps/own/"


def test_the_contents_never_cover_the_way_out(browser, address):
    """While they are open "Leave" can still be seen and pressed: neither they nor their backdrop lie over the bar."""
    with window(browser, address, STEP, width=PHONE) as page:
        page.get_by_role("button", name="Contents").click()
        hit = page.locator(".bar .leave").evaluate(
            "(link) => { const {x, y, width, height} = link.getBoundingClientRect();"
            " return document.elementFromPoint(x + width / 2, y + height / 2) === link; }"
        )
        backdrop = page.evaluate(
            "parseFloat(getComputedStyle(document.querySelector('#contents'), '::backdrop').height)"
        )
        bar = page.locator(".bar").bounding_box()["y"]
        page.locator(".bar .leave").click()
        page.wait_for_url(EXIT)

    assert hit is True
    assert backdrop <= bar


def test_on_a_desk_the_contents_stand_beside_the_text(browser, address):
    """There is room for them: no button is shown, and the page one is on is marked."""
    with window(browser, address, STEP, width=DESK) as page:
        tab_to(page, "#contents a")

        assert page.get_by_role("button", name="Contents").is_visible() is False
        assert page.locator("#contents [aria-current=page]:visible").all_inner_texts() == ["Rebuild trust"]
