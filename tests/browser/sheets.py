"""A worksheet on the screen, and what tests do with it."""

from collections.abc import Iterator

from windows import window

SHEET = "worksheets/check-in/"
KEEP, FORGET, UNDO = "[data-guide=remember]", "[data-guide=forget]", "[data-guide=undo]"


def opened(browser, address) -> Iterator:
    """A worksheet, opened."""
    with window(browser, address, SHEET) as page:
        yield page


def fill_in(page) -> dict:
    """Write, rate and tick something; what was given, by field."""
    page.get_by_label("Name", exact=True).fill("Kim")
    page.locator("textarea").first.fill("You rang.\nTwice.")
    page.get_by_role("group", name="I felt heard.").get_by_role("radio").nth(3).check()
    page.locator("form.sheet [type=checkbox]").first.check()
    return answers(page)


def answers(page) -> dict:
    """What stands on the sheet."""
    return page.evaluate("document.querySelector('form.sheet').answers.read()")
