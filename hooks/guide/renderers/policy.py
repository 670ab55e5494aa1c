"""The Content-Security-Policy of a page: its own files, and the styles and scripts that its templates write into it.

A policy that allowed whatever stands in a page would allow what an author, a data file or a plugin has smuggled in. So
each template marks its own with a word that is made anew for each build, which nobody else can know; the marks are
taken out again, and only what had one is allowed, by its hash.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

from guide.model.problems import Problem

NAMES = ("style", "script")
OPENING = "default-src 'none';base-uri 'none';form-action 'none';img-src 'self';connect-src 'self'"
# Before it nothing may stand that a browser acts on; right after it, the policy rules over all that follows.
CHARSET = re.compile(
    r"\s*<!doctype html>\s*<html[^<>]*>\s*<head>\s*<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE
)
META = '\n<meta http-equiv="Content-Security-Policy" content="{}">'
HASH = re.compile(r"'sha256-[^']+'")


def mark_of(word: str) -> str:
    """What a template writes into each `<script>` and `<style>` of its own, right after its name."""
    return f' data-own="{word}"'


NOBODY = mark_of("")
"""The mark of a page that runs nothing."""


def with_policy(html: str, mark: str = NOBODY) -> str:
    """The page without marks and with the strictest policy under which what was marked still works.

    Raises ValueError where nothing says that it would be the first thing that a browser meets.
    """
    page = without_marks(html, mark)
    start = CHARSET.match(page)
    if not start:
        raise ValueError("no <meta charset> right at the beginning of <head>")
    return page[: start.end()] + META.format(_policy(_hashes(html, mark))) + page[start.end() :]


def without_marks(html: str, mark: str) -> str:
    """The page as its readers get it."""
    return html.replace(mark, "")


def policy_in(html: str) -> str:
    """The policy that a page carries where it rules over everything; "" where none does."""
    start = CHARSET.match(html)
    found = start and re.compile(META.format('([^"]*)')).match(html, start.end())
    return found[1] if found else ""


def without_policy(html: str) -> str:
    """The page without the policy that rules over everything in it, for a host that tells it in a header."""
    start = CHARSET.match(html)
    found = start and re.compile(META.format('[^"]*')).match(html, start.end())
    return html[: found.start()] + html[found.end() :] if found else html


def policy_of(*policies: str, styles: Iterable[str] = (), scripts: Iterable[str] = ()) -> str:
    """The strictest policy under which the pages that have these still work: it allows what any of them does.

    The texts of `styles` and `scripts` are allowed besides.
    """
    hashes = {name: dict.fromkeys(map(hash_of, texts)) for name, texts in zip(NAMES, (styles, scripts), strict=True)}
    for directive in (part for policy in policies for part in policy.split(";")):
        name = directive.partition("-")[0]
        if name in hashes:
            hashes[name].update(dict.fromkeys(HASH.findall(directive)))
    return _policy(hashes)


def no_policy(path: str) -> Problem:
    """What is said of a page that could not be given one."""
    return Problem(
        path,
        1,
        "The page cannot be given its policy.",
        "A browser would run and load whatever stands in it.",
        'Let its template begin as overrides/base.html does:  <head>  and then  <meta charset="utf-8">',
    )


def hash_of(text: str) -> str:
    """The source expression that allows a script or a style of this text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _hashes(html: str, mark: str) -> dict[str, dict[str, None]]:
    own = re.compile(rf"<({'|'.join(NAMES)}){re.escape(mark)}(?![^>]*\bsrc=)[^>]*>")
    hashes: dict[str, dict[str, None]] = {name: {} for name in NAMES}
    for found in own.finditer(html):
        end = html.find(f"</{found[1]}>", found.end())
        if end >= 0:
            hashes[found[1]][hash_of(html[found.end() : end])] = None
    return hashes


def _policy(hashes: dict[str, Iterable[str]]) -> str:
    return ";".join([OPENING, *(" ".join([f"{name}-src 'self'", *allowed]) for name, allowed in hashes.items())])
