"""A form knows its fields by their ids before anything of its own: no field has an id that somebody asks a form for."""

import re

import pytest
from guide.model.form_names import FORM_NAMES, USUAL
from projects import ROOT

ALL = """() => {
  const form = document.createElement("form"), names = [];
  for (let one = form; one; one = Object.getPrototypeOf(one)) names.push(...Object.getOwnPropertyNames(one));
  return names;
}"""
ASKED = re.compile(r"(?<![\"\w])(?:sheet|whole|form)\??\.(?!js\b)(\w+)")


@pytest.mark.browser
def test_all_that_a_browser_knows_of_a_form_is_nobodys_id(browser):
    """Every property, of itself and of all that it inherits from."""
    page = browser.new_page()
    try:
        names = {name.lower() for name in page.evaluate(ALL)}
    finally:
        page.close()

    assert len(names) > 200
    assert names - FORM_NAMES - USUAL == set()


def test_all_that_scripts_ask_of_a_form_is_nobodys_id():
    """Whether a browser or another script has put it there; and none asks for what a field may be called."""
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/assets/scripts/sheets").glob("*.js"))
    asked = {*ASKED.findall(scripts)}

    assert asked > {"answers", "files", "querySelector"}
    assert {name for name in asked if name.lower() not in FORM_NAMES} == set()
