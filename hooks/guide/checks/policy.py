"""A page runs and loads the site's own files and nothing else, as its policy says; no text may ask for more."""

import re
from collections.abc import Iterator

from guide.addresses import parts_of
from guide.model import Guide
from guide.problems import Problem
from guide.tags import Tag, tags_of

LOOKS = "Take it out: how things look is said in overrides/assets/styles/."
DEEDS = "Take it out: what a page does is said in overrides/assets/scripts/."
LINK = "Take it out, and lead there by a link:  [what it is](https://…)"
FILE = "Put the file into docs/ beside the page, and write its name:  ![What it shows](picture.png)"
# No page may hold these; how to do without each.
ELEMENTS = {
    **dict.fromkeys(("link", "style"), LOOKS),
    **dict.fromkeys(("base", "meta", "script"), DEEDS),
    **dict.fromkeys(("applet", "audio", "embed", "frame", "iframe", "object", "video"), LINK),
}
IN_DRAWINGS = ("image", "use", "feimage")  # what these name by `href` is loaded; elsewhere it is led to
PARTS = re.compile(r"[\s,]+")
PASSED_OVER = re.compile(r"[\x00-\x20]+")  # by a browser that reads an address


def check_policy(guide: Guide) -> Iterator[Problem]:
    """The HTML of every page, written as such or made of its Markdown, and every drawing."""
    for page in guide.pages:
        yield from _check_tags(page.source, page.html)
    for name, drawing in (guide.data.get("pictures") or {}).items():
        yield from _check_tags(guide.data_file(f"pictures/{name}.svg"), drawing)


def _check_tags(source: str, html: str) -> Iterator[Problem]:
    for tag in tags_of(html):
        if tag.name in ELEMENTS:
            yield _problem(source, tag, f"<{tag.name}> stands in the text.", ELEMENTS[tag.name])
        else:
            yield from _check_attributes(source, tag)


def _check_attributes(source: str, tag: Tag) -> Iterator[Problem]:
    for name, value in tag.attributes.items():
        if name.startswith("on") or PASSED_OVER.sub("", value).lower().startswith("javascript:"):
            yield _problem(source, tag, f"“{name}” of <{tag.name}> runs a script.", DEEDS)
        elif name == "style":
            yield _problem(source, tag, f"“style” of <{tag.name}> says how it looks.", LOOKS)
        elif _loads(tag, name) and any(map(_is_elsewhere, PARTS.split(value))):
            yield _problem(source, tag, f"<{tag.name}> loads from elsewhere: “{value}”.", FILE)


def _loads(tag: Tag, attribute: str) -> bool:
    return attribute in ("src", "srcset") or (tag.name in IN_DRAWINGS and attribute.endswith("href"))


def _is_elsewhere(address: str) -> bool:
    target = parts_of(address)
    return bool(target.scheme or target.netloc)


def _problem(source: str, tag: Tag, what: str, mend: str) -> Problem:
    why = "A page runs and loads the site's own files only: its policy stops all else, or would be loosened by it."
    return Problem(source, tag.line, what, why, mend)
