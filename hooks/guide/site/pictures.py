"""A picture that is published is one, of the kind that its name says, and no reader's device is too small for it."""

from pathlib import PurePosixPath

from guide.model.problems import Problem
from guide.reading.files import FoundFile
from guide.reading.picture import HEAVIEST, KINDS

LONGEST = 4_000
"""Pixels of a side: a browser makes four bytes of each, however few there are in the file."""


def picture_fault(file: FoundFile, source: str) -> Problem | None:
    """Why a picture is not published; None where it is, and for what is none by its ending."""
    picture, kind = file.picture, KINDS.get(PurePosixPath(file.path).suffix.lower())
    if picture is None:
        return None
    if picture.bytes > HEAVIEST:
        return _too_large(source, f"{picture.bytes:,} bytes")
    if kind and kind != picture.kind:
        return _another(source, kind, picture.kind)
    return _too_large(source, "{:,} × {:,} pixels".format(*picture.size)) if max(picture.size) > LONGEST else None


def _another(source: str, named: str, kind: str) -> Problem:
    return Problem(
        source,
        1,
        f"It is named as a picture ({named}), and holds {f'another kind ({kind})' if kind else 'none'}.",
        "A browser would show nothing there, or a host would send it as something that it is not.",
        "Save it anew as such a picture, and look at it.",
    )


def _too_large(source: str, how: str) -> Problem:
    return Problem(
        source,
        1,
        f"The picture has {how}, and is not published.",
        "A small phone would wait for it long, pay for it, or have no room to show it.",
        f"Save it anew, with at most {LONGEST:,} pixels a side and {HEAVIEST:,} bytes.",
    )
