"""The font in which a reader types into a PDF: the sheet's own, cut down to the characters of Western Europe."""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ENCODING = "cp1252"  # what PDF calls WinAnsi
FIRST, LAST = 32, 255


@dataclass(frozen=True)
class TypingFont:
    """A font program and its measures, in thousandths of the letter's size."""

    name: str
    data: bytes
    widths: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


@cache
def typing_font(path: Path) -> TypingFont:
    """Cut a TrueType font down and measure it."""
    characters = [_character(code) for code in range(FIRST, LAST + 1)]
    font = TTFont(io.BytesIO(path.read_bytes()), recalcTimestamp=False)
    options = subset.Options(layout_features=[], hinting=False, name_IDs=[1, 2, 3, 4, 6], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters if character])
    cutter.subset(font)
    written = io.BytesIO()
    font.save(written)
    unit = 1000 / font["head"].unitsPerEm
    glyphs, head = font.getBestCmap(), font["head"]
    widths = (font["hmtx"][glyphs[ord(one)]][0] if one and ord(one) in glyphs else 0 for one in characters)
    return TypingFont(
        name=path.stem,
        data=written.getvalue(),
        widths=tuple(round(width * unit) for width in widths),
        ascent=round(font["hhea"].ascent * unit),
        descent=round(font["hhea"].descent * unit),
        cap_height=round(font["OS/2"].sCapHeight * unit),
        box=tuple(round(side * unit) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )


def _character(code: int) -> str:
    """The character of a code, or "" for the five codes that have none."""
    return bytes([code]).decode(ENCODING, errors="ignore")
