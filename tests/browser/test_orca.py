"""What Orca says, word by word, of the pages of a tiny guide; and that none of its own keys leaves a page."""

import os
import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from hosting import serve
from orca import QUIET, TRIES, Desks, Heard, version
from projects import ROOT, build, other_config
from waiting import LateError

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("orca")]

HEARD = ROOT / "tests/browser/heard"
"""As Orca said it, by its version; UPDATE_GOLDEN=1 writes it anew."""
PAGES = {
    "safety": "care/clean/",
    "home": "",
    "step": "ride/",
    "worksheet": "sheets/log/",
    "questions": "faq/brakes/",
    "index": "faq/",
}


@pytest.fixture(scope="module")
def spokes(tmp_path_factory):
    """The address of the tiny guide to bicycles, and somebody who hears it."""
    which = version()
    folder = tmp_path_factory.mktemp("spokes")
    config = other_config(folder, ROOT / "tests/sites/bicycle/docs", site_name="Spokes", edit_uri="")
    built = build(config, folder / "site")
    assert built.returncode == 0, built.stdout
    server, url = serve(folder / "site")
    desk = tmp_path_factory.mktemp("desk")
    with Desks(desk) as desks:
        yield url, desks, HEARD / f"orca-{which}"
    server.shutdown()
    server.server_close()


@pytest.mark.one_in(3)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_read_out_as_before(spokes, kind):
    """From the top to the end, as soon as it is there.

    Orca's keys for the top and for all would move the focus, and with it what can be seen of the links to skip by.
    """
    url, desks, folder = spokes
    golden = folder / f"{kind}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        folder.mkdir(parents=True, exist_ok=True)
        golden.write_text(read_out(desks.reader, url + PAGES[kind]), encoding="utf-8")
    if not folder.exists():
        pytest.skip(f"what {folder.name} says is not written down")

    written = golden.read_text(encoding="utf-8")
    assert heard(desks, lambda reader, quiet: read_out(reader, url + PAGES[kind], quiet), written) == written


def heard(desks: Desks, listen: Callable[[Heard, float], object], expected: object) -> object:
    """What somebody hears who listens, once it is what is expected; else what was heard last.

    A busy machine makes Orca pause, pass over a word, or be mute: then it is asked again, given more time, and at
    last taken to a desk that nothing was done at.
    """
    said = None
    for number in range(1, TRIES + 1):
        if number > TRIES / 2:
            desks.fresh()
        with suppress(LateError):
            if (said := listen(desks.reader, number * QUIET)) == expected:
                break
    return said


def read_out(reader, url: str, quiet: float = QUIET) -> str:
    """A page, word by word; a file's size is told apart."""
    return re.sub(r"\d+ KB", "35 KB", "\n".join(reader.read_out(url, quiet))) + "\n"


def test_the_search_is_heard(spokes):
    """Opened by its link, it says where one is; letters go into its field, and Escape leads back."""
    url, desks, _ = spokes
    # Its label is not “clickable”.
    expected = (True, ["Search, in your own words."], True, "brake", "Search link.")
    assert heard(desks, lambda reader, _: search(reader, url), expected) == expected


def search(reader: Heard, url: str) -> tuple[bool, list[str], bool, str, str]:
    """What the search says: where one is, its label, whether it found; what was typed; and where Escape leads."""
    reader.open(url)
    reader.press("ctrl+Home")
    while reader.driven.run("return document.activeElement.dataset.guide") != "search-open":
        reader.press("Tab")
        reader.listen()
    opened = reader.hear("Return")
    reader.hear("shift+Tab")
    label = reader.hear("Down")
    reader.hear("Tab")
    found = reader.hear(*"brake")
    typed = reader.driven.run("return document.querySelector('dialog input').value")
    back = reader.hear("Escape")
    where = {"Search dialog", "Search, in your own words entry."} <= set(opened)
    return where, label, found[-1].endswith(" found."), typed, back[0].replace("visited ", "")


def test_the_field_among_the_questions_is_heard(spokes):
    """Line by line, its label stands above it, and is no thing to click."""
    url, desks, _ = spokes
    expected = ("Find a question, in your own words entry.", ["Find a question, in your own words"])  # not “clickable”
    assert heard(desks, lambda reader, _: field(reader, url + PAGES["index"]), expected) == expected


def field(reader: Heard, url: str) -> tuple[str, list[str]]:
    """What is said of the first field of a page, and of the line above it."""
    reader.open(url)
    return reader.hear("e")[-1], reader.hear("Up")


def test_keys_with_shift_stay_on_the_page(spokes):
    """Back by headings, links, lists and fields, however quickly: it goes there, and says nothing about Shift."""
    url, desks, _ = spokes
    reader = desks.reader
    reader.open(url)
    before = len(reader.said())
    for key in ("shift+h", "shift+k", "shift+l", "shift+Tab"):
        for apart in (5, 120):
            reader.press(*[key] * 4, apart=apart)
    reader.listen()
    said = " ".join(reader.said()[before:])

    assert reader.driven.run("return location.href") == url
    assert "Leav" not in said.replace("Leave this site now", "").replace("Leave link", "")


def test_shift_alone_leaves(spokes):
    """Three times, quickly: so the keys of this test are those that a page hears."""
    url, desks, _ = spokes
    reader = desks.reader
    reader.open(url)
    reader.press("Shift_L", "Shift_L", "Shift_L", apart=80)
    reader.listen()

    assert reader.driven.run("return location.href") != url


@pytest.mark.thorough
def test_it_is_heard_beside_another(spokes, tmp_path):
    """Whoever has Orca read to them may run these tests, and two runs may be at work at once."""
    with Desks(tmp_path) as other:
        assert other.reader.said()
        assert spokes[1].reader.read_out(spokes[0])
