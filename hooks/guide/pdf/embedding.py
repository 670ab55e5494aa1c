"""A font put into a document, for what is typed there: one of two-byte codes (PDF 1.7, 9.7)."""

from guide.pdf.typing_font import TypingFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String


def embedded(font: TypingFont, pdf: Pdf) -> Dictionary:
    """The font as a document's fields name it."""
    name = Name(f"/{font.name}")
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([_shapes(font, name, pdf)]),
            ToUnicode=_stream(pdf, font.to_unicode),
        )
    )


def _shapes(font: TypingFont, name: Name, pdf: Pdf) -> Dictionary:
    """Its shapes, by their codes."""
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            CIDToGIDMap=_stream(pdf, font.shapes),
            W=_widths(font.widths),
            FontDescriptor=_descriptor(font, name, pdf),
        )
    )


def _descriptor(font: TypingFont, name: Name, pdf: Pdf) -> Dictionary:
    """Its measures, in thousandths of its size, and its file."""
    return pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,  # its codes are its own
            FontBBox=Array(font.box),
            ItalicAngle=0,
            Ascent=font.ascent,
            Descent=font.descent,
            CapHeight=font.cap_height,
            StemV=80,
            FontFile2=_stream(pdf, font.data, Length1=len(font.data)),
        )
    )


def _stream(pdf: Pdf, data: bytes, **facts) -> Dictionary:
    return pdf.make_indirect(Stream(pdf, data, **facts))


def _widths(widths: dict[int, int]) -> Array:
    """Widths by code, as PDF wants them: the first code of a run, then the widths of the run."""
    written = Array()
    before = None
    for code, width in widths.items():
        if before is None or code != before + 1:
            written.extend([code, Array()])
        written[-1].append(width)
        before = code
    return written
