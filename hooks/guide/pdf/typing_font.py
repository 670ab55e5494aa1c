"""The font in which a reader types into a PDF: the sheet's own, cut down to the letters that people write in.

Latin with all its marks, Greek and Cyrillic. It goes in as a font of two-byte codes (the simple kind has room for 224
letters), and a letter's code is its number in Unicode: what a program writes by guess is right as well.
"""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

# Chromium's viewer asks a font called so for every letter. Of one by another name it takes Western letters alone, and
# drops those that no font of the machine has instead (İ, ı, ğ). Other viewers ask nothing of a name.
FONT = "/Wingdings"
# The first and the last character of each stretch; what the font lacks of them is left out.
LETTERS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),  # Western and Central Europe, the Baltic, Turkish, Maltese
    (0x1A0, 0x1A1),  # Vietnamese
    (0x1AF, 0x1B0),
    (0x218, 0x21B),  # Romanian
    (0x386, 0x3CE),  # Greek
    (0x401, 0x45F),  # Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian
    (0x490, 0x491),
    (0x1E80, 0x1E85),  # Welsh
    (0x1E9E, 0x1EF9),  # the capital ß, Vietnamese
    (0x2010, 0x2014),  # dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2022, 0x2022),
    (0x2026, 0x2026),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),  # coins
    (0x20B4, 0x20B4),
    (0x20BA, 0x20BD),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2212, 0x2212),
)
UNUSED = ("cmap", "post", "name", "OS/2", "BASE", "GDEF", "GPOS", "GSUB")  # a PDF asks for none of them
UNITS = 200  # to the letter’s size: a 20th of a point where people type, and a seventh fewer bytes in every sheet
# How far letters reach above and below their line, with every mark (Ẩ, g). Viewers set typed lines so far apart; the
# font itself asks for a seventh more, at which 600 words would not fit into the lines of a sheet.
ASCENT, DESCENT = 955, -250


@dataclass(frozen=True)
class TypingFont:
    """A font program and its measures, in thousandths of the letter's size."""

    name: str
    data: bytes
    widths: dict[int, int]
    """Of each letter, by its code."""
    shapes: bytes
    """Which shape of the program is drawn for a code: two bytes for each, from 0 on."""
    to_unicode: bytes
    """The map from codes to characters, as PDF wants it."""
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


@cache
def typing_font(path: Path) -> TypingFont:
    """Cut a TrueType font down and measure it."""
    font = _cut(path)
    unit = 1000 / font["head"].unitsPerEm
    head, letters, capitals = font["head"], font.getBestCmap(), font["OS/2"].sCapHeight
    shapes = [font.getGlyphID(letters.get(code, ".notdef")) for code in range(max(letters) + 1)]
    for table in UNUSED:
        if table in font:
            del font[table]
    written = io.BytesIO()
    font.save(written)
    return TypingFont(
        name=path.stem,
        data=written.getvalue(),
        widths={code: round(font["hmtx"][name][0] * unit) for code, name in sorted(letters.items())},
        shapes=b"".join(shape.to_bytes(2, "big") for shape in shapes),
        to_unicode=_map_of(sorted(letters)),
        ascent=ASCENT,
        descent=DESCENT,
        cap_height=round(capitals * unit),
        box=tuple(round(side * unit) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
    )


def _cut(path: Path) -> TTFont:
    """The font with those letters alone."""
    font = TTFont(io.BytesIO(path.read_bytes()), recalcTimestamp=False)
    options = subset.Options(layout_features=[], hinting=False, name_IDs=[], notdef_outline=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
    cutter.subset(font)
    scale_upem(font, UNITS)
    return font


def _map_of(codes: list[int]) -> bytes:
    """A CMap in which each code is its own character. A run of codes has one first byte, by the rules of a CMap."""
    rows = sorted({code >> 8 for code in codes})
    runs = [f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in rows]
    return CMAP.format(count=len(runs), runs="\n".join(runs)).encode()


CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{count} beginbfrange
{runs}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
