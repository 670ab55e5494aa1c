"""The boxes of care of a text as a browser finds them: how far down each stands, where it leads, what hides it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

import turbohtml

from guide.checks.html_names import names
from guide.checks.html_tags import INLINE, KEPT, PICTURES, Tag, elements_around, line_in, page_of, tag_of
from guide.model.page_ids import SCREEN
from guide.text.as_seen import plain
from guide.text.prose import has_words

CARE = "care"
CALLOUTS = {CARE, "note", "handout", "pause"}
FIELD = "a field"
# What leaves what stands in it as it is: to be seen at once, at its full size, and heard by the same words.
AROUND = names("html body section div blockquote ul ol li dl dd")
INSIDE = names(
    "p a abbr b bdi blockquote br cite code dd div dl dt em h3 h4 h5 h6 i kbd li mark ol q span strong ul wbr"
)
PART, LINE = 30, 10
"""For how many words a picture, a field or a part of the build is taken, and an item, a row, a rule or a short line."""
SQUARE = 60
"""For how many words one that is as high as wide is taken; a taller one for more."""
SIZE = re.compile(r"\d+\.?\d*")
LINES = names("br hr li tr dt dd")
SHORT = names("p div blockquote h3 h4 h5 h6 summary figcaption caption address")
"""What takes a line, also where it has few words, or none."""
AS_WRITTEN = names("pre textarea")
FIELDS = names("input select textarea")
LETTERS = 12
"""As long as a word is taken to be at most, where no blank parts it from the next."""
RENAMING = ("role", "title")
CITED = "cite"
"""The class of a citation, which says by `aria-label` what its number means."""


@dataclass
class Box:
    """One box, or the request for help lines."""

    line: int
    is_care: bool
    hidden_by: str
    """The element around it that folds it away, strikes it out, shrinks it or calls it something else; "" for none."""
    words_before: int
    """Above it; what is no word counts for as many as would take its room."""
    words_in_part: int
    """Those of them that stand below the last second-level heading above it."""
    passed: tuple[str, ...]
    """The second-level headings above it, by the name of their part; `FIELD` for what is filled in."""
    ways: list[str] = field(default_factory=list)
    worded_ways: list[str] = field(default_factory=list)
    """Those of its links that say something, on paper too."""
    words: str = ""
    """What is read in it, on paper too."""
    says: str = ""
    """Its words as they are read, and behind them where its links lead."""


@lru_cache(KEPT)
def boxes_of(html: str) -> tuple[Box, ...]:
    """All of a page, in their order."""
    if CARE not in html and "guide:" not in html:
        return ()
    page = page_of(html)
    return tuple(_boxes(page))


def _boxes(page: turbohtml.Document) -> Iterator[Box]:
    words, part, line, passed = 0, 0, 1, []
    for node in page.descendants:
        if isinstance(node, turbohtml.Text):
            words += max(len(node.data.split()), len(node.data.strip()) // LETTERS)
        elif isinstance(node, turbohtml.Comment) and node.data.split()[:2] == ["guide:", "help-lines"]:
            yield Box(line, False, _hidden_by(node, line), words, words - part, tuple(passed))
        elif isinstance(node, turbohtml.Comment):
            words += PART if node.data.split()[:1] == ["guide:"] else 0
        elif isinstance(node, turbohtml.Element):
            line = line_in(node) or line
            tag = tag_of(node, line)
            words += _room_of(node)
            if is_care(tag):
                yield _box(node, tag, words, words - part, tuple(passed))
            elif tag.name == "h2":
                passed.append((tag.attributes.get("class") or tag.attributes.get("id", "")).partition(" ")[0])
                part = words
            elif tag.name in FIELDS:
                passed.append(FIELD)


def _room_of(element: turbohtml.Element) -> int:
    """Of an element beside its words, in words."""
    if element.tag in PICTURES | FIELDS:
        return max(PART, round(SQUARE * _shape_of(element)))
    if element.tag in AS_WRITTEN:
        return LINE * (element.text.strip("\n").count("\n") + 1)
    if element.tag in SHORT:
        return max(LINE - len(plain(_words_of(element)).split()), 0)
    return LINE * (element.tag in LINES)


def _shape_of(element: turbohtml.Element) -> float:
    """How many times as high as wide it is, as far as its tag says that; 0 where it does not."""
    attributes = tag_of(element, 1, says=False).attributes
    written = f"{attributes.get('width', '')} {attributes.get('height', '')}"
    sizes = [[float(one) for one in SIZE.findall(said)] for said in (attributes.get("viewbox", ""), written)]
    return max((size[-1] / size[-2] for size in sizes if len(size) in (2, 4) and size[-2]), default=0)


def _box(element: turbohtml.Element, tag: Tag, words: int, in_part: int, passed: tuple[str, ...]) -> Box:
    inside = [tag_of(one, tag.line) for one in element.find_all(True)]
    changed = next((f"<{one.name}>" for one in inside if one.name not in INSIDE or _is_other(one)), "")
    hidden = _hidden_by(element, tag.line) or (f"<{tag.name}>" if _renames(tag) else changed)
    box = Box(tag.line, True, hidden, words, in_part, passed)
    box.ways = [one.attributes["href"] for one in inside if one.name == "a" and "href" in one.attributes]
    links = [one for one in element.find_all("a") if has_words(plain(_words_of(one))) and not _is_on_screen(one)]
    box.worded_ways = [way for one in links if (way := tag_of(one, tag.line).attributes.get("href"))]
    box.words = _words_of(element, on_paper=True)
    box.says = f"{_words_of(element)} ({', '.join(box.ways)})"
    if box.says != f"{box.words} ({', '.join(box.ways)})":
        box.says += f"; on paper only: {box.words}"
    return box


def _is_on_screen(node: turbohtml.Node) -> bool:
    """Whether paper leaves it out."""
    return any(tag_of(one, 1, says=False).attributes.get("class") == SCREEN for one in elements_around(node))


def _words_of(element: turbohtml.Element, *, on_paper: bool = False) -> str:
    """Its words, those of each block by themselves."""
    pieces = [node for node in element.descendants if isinstance(node, turbohtml.Text)]
    pieces = [node for node in pieces if not (on_paper and _is_on_screen(node))]
    blocks = groupby(pieces, key=lambda node: next(one for one in elements_around(node) if one.tag not in INLINE))
    return " ".join(" ".join("".join(node.data for node in some).split()) for _, some in blocks).strip()


def _hidden_by(node: turbohtml.Node, line: int) -> str:
    around = (tag_of(one, line) for one in elements_around(node))
    return next((f"<{tag.name}>" for tag in around if _hides(tag)), "")


def _hides(tag: Tag) -> bool:
    return tag.name not in AROUND or _is_other(tag)


def _is_other(tag: Tag) -> bool:
    """What has a class of its own may look like anything, or like nothing."""
    classes = {*tag.attributes.get("class", "").split()}
    own = {"div": CALLOUTS, "p": {SCREEN}}
    return _renames(tag) or not classes <= own.get(tag.name, {CITED})


def _renames(tag: Tag) -> bool:
    """Whether whoever hears an element, or waits on it, is told something else than its words."""
    is_cited = tag.name == "a" and CITED in tag.attributes.get("class", "").split()
    return not is_cited and any(name in RENAMING or name.startswith("aria-") for name in tag.attributes)


def is_care(tag: Tag) -> bool:
    """Whether an element is a box of care."""
    return CARE in tag.attributes.get("class", "").split()
