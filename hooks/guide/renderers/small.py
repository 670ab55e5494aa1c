"""Scripts and styles as they are sent: without what only people read, and with short names inside functions."""

import re
from functools import lru_cache

from turbohtml.clean import minify_css, minify_js

from guide.model.problems import Problem

OFFSET = re.compile(r"(.*) at offset (\d+)(.*)", re.DOTALL)
MAKERS = {".css": minify_css, ".js": minify_js}


def is_for_browsers(path: str) -> bool:
    """Whether a file is a script or a style."""
    return _ending(path) in MAKERS


# A build asks for the same styles on page after page, and `serve` on edit after edit.
@lru_cache(maxsize=256)
def small(text: str, path: str) -> str:
    """The text of a script or a style, as the ending of its path says, in fewer bytes.

    Raises ValueError for a script that no browser could read.
    """
    return MAKERS[_ending(path)](text)


def no_script(path: str, text: str, error: ValueError) -> Problem:
    """What is said of a script that no browser could read."""
    what, offset, beside = OFFSET.fullmatch(str(error)).groups()
    line = text[: int(offset)].count("\n") + 1
    return Problem(
        path,
        line,
        f"This is no script that a browser could read: {what}{beside}.",
        "It would do nothing on any page.",
        "Mend the line, or one shortly before it.",
    )


def _ending(path: str) -> str:
    return path[path.rfind(".") :]
