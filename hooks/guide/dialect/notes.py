"""What the dialect notes on the elements of a page for whoever reads its tree, and no browser needs to know."""

import re

CLASSES = "data-class"
"""The classes of a second-level heading, by which its section is named."""
NAMES = ("line", "write", "wide", "written", "checklist", "twice", "head", "class")
# In a tag alone: the same words in a text or in code are its author's.
TAG = re.compile(r"<[A-Za-z][^<>]*")
NOTE = re.compile(rf"""\sdata-(?:{"|".join(NAMES)})="[^"]*\"""")


def without_notes(html: str) -> str:
    """HTML as readers get it."""
    return TAG.sub(lambda tag: NOTE.sub("", tag[0]), html)
