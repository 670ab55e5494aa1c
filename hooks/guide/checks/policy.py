"""A page runs and loads the site's own files and nothing else, as its policy says; no text may ask for more."""

import re
from collections.abc import Iterable, Iterator

from guide.checks.growth import MOST
from guide.checks.harm import Harm, harm_of
from guide.checks.html_tags import Tag, size_of_drawings, tags_of
from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.page_ids import HIDING_CLASSES, SCREEN, SKELETON_CLASSES, WAY_OUT
from guide.model.problems import ERROR, NOTICE, Problem
from guide.text.as_seen import words_as_seen

FOR_SCREENS = ("p", "li")
"""May be marked as what speaks of the screen."""
WHY = "A page runs and loads the site's own files only: its policy stops all else, or would be loosened by it."

# “Leave this site now”, “Quick exit”, “Press to hide the page”; not “Leave it for tomorrow”, “How to leave this page”.
LEAVING = re.compile(
    r"(?:(?:please|press|tap|click|here|to|just|now|or|and|quick|quickly) )*"
    rf"(?:(?:{WAY_OUT}|exit|escape|quit|close|hide) (?:(?:this|the|our|my) )?(?:web)? ?(?:site|page|guide|tab)\b"
    rf"|(?:{WAY_OUT}|exit|escape) (?:right |straight )?(?:now|fast|quickly|at once|immediately|from here|here)\b)"
    r"|(?:quick|fast|safe|emergency) (?:exit|escape)$"
)


def check_policy(guide: Guide) -> Iterator[Problem]:
    """The HTML of every page, written as such or made of its Markdown, and every drawing."""
    for page in guide.pages:
        tags = tags_of(page.html)
        yield from _check_tags(page.source, tags)
        yield from _check_windows(page, tags)
        yield from _check_size(page.source, page.html)
    for name, drawing in (guide.data.get("pictures") or {}).items():
        source = guide.data_file(f"pictures/{name}.svg")
        yield from _check_tags(source, tags_of(drawing))
        yield from _check_size(source, drawing)


def _check_tags(source: str, tags: Iterable[Tag]) -> Iterator[Problem]:
    for tag in tags:
        for harm in harm_of(tag):
            yield problem_of(harm, source, tag.line)
        yield from _check_borrowed(source, tag)


def _check_size(source: str, html: str) -> Iterator[Problem]:
    """What uses itself again and again is small as written, and more than any browser can draw."""
    size, line = size_of_drawings(html) if "<use" in html.lower() or "url(" in html.lower() else (0, 1)
    if size > MOST:
        yield Problem(
            source,
            line,
            f"A drawing is made of more than {MOST:,} pieces.",
            "A browser would be busy with it for minutes, and “Leave” would not answer.",
            "Draw it with fewer pieces that use each other, or put it in as a picture.",
        )


def _check_borrowed(source: str, tag: Tag) -> Iterator[Problem]:
    """Nothing in a text passes for a part of every page: a second “Leave” might lead anywhere."""
    classes = {*tag.attributes.get("class", "").split()}
    hidden = set() if tag.name in FOR_SCREENS and classes == {SCREEN} else HIDING_CLASSES & classes
    for name in sorted(hidden):
        yield Problem(
            source,
            tag.line,
            f"<{tag.name}> has the class “{name}”, as a part that the build makes.",
            "That part is hidden at times, on paper or on a phone, and what stands here would be as well.",
            "Take the class out, or choose another name.",
        )
    if tag.name != "abbr" and any(map(_is_way_out, tag.says)):
        yield Problem(
            source,
            tag.line,
            f"A {'link' if tag.name in ('a', 'area') else 'button'} says “Leave”, as the way out of every page does.",
            "Who presses it is in a hurry, and would be led on, or keep a file, in the place of being gone.",
            "Say where it leads.",
        )
    for name in sorted(SKELETON_CLASSES & classes):
        yield Problem(
            source,
            tag.line,
            f"<{tag.name}> is marked “{name}”, as a part of every page is.",
            "It would look or work like that part: who presses a second “Leave” may be led anywhere.",
            "Take the mark out, or choose another name.",
        )


def _is_way_out(said: str) -> bool:
    """Whether these words, however they are drawn and whatever signs stand around them, are a way out of the page."""
    words = [word for word in words_as_seen(said).split() if word != "x"]
    return "".join(words) in (WAY_OUT, f"{WAY_OUT}now", "exitnow") or bool(LEAVING.match(" ".join(words)))


def _check_windows(page: Page, tags: Iterable[Tag]) -> Iterator[Problem]:
    """A link that opens a window of its own leaves this page behind it, which “Leave” then cannot blank.

    Many texts from elsewhere have such links, so only a safety page may hold none.
    """
    for tag in tags:
        if tag.attributes.get("target", "").lower() not in ("", "_self"):
            yield Problem(
                page.source,
                tag.line,
                f"“target” of <{tag.name}> opens a window of its own.",
                "The page stays open behind it, for whoever comes by; “Leave” and Back reach one window only.",
                "Take it out: who wants a second window asks the browser for one.",
                ERROR if page.kind == "safety" else NOTICE,
            )


def problem_of(harm: Harm, source: str, line: int) -> Problem:
    """A harm as its author is told of it."""
    return Problem(source, line, harm.what, WHY, harm.mend)
