"""What a screen reader is told: the name of every control, and what state it is in."""

import os
import re

import pytest
from hosting import serve
from projects import ROOT, build, other_config
from windows import PHONE, walk, window

pytestmark = pytest.mark.browser

NAMED = {"link", "button", "checkbox", "radio", "textbox", "searchbox", "dialog", "navigation", "image"}
STATES = {"checkbox": "checked", "radio": "checked"}
HEARD = ROOT / "tests/browser/heard"
"""What is heard on pages of a tiny guide whose words don't change; UPDATE_GOLDEN=1 writes it anew."""


def heard(page) -> list[tuple[str, str, dict]]:
    """All that the browser hands to a screen reader: role, name and states of each thing."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (
            node["role"]["value"],
            node.get("name", {}).get("value", "").strip(),
            {state["name"]: state["value"].get("value") for state in node.get("properties", [])},
        )
        for node in nodes
        if not node["ignored"]
    ]


def dumb(page) -> list[str]:
    """What has no name, or keeps its state to itself."""
    told = heard(page)
    nameless = [f"{role} without a name" for role, name, _ in told if role in NAMED and not name]
    return nameless + [f"{role} {name}" for role, name, has in told if role in STATES and STATES[role] not in has]


def state_of(page, role: str, name: str, state: str):
    """One state of one thing, as it is now."""
    return next((states.get(state) for is_, said, states in heard(page) if (is_, said) == (role, name)), None)


def test_every_control_has_a_name_and_a_state(browser, address, paths):
    """No link, button, field, picture or landmark is without a name; what is ticked or open says so."""
    found = {path: dumb(page) for path, page in walk(browser, address, paths, width=PHONE)}

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_states_are_told(browser, address):
    """Contents that are open, a box that is ticked, an order that is chosen, a dialog: each is heard as it changes."""
    with window(browser, address, "steps/trust/", width=PHONE) as page:
        button = page.get_by_role("button", name="Contents")
        contents = [state_of(page, "button", "Contents", "expanded")]
        button.click()
        contents.append(state_of(page, "button", "Contents", "expanded"))
        button.click()
        box = page.locator("[data-guide=checklist] [type=checkbox]").first
        name = box.locator("xpath=..").inner_text()
        ticks = [state_of(page, "checkbox", name, "checked")]
        box.check()
        ticks.append(state_of(page, "checkbox", name, "checked"))
        page.locator("[data-guide=search-open]").click()
        page.locator("[data-guide=search-input]").wait_for()
        modal = state_of(page, "dialog", "Search", "modal")
    with window(browser, address, "faq/") as page:
        order = [state_of(page, "button", "A to Z", "pressed")]
        page.get_by_role("button", name="A to Z").click()
        order.append(state_of(page, "button", "A to Z", "pressed"))

    assert contents == [False, True]
    assert ticks == ["false", "true"]
    assert order == ["false", "true"]
    assert modal is True


@pytest.fixture(scope="module")
def spokes(tmp_path_factory):
    """The address of the tiny guide to bicycles."""
    folder = tmp_path_factory.mktemp("spokes")
    config = other_config(folder, ROOT / "tests/sites/bicycle/docs", site_name="Spokes", edit_uri="")
    built = build(config, folder / "site")
    assert built.returncode == 0, built.stdout
    server, url = serve(folder / "site")
    yield url
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("kind", "path", "words"),
    [
        ("home", "", None),
        ("step", "ride/", None),
        ("worksheet", "sheets/log/", None),
        ("questions", "faq/", None),
        ("safety", "care/clean/", None),
        ("search", "ride/", "squeal"),
    ],
    ids=lambda value: value or "-",
)
def test_a_page_is_heard_as_before(browser, spokes, kind, path, words):
    """The whole page, as a screen reader is told it; of the search, its dialog."""
    with window(browser, spokes, path, width=PHONE) as page:
        if words:
            page.locator("[data-guide=search-open]").click()
            page.locator("[data-guide=search-input]").fill(words)
            page.locator("[data-guide=search-result]").first.wait_for()
            page.locator("dialog [role=status]:not(:empty)").wait_for()  # it is said after a pause
        told = page.locator("dialog" if words else "body").aria_snapshot() + "\n"
    told = re.sub(r"\d+ KB", "35 KB", told.replace(spokes, "/"))
    golden = HEARD / f"{kind}.yml"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")

    assert told == golden.read_text(encoding="utf-8")
