"""How a page sounds: a string of very short sentences tires as much as long ones do."""

import re
from collections.abc import Iterator

from guide.model.guide import Guide
from guide.model.page import Page
from guide.model.problems import NOTICE, Problem
from guide.text.addresses import nearest_folder
from guide.text.prose import whole_sentences, words_of

QUOTED = re.compile('“[^”]*”|"[^"]*"')
ENOUGH = 26
"""Sentences that a page must have to have a rhythm at all: one with fewer is mostly signposts."""


def check_rhythm(guide: Guide) -> Iterator[Problem]:
    """The promise stands in docs/_data/shape.yml: `rhythm`, by folder ("" is everywhere).

    `short` is how many words a sentence has at most that counts as a short one, `share` how large a part of a page's
    sentences may be such. Headings are none, nor what somebody says: people speak in short ones.
    """
    promises = guide.shape.get("rhythm") or {}
    for page in guide.pages:
        folder = nearest_folder(page.url, promises)
        if folder is not None:
            yield from _check_page(page, **promises[folder])


def _check_page(page: Page, short: float, share: float) -> Iterator[Problem]:
    headings = {heading.text for heading in page.headings}
    blocks = [(QUOTED.sub(" ", text), line) for text, line in page.prose if text not in headings]
    sentences = [(len(words_of(sentence)), line) for text, line in blocks for sentence in whole_sentences(text)]
    found = [line for length, line in sentences if length <= short]
    if len(sentences) >= ENOUGH and len(found) > share * len(sentences):
        worst = max(found, key=found.count)
        yield Problem(
            page.source,
            worst,
            f"{len(found)} of the page's {len(sentences)} sentences have {short:g} words or fewer.",
            "Read aloud, it sounds like a telegram, and how one thing leads to the next is lost.",
            "Begin here: join two by the word that shows how they belong together (because, so, but, when).",
            NOTICE,
        )
