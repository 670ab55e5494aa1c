"""Tables with empty cells, on a worksheet: each empty one is a field."""

from xml.etree.ElementTree import Element, SubElement

from guide.dialect.form import UNSEEN, Form
from guide.dialect.strokes import WIDE
from guide.dialect.text import id_from

USUAL, LEAST = 20, 2
"""How many letters a field is wide if nothing is said, and at the least."""
SHORT = 9
"""A heading of so many letters, and half as long as the longest, stands above little; so does `sheet.typ`."""


def make_cells(form: Form, table: Element) -> None:
    """Make the empty cells of a table fields, each named by its column and its row."""
    columns = [cell for row in table.iter("thead") for cell in row.iter("th")]
    heads = [(form.words(cell), form.hand_over(cell)) for cell in columns]
    if not any(words for words, _ in heads):
        form.fault(table, "table-header")
    table.set("class", "fill")
    for cell in table.iter("th"):
        cell.set("scope", "col")
    rows = list(filter(len, table.iterfind("tbody/tr")))
    sizes = _sizes(columns, [words for words, _ in heads], [[form.words(cell) for cell in row] for row in rows])
    for number, row in enumerate(rows, 1):
        _row(form, row, heads, sizes, number)


def _sizes(columns: list[Element], heads: list[str], rows: list[list[str]]) -> list[int]:
    """How many letters wide the fields of each column are: as its author or its heading says, as in the PDF.

    A field has the width of its cell; the cells share what a table has as their fields ask for it.
    """
    filled = [at for at in range(len(heads)) if any(not cells[at] for cells in rows if at < len(cells))]
    written = [int(cell.get(WIDE) or 0) for cell in columns]
    longest = max((len(heads[at]) for at in filled), default=0)
    short = [len(head) <= SHORT and 2 * len(head) <= longest for head in heads]
    weights = written if all(written) else [1 if one else 2 for one in short]
    widest = max((weights[at] for at in filled), default=1)
    return [max(LEAST, round(USUAL * weight / widest)) for weight in weights]


def _row(form: Form, row: Element, heads: list[tuple[str, str]], sizes: list[int], number: int) -> None:
    first = form.words(row[0])
    own = form.hand_over(row[0]) or id_from(first, set()) if first else str(number)
    for cell, (head, column), size in zip(row, heads, sizes, strict=False):
        if form.words(cell):
            continue
        words = f"{head}, {first or f'row {number}'}"
        name = form.name(words, cell, f"{column}-{own}" if column else "")
        attributes = {"id": name, "rows": "1", "aria-label": words, **UNSEEN}
        if size != USUAL:
            attributes["cols"] = str(size)
        cell.text = None
        cell.set("data-column", head)  # for a phone, where the head of the table is out of sight
        SubElement(cell, "textarea", attributes)
    if first:
        row[0].tag = "th"
        row[0].set("scope", "row")
