"""Scripts switched off, or blocked, or not arrived yet: everything is there but what only a script could do."""

from collections import deque
from urllib.parse import urldefrag, urljoin

import pytest
from windows import EXIT, PHONE, walk

pytestmark = pytest.mark.browser

# Words of the text that are neither shown nor for paper alone, and what is shown but would do nothing.
STATE = """() => {
  const shown = (one) => one.checkVisibility({visibilityProperty: true});
  const texts = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, legend, label, dt, dd)")];
  const folded = (one) => one.closest("details:not([open])") && shown(one.closest("details"));
  const lost = texts.filter(
    (one) => one.textContent.trim() && !shown(one) && !folded(one) && !one.closest(".awaits, .screen, .address"));
  const idle = [...document.querySelectorAll("button, [type=search], [type=file], [role=status], .awaits")];
  return {
    lost: lost.map((one) => one.outerHTML.slice(0, 80)),
    idle: idle.filter((one) => shown(one) && !one.popoverTargetElement).map((one) => one.outerHTML.slice(0, 80)),
    leave: [...document.querySelectorAll(".bar [data-guide=exit]")].filter(shown).map(({href}) => href),
  };
}"""
PRINTED = """() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].map((one) => one.checkVisibility());
  return { text: shown("main, main h1, .bar"), lost: shown(".address").filter((one) => !one).length };
}"""


def test_every_page_can_be_read_printed_and_left(browser, address, paths):
    """All its text is shown, "Leave" leads away, paper holds the text alone, and nothing that is shown does nothing."""
    states, paper = {}, {}
    for path, page in walk(browser, address, paths, width=PHONE, java_script_enabled=False):
        page.emulate_media(media="screen")
        states[path] = page.evaluate(STATE)
        page.emulate_media(media="print")
        paper[path] = page.evaluate(PRINTED)

    assert states == {path: {"lost": [], "idle": [], "leave": [EXIT]} for path in paths}
    assert paper == {path: {"text": [False, True, True], "lost": 0} for path in paths}


def test_every_page_is_reached_by_links(built):
    """From the first page links alone lead to each, the pages of the unsafe branch among them."""
    reached, ahead = {""}, deque([""])
    while ahead:
        here = ahead.popleft()
        for link in built[here].css("a[href]"):
            there = urldefrag(urljoin(f"https://x/{here}", link.attributes["href"])).url.removeprefix("https://x/")
            if there in built and there not in reached:
                reached.add(there)
                ahead.append(there)

    assert set(built) - reached == {"404.html"}
