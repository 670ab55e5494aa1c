"""How many fields a sheet has: paper and PDF take time and room for each, and nobody fills in hundreds."""

from xml.etree.ElementTree import Element

from guide.dialect.lines import line_of

MOST = 200
"""Each box, blank, room to write, point of a scale and choice is one; ours have 70."""
FIELDS = {"input", "textarea"}


def line_of_too_many(whole: Element) -> int:
    """The line of the first field that is too much on a sheet, or in a list of boxes; 0 where none is."""
    line = count = 0
    for element in whole.iter():
        line = line_of(element, line)
        count += element.tag in FIELDS
        if count > MOST:
            return line or 1
    return 0
