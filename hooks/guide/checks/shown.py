"""What an author wrote is shown: no element takes words in, no tag is made of them, no class of ours hides them."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from guide.checks.harm import ACTIVE, PASSIVE, does_harm
from guide.checks.html_names import ATTRIBUTES, DRAWN, ELEMENTS, IN_DRAWINGS, IN_FORMULAS, NEVER_EMPTY, OBSOLETE, UNSEEN
from guide.checks.html_tags import Tag, tags_of, words_of_page
from guide.checks.pushed import pushed_in
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import Problem
from guide.text.direction import is_sound

GONE = "A browser passes over it, and readers would miss what was to be said there."
REFUSED = "Each browser may show it in its own way, and an e-book with it is not opened everywhere."
WRONG_VOICE = "Whoever listens would hear the words in a wrong voice, and an e-book with it is not opened everywhere."
AS_TEXT = "Where it is text, write  &lt;  for the  <  , or put it between backticks; or take it out."
ALONE = "Write it as plain text, outside of the element."
TOLD = frozenset({*ACTIVE, *PASSIVE, "title"})
# What a browser takes for a comment, and an end of what nothing has begun; true comments are passed over.
LOST = re.compile(r"<!--.*?-->|(?P<lost><[?!](?!--)[^>]*>?|</(?P<name>[A-Za-z][^\s/>]*)[^>]*>)", re.DOTALL)
# Attributes by which words in a drawing are there, and are not seen.
UNSEEN_BY = re.compile(
    r"(?:display|visibility)=(?:none|hidden|collapse)|(?:fill-)?opacity=0*\.?0*%?|font-size=[0.]+\D*|fill=(?:none|transparent)",
    re.IGNORECASE,
)
INHERITED = {"fill", "fill-opacity", "font-size", "visibility"}
SIGN_ALONE = "end"
"""The class of the words below a scale, which whoever hears it is told with each point."""

Found = tuple[int, str, str, str]


def check_shown(guide: Guide) -> Iterator[Problem]:
    """The HTML of every page, written as such or made of its Markdown."""
    for page in guide.pages:
        found = [*_tags(page), *_lost(page), *_words(page), *pushed_in(page)]
        yield from (Problem(page.source, *one) for one in dict.fromkeys(found))


def _tags(page: Page) -> Iterator[Found]:
    for tag in tags_of(page.html):
        for name, value in tag.attributes.items():
            if not is_sound(name, value):
                what = f"“{name}” of <{tag.name}> is “{value}”, which means nothing."
                yield tag.line, what, WRONG_VOICE, "Write the code of a language, lang=fr , or  dir=ltr , rtl , auto ."
        if tag.in_drawing or tag.name in TOLD:
            continue
        if tag.name in OBSOLETE:
            yield tag.line, f"<{tag.name}> is no element of HTML any more.", REFUSED, OBSOLETE[tag.name]
        elif tag.name not in ELEMENTS | UNSEEN | {"html", "head", "body"}:
            yield tag.line, f"There is no element <{tag.name}>: the words in the tag would be gone.", GONE, AS_TEXT
            continue
        words = " ".join(_unknown(tag))
        if words:
            yield tag.line, f"“{words}” in <{tag.name}> is no attribute of a text, and would be gone.", GONE, AS_TEXT


def _unknown(tag: Tag) -> Iterator[str]:
    for name, value in tag.attributes.items():
        means_nothing = name in NEVER_EMPTY and not value.strip()
        if (means_nothing or not ATTRIBUTES.fullmatch(name)) and not does_harm(tag, name, value):
            yield name


def _lost(page: Page) -> Iterator[Found]:
    for found in LOST.finditer(page.html):
        name = (found["name"] or "").lower()
        if found["lost"] and not (name and (name in ELEMENTS | UNSEEN | TOLD or _is_drawn(page.html, name))):
            line = page.text_line + page.text.count("\n", 0, max(0, page.text.find(found["lost"])))
            yield line, f"“{' '.join(found['lost'].split())}” is no text, and would be gone.", GONE, AS_TEXT


def _is_drawn(html: str, name: str) -> bool:
    """Whether an element of a drawing, or an unknown one that is told already, ends there."""
    return f"<{name}" in html.lower()


def _words(page: Page) -> Iterator[Found]:
    if not any(map(_may_hide, tags_of(page.html))):
        return  # as on most pages: what each word stands in takes long to find
    for words, around in words_of_page(page.html):
        line, shown = around[0].line, " ".join(words.split())[:40]
        hides = next(filter(None, (_hides(tag, around[:place]) for place, tag in enumerate(around))), "")
        if not hides and around[0].in_drawing and not any(tag.name in DRAWN for tag in around):
            hides = f"<{around[0].name}>"
        if hides:
            yield line, f"{hides} hides “{shown}”.", GONE, ALONE
        turned = next((tag for tag in around if tag.attributes.get("dir")), None)
        if turned and turned.attributes["dir"].lower() == "rtl" and _is_turned(words):
            why = "A number would be read from its end, and ring somebody else."
            yield line, f"“dir” of <{turned.name}> turns “{shown}” round.", why, "Take it out."


def _may_hide(tag: Tag) -> bool:
    """Whether words that stand in such an element are looked at one by one."""
    return tag.in_drawing or tag.name in UNSEEN or not {"aria-hidden", "dir"}.isdisjoint(tag.attributes)


def _hides(tag: Tag, inside: tuple[Tag, ...]) -> str:
    """What of an element keeps the words in it from being seen or heard, "" for nothing."""
    if tag.name in (IN_DRAWINGS | IN_FORMULAS if tag.in_drawing else UNSEEN):
        return f"<{tag.name}>"
    if tag.in_drawing:
        by = next((name for name, value in tag.attributes.items() if _unseen_by(name, value, inside)), "")
    else:
        muted = tag.attributes.get("aria-hidden", "").lower() == "true" and not any(one.in_drawing for one in inside)
        by = "aria-hidden" if muted and tag.attributes.get("class") != SIGN_ALONE else ""
    return f"“{by}” of <{tag.name}>" if by else ""


def _unseen_by(name: str, value: str, inside: tuple[Tag, ...]) -> bool:
    """Whether an attribute hides words that stand so deep; what is filled again is seen, and a title is only said."""
    given_again = any((one.name == "title" and one.in_drawing) or name in one.attributes for one in inside)
    return bool(UNSEEN_BY.fullmatch(f"{name}={value.strip()}")) and not (given_again and name in INHERITED)


def _is_turned(words: str) -> bool:
    return any(map(str.isdecimal, words)) and not any(bidirectional(sign) in ("R", "AL") for sign in words)
