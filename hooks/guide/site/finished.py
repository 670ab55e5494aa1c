"""Finished pages, as a browser would read them: nothing runs there but what the templates have written.

An author's text is checked before (guide/checks/policy.py), with its lines. Here the rest comes to light as well: what
data, settings, parts, another plugin or a template have put around it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from guide.checks.harm import Harm, harm_of
from guide.checks.html_tags import FRAME, HTML, MOST_ALIKE, Document, Tag, tag_of, whole_page
from guide.checks.policy import problem_of
from guide.model.problems import Problem
from guide.renderers.policy import hash_of, no_policy, policy_in
from guide.text.addresses import parts_of
from guide.text.attributes import value_of

HEAD_LINKS = {"canonical", "alternate", "icon", "stylesheet", "prev", "next"}
# A page that leads on from an old address, and nothing else: no page with words on it may.
REDIRECT = ["html", "head", "meta", "meta", "meta", "meta", "link", "title", "body", "main", "h1", "p", "a", "script"]
DATA = "application/ld+json"
FRAMED = {"lang", "dir", "data-kind"}
"""What the templates write on the frame of a page; anything else has come from a second one."""
SHORTEST = 4  # signs, of what is looked for among what authors wrote: less is found anywhere


def check_finished(path: str, html: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with one page. `path` is said where none of `texts`, {source: text}, is found to be the cause."""
    if not policy_in(html):
        yield no_policy(path)
    readings = [True, False] if _page_of(html).find("noscript") else [True]
    for tag, harm in dict.fromkeys(found for scripting in readings for found in _harm_in(html, scripting)):
        yield problem_of(harm, *_cause(path, tag, texts))


def check_ids_once(path: str, html: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Ids that stand twice on a page: of two an author is told before; here is what the build has put beside them."""
    ids = [*filter(None, (element.attrs["id"] for element in _page_of(html).find_all(id=True)))]
    if len(ids) == len(set(ids)):
        return
    twice = sorted(name for name, times in Counter(ids).items() if times > 1)
    own = {source: text for source, text in texts.items() if path.removesuffix("/index.html") in source}
    for name in twice:
        yield Problem(
            *_cause(path, (f"{{#{name}", f'id="{name}"', f"id='{name}'"), own),
            f"The id “{name}” stands twice on /{path.removesuffix('index.html')}.",
            "A link to the one, a kept answer or a script would reach the other.",
            "Give what an author has named another id.",
        )


@lru_cache(2)
def _page_of(html: str, scripting: bool = True) -> Document:
    """A page as it is read, which more than one rule asks for."""
    return whole_page(html, scripting)


def _harm_in(html: str, scripting: bool) -> Iterator[tuple["_Found", Harm]]:
    elements = _page_of(html, scripting).find_all(True)
    names = [element.tag for element in elements]
    body = names.index("body") if "body" in names else len(names)
    leads_on, policy = names == REDIRECT, policy_in(html)
    for place, element in enumerate(elements):
        # Few run anything, so this is asked first.
        attributes = tuple([(name, value_of(value)) for name, value in element.attrs.items()])
        running = _running(names[place], attributes, element.namespace is not HTML)
        if not running:
            continue
        tag = tag_of(element, 0, says=False)
        if not _is_ours(tag, place < body, policy, leads_on):
            yield from ((_words_of(tag), harm) for harm in running)


@lru_cache(MOST_ALIKE)
def _running(name: str, attributes: tuple[tuple[str, str], ...], in_drawing: bool) -> tuple[Harm, ...]:
    """What such an element would run. Most of a page is the same as on every other one, and judged once."""
    written = {name.lower(): value for name, value in attributes}
    return tuple(harm for harm in harm_of(Tag(name.lower(), written, 0, in_drawing)) if harm.runs)


_Found = tuple[str, ...]
"""What an element holds, the longest first, and how it begins."""


def _words_of(tag: Tag) -> _Found:
    words = sorted({*tag.attributes.values(), *tag.text.splitlines()}, key=len, reverse=True)
    return (*words, f"<{tag.name}")


def _is_ours(tag: Tag, in_head: bool, policy: str, leads_on: bool) -> bool:
    """Whether it is one of those elements that no text may hold, and every page does."""
    if tag.name == "script":
        return _is_our_script(tag, policy)
    if tag.name in FRAME:
        return set(tag.attributes) <= FRAMED
    if tag.name == "meta":
        order = tag.attributes.get("http-equiv", "").lower()
        known = order == "content-security-policy" or (order == "refresh" and leads_on and _leads_inside(tag))
        return in_head and (not order or known)
    if tag.name == "link":
        return in_head and tag.attributes.get("rel") in HEAD_LINKS
    return tag.name == "noscript" or (tag.name == "title" and in_head)


def _is_our_script(tag: Tag, policy: str) -> bool:
    if "src" in tag.attributes:
        target = parts_of(tag.attributes["src"])
        return not (target.scheme or target.netloc) and set(tag.attributes) <= {"src", "defer"}
    return tag.attributes.get("type") == DATA or hash_of(tag.text) in policy


def _leads_inside(tag: Tag) -> bool:
    target = parts_of(tag.attributes.get("content", "").partition("url=")[2].replace("\\", "/"))
    return not (target.scheme or target.netloc)


def _cause(path: str, words: _Found, texts: Mapping[str, str]) -> tuple[str, int]:
    """The source and the line where the longest of the words stands as it was written."""
    near = path.removesuffix("index.html").rstrip("/")
    for source in sorted(texts, key=lambda source: near not in source):
        text = texts[source]
        place = next((text.find(word) for word in words if len(word) >= SHORTEST and word in text), -1)
        if place >= 0:
            return source, text.count("\n", 0, place) + 1
    return path, 1
