"""What is read is set alike: no quotation mark or apostrophe is the straight one of a typewriter."""

import re

from selectolax.lexbor import LexborHTMLParser

STRAIGHT = re.compile(r".{0,20}(?<=\w)['\"](?=\w).{0,20}")
"""Between two letters, in what a page shows; code is quoted as it is."""


def test_no_apostrophe_is_straight(site):
    """Neither in the text of pages nor in what comes from front matter and data."""
    found = []
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        tree.strip_tags(["script", "style", "code", "pre", "svg"], recursive=True)
        words = (tree.body.text() if tree.body else "") + " ".join(
            (one.attributes["content"] or "") for one in tree.css("meta[name=description], meta[property$=description]")
        )
        found += [(path.relative_to(site).as_posix(), hit) for hit in STRAIGHT.findall(words)]

    assert found == []
