"""Checklists: ticked by keyboard, counted aloud, and kept only when asked."""

import json

import pytest
from windows import PHONE, stored, tab_to, window

pytestmark = pytest.mark.browser

STEP = "steps/trust/"
BOXES = "[data-guide=checklist] [type=checkbox]"


@pytest.fixture
def step(browser, address):
    """A step, opened."""
    with window(browser, address, STEP) as page:
        yield page


@pytest.fixture
def items(manifest) -> list[str]:
    """The texts of its checklist."""
    return [item["text"] for one in manifest["checklists"] if one["page"] == STEP for item in one["items"]]


def ticked(page) -> list[bool]:
    """Which boxes are ticked."""
    return [box.is_checked() for box in page.locator(BOXES).all()]


def test_ticking_by_keyboard_alone(step, items):
    """Tab reaches each box in turn, Space ticks it, and how many are done is announced."""
    tab_to(step, BOXES)
    step.keyboard.press("Space")
    step.keyboard.press("Tab")
    step.keyboard.press("Space")

    assert ticked(step) == [True, True] + [False] * (len(items) - 2)
    assert step.locator(".keep [role=status]").inner_text().startswith(f"2 of {len(items)} done")


def test_the_name_of_each_box_is_its_text(step, items):
    """A screen reader reads each item as the name of its box."""
    boxes = step.locator("[data-guide=checklist]").get_by_role("checkbox")

    assert boxes.count() == len(items) > 0
    assert [boxes.nth(n).aria_snapshot() for n in range(len(items))] == [
        step.get_by_role("checkbox", name=text, exact=True).aria_snapshot() for text in items
    ]


def test_ticks_are_gone_unless_they_are_kept(step):
    """A tick stores nothing, and is not there when the page is opened again."""
    step.locator(BOXES).first.check()
    kept = stored(step)
    step.reload()

    assert kept == {}
    assert not any(ticked(step))


def test_kept_ticks_outlive_the_page_until_forgotten(step):
    """Once asked to keep them, the page keeps later ticks too; forgetting empties the device and the boxes."""
    step.locator(BOXES).nth(0).check()
    step.get_by_role("button", name="Keep my ticks").click()
    step.locator(BOXES).nth(2).check()
    step.reload()
    after_reload = ticked(step)[:3]
    step.get_by_role("button", name="Forget my ticks").click()
    left = stored(step)
    step.locator(BOXES).nth(1).check()
    kept_again = stored(step)
    step.reload()

    assert after_reload == [True, False, True]
    assert (left, kept_again) == ({}, {})
    assert not any(ticked(step))


def test_ticks_are_kept_by_their_ids(step, manifest):
    """What is kept are the items' ids, so that a reworded item keeps its tick and a new one has none."""
    checklist = next(one for one in manifest["checklists"] if one["page"] == STEP)
    step.locator(BOXES).nth(1).check()
    step.get_by_role("button", name="Keep my ticks").click()

    kept = json.loads(stored(step)["local"][f"guide:/:checklist:{checklist['id']}:v2"])

    assert list(kept["values"]) == [f"{checklist['id']}-{checklist['items'][1]['id']}"]


def test_ticks_forgotten_in_one_tab_are_forgotten_in_all(step):
    """Another tab with the list is emptied too, and a tick that is then made in it is not kept."""
    step.locator(BOXES).first.check()
    step.get_by_role("button", name="Keep my ticks").click()
    other = step.context.new_page()
    other.goto(STEP)
    had = ticked(other)[0]
    step.get_by_role("button", name="Forget my ticks").click()
    other.get_by_text("Forgotten").wait_for()
    emptied = ticked(other)
    other.locator(BOXES).nth(1).check()

    assert had
    assert not any(emptied)
    assert stored(other) == {}


def test_the_focus_is_never_lost(step):
    """Keep, Forget and Undo take each other's place, and the focus goes with them."""
    tab_to(step, "[data-guide=remember]")
    step.keyboard.press("Enter")
    on_forget = step.evaluate("document.activeElement.dataset.guide")
    step.keyboard.press("Enter")
    on_undo = step.evaluate("document.activeElement.dataset.guide")
    step.keyboard.press("Enter")

    assert (on_forget, on_undo, step.evaluate("document.activeElement.dataset.guide")) == ("forget", "undo", "remember")


def test_ticking_needs_no_script(browser, address, items):
    """With scripts off boxes can be ticked and the list printed; buttons that would do nothing are not there."""
    with window(browser, address, STEP, width=PHONE, java_script_enabled=False) as page:
        page.locator(BOXES).first.check()
        done = ticked(page)
        buttons = page.locator("main").get_by_role("button").count()
        page.get_by_role("link", name="Print this list").click()
        page.wait_for_url("**/print/**")
        printed = page.locator(".ticks li").all_inner_texts()

    assert done == [True] + [False] * (len(items) - 1)
    assert buttons == 0
    assert printed == items
