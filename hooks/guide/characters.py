"""The characters of a file. What is no UTF-8 is told, and shown as a sign that stands for it."""

import re

from guide.problems import Problem

# Python's own way to keep a byte that is no character: the `surrogateescape` with which files are read.
KEPT_BYTE = re.compile("[\udc80-\udcff]")
BYTE_ORDER_MARK = "\ufeff"
SIGN = "\ufffd"


def readable(text: str, path: str) -> tuple[str, list[Problem]]:
    """A text as people can read it; its first byte that is no character is a problem."""
    found = KEPT_BYTE.search(text)
    problems = [_not_utf_8(path, text.count("\n", 0, found.start()) + 1)] if found else []
    return KEPT_BYTE.sub(SIGN, text.removeprefix(BYTE_ORDER_MARK)), problems


def _not_utf_8(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        "The file is not saved as UTF-8.",
        f"Readers would see {SIGN} in place of quotes, dashes and letters with accents.",
        "Open it in its old encoding (often Windows-1252), and save it as UTF-8.",
    )
