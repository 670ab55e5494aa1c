"""What speaks of the screen is for the screen: paper has no button to press, and no key."""

import re

from selectolax.lexbor import LexborHTMLParser

PRESSED = re.compile(
    r"\b(?:press|tap|click)(?:s|es|ed|ping|ing)?\W+(?:the\W+)?(?:leave|shift|back|button|“|search|menu)"
    r"|\bleave button|\bshift\b(?=.{0,30}\b(?:times|quickly|erase))",
    re.IGNORECASE,
)
NOT_PRINTED = "script, .screen, .top, .bar, .contents, .toc, .first, .turn, .keep, .get, .filter, .tools, .way-out"
ABOUT_SCREENS = ("about/",)
"""Pages on how the website itself works."""


def on_paper(page: LexborHTMLParser) -> str:
    """The words of a page that a print of it shows."""
    copy = LexborHTMLParser(page.html)
    for node in copy.css(NOT_PRINTED):
        node.decompose()
    return " ".join(copy.body.text(separator=" ").split())


def test_paper_speaks_of_no_button(built):
    """On no page that somebody prints to take along, safety pages first of all."""
    told = {address: found[0] for address, page in built.items() if (found := PRESSED.search(on_paper(page)))}

    assert {address: words for address, words in told.items() if not address.startswith(ABOUT_SCREENS)} == {}


def test_the_screen_still_says_it(built):
    """What is left out on paper stands on the page."""
    for address in ("start/read-first/", "support/devices/", "start/how-to-use/", "faq/this-guide/"):
        assert PRESSED.search(built[address].css_first("main").text()), address
