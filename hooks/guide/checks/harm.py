"""What an element would do besides showing its words: run something, lead away, load from elsewhere, change the looks.

It asks of each element what browsers know, old and new, whatever the page's policy would stop of it: the policy is the
second lock, and a page that is opened from a folder, framed or copied may have lost it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.checks.html_tags import Tag
from guide.model.form_names import FORM_NAMES
from guide.text.addresses import parts_of

LOOKS = "Take it out: how things look is said in overrides/assets/styles/."
DEEDS = "Take it out: what a page does is said in overrides/assets/scripts/."
LINK = "Take it out, and lead there by a link:  [what it is](https://…)"
FILE = "Put the file into docs/ beside the page, and write its name:  ![What it shows](picture.png)"
WORDS = "Take it out, and write its words as plain text."
ADDRESS = "Write an address that begins with  https:  mailto:  tel:  or  sms:"

# No text may hold these; how to do without each. Those that run or lead away, and those whose words a browser reads
# in another way than it seems: there a tag hides behind what looks like text, or a text behind what looks like a tag.
ACTIVE = {
    **dict.fromkeys(("base", "frameset", "meta", "script", "template"), DEEDS),
    "link": LOOKS,
    # A browser merges these with the page's own: who hides or stills that one takes “Leave” away.
    **dict.fromkeys(("html", "head", "body"), WORDS),
    **dict.fromkeys(("animate", "animatemotion", "animatetransform", "discard", "set"), DEEDS),
    **dict.fromkeys(("handler", "listener", "maction"), DEEDS),
    **dict.fromkeys(("annotation-xml", "foreignobject", "listing", "noembed", "noframes", "noscript"), WORDS),
    **dict.fromkeys(("plaintext", "xmp"), WORDS),
    **dict.fromkeys(("applet", "embed", "object"), LINK),
}
# The policy stops these without harm; the page would show a hole.
PASSIVE = {
    **dict.fromkeys(("style", "font", "basefont"), LOOKS),
    **dict.fromkeys(("audio", "bgsound", "fencedframe", "frame", "iframe", "portal", "video"), LINK),
    "dialog": WORDS,
    "bdo": WORDS,  # shows letters and figures in another order than they are written
    "marquee": WORDS,
}
# Attributes that run, send or lead, by themselves or when somebody presses what has them.
RUNNING = re.compile(
    r"on.*|srcdoc|ping|attributionsrc|background|(?:form)?(?:action|method|enctype)|http-equiv|manifest|xml:base|nonce"
)
# These open and close parts of the page, the contents or a layer without its way out, in the place of our scripts.
OPENING = re.compile(r"popover.*|command.*|interest.*|referrerpolicy|data-(?:worker|exit|own)")
# These hide or still what stands there, or take the keyboard from where a reader left it.
HIDING = re.compile(r"hidden|inert|contenteditable|autofocus|accesskey|tabindex")
# From before there were styles: white words on white, and lines that are wider than a phone.
LOOKING = re.compile(r"style|color|bgcolor|face|text|[av]?link|nowrap|[hv]space")
LEADING = re.compile(r"(?:.*[:-])?(?:href|src|data|cite|longdesc|usemap|codebase|classid|poster|lowsrc|dynsrc)")
# What a form knows by its id, before anything of its own.
NAMED = {"button", "fieldset", "img", "input", "object", "output", "select", "textarea"}
LOADING = ("src", "srcset", "poster", "imagesrcset", "lowsrc", "dynsrc", "longdesc")
HARMLESS = {"alt", "class", "for", "title", "type", "value", "d"}  # most of all that there are
# What a drawing is filled, cut or filtered with may be a file of somebody else's.
PAINTED = re.compile(r"url\(\s*[\"']?\s*(?!#)([^\"')]*)|\b(?:image|image-set|src)\(\s*[\"']([^\"']*)", re.IGNORECASE)
ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)  # in a style, a letter by its number
PARTS = re.compile(r"[\s,]+")
PASSED_OVER = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff]+")  # by a browser that reads an address
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
WAYS = {"http", "https", "mailto", "tel", "sms"}
SCRIPTS = {"javascript", "vbscript", "data", "livescript", "mocha"}


@dataclass(frozen=True)
class Harm:
    """One thing that an element would do."""

    what: str
    mend: str
    runs: bool
    """Whether it runs or leads away; else it would only load, or change the looks."""


def harm_of(tag: Tag) -> Iterator[Harm]:
    """All of it."""
    name = tag.name.rpartition(":")[2]
    if name in ACTIVE or (name == "title" and not tag.in_drawing):
        yield Harm(f"<{tag.name}> stands in the text.", ACTIVE.get(name, WORDS), runs=True)
    elif name in PASSIVE:
        yield Harm(f"<{tag.name}> stands in the text.", PASSIVE[name], runs=False)
    else:
        yield from harm_of_attributes(tag)


def harm_of_attributes(tag: Tag) -> Iterator[Harm]:
    """What its attributes would do, where the element itself may be there."""
    for name, value in tag.attributes.items():
        if "<!--" in value:
            yield Harm(f"“{name}” of <{tag.name}> holds a comment, which is none there.", WORDS, runs=True)
        harm = None if name in HARMLESS else _harm_of_attribute(tag, name, value)
        if harm:
            yield harm


def does_harm(tag: Tag, name: str, value: str) -> bool:
    """Whether an attribute, alone on such an element, would do any of it."""
    return any(True for _ in harm_of_attributes(Tag(tag.name, {name: value}, tag.line, tag.in_drawing)))


def _harm_of_attribute(tag: Tag, name: str, value: str) -> Harm | None:
    here = f"“{name}” of <{tag.name}>"
    scheme = _scheme_of(value) if LEADING.fullmatch(name) else ""
    if RUNNING.fullmatch(name) or (scheme in SCRIPTS and not (name in LOADING and tag.name == "img")):
        return Harm(f"{here} runs a script.", DEEDS, runs=True)
    if OPENING.fullmatch(name):
        return Harm(f"{here} changes what the page does.", DEEDS, runs=False)
    if HIDING.fullmatch(name):
        return Harm(f"{here} hides what stands there, or moves the keyboard.", "Take it out.", runs=False)
    if name == "rel" and "opener" in value.lower().split():
        return Harm(f"{here} hands this page to the one it leads to.", "Take  opener  out of it.", runs=True)
    if _takes_name(tag, name, value):
        return Harm(f"{here} takes a name that scripts go by: “{value}”.", "Take it out, or choose another.", runs=True)
    if LOOKING.fullmatch(name) and (name == "style" or not tag.in_drawing):
        return Harm(f"{here} says how it looks.", LOOKS, runs=False)
    if _loads(tag, name) and any(map(_is_elsewhere, PARTS.split(value))):
        return Harm(f"<{tag.name}> loads from elsewhere: “{value}”.", FILE, runs=False)
    if scheme and scheme not in WAYS:
        return Harm(f"{here} opens something else than a page: “{value}”.", ADDRESS, runs=True)
    if "@" in parts_of(PASSED_OVER.sub("", value)).netloc and LEADING.fullmatch(name):
        return Harm(f"{here} leads to another host than it shows: “{value}”.", ADDRESS, runs=False)
    painted = PAINTED.search(ESCAPED.sub(_letter, value)) if tag.in_drawing else None
    if painted and _is_elsewhere(painted[1] or painted[2] or ""):
        return Harm(f"<{tag.name}> loads from elsewhere: “{value}”.", FILE, runs=False)
    return None


def _takes_name(tag: Tag, attribute: str, value: str) -> bool:
    """Whether a script that asks the page or a form for something of that name would be given this element."""
    is_known = value.lower() in FORM_NAMES
    if attribute == "id":
        return is_known and tag.name in NAMED
    return attribute == "name" and (tag.name in ("form", "img") or is_known or "query" in value.lower())


def _scheme_of(value: str) -> str:
    found = SCHEME.match(PASSED_OVER.sub("", value))
    return found[0].lower() if found else ""


def _loads(tag: Tag, attribute: str) -> bool:
    """In a drawing, all but a link loads what it names by `href`."""
    return attribute in LOADING or (tag.in_drawing and tag.name != "a" and attribute.endswith("href"))


def _letter(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return chr(number) if number <= 0x10FFFF else ""


def _is_elsewhere(address: str) -> bool:
    """Browsers take a backslash for a slash."""
    target = parts_of(PASSED_OVER.sub("", address).replace("\\", "/"))
    return bool(target.scheme or target.netloc)
