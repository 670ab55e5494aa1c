"""Tables with empty cells, on a worksheet: each empty one is a field."""

from xml.etree.ElementTree import Element, SubElement

from guide.dialect.form import UNSEEN, Form
from guide.dialect.text import id_from


def make_cells(form: Form, table: Element) -> None:
    """Make the empty cells of a table fields, each named by its column and its row."""
    columns = [cell for row in table.iter("thead") for cell in row.iter("th")]
    heads = [(form.words(cell), form.hand_over(cell)) for cell in columns]
    if not any(words for words, _ in heads):
        form.fault(table, "table-header")
    table.set("class", "fill")
    for cell in table.iter("th"):
        cell.set("scope", "col")
    for number, row in enumerate(filter(len, table.iterfind("tbody/tr")), 1):
        _row(form, row, heads, number)


def _row(form: Form, row: Element, heads: list[tuple[str, str]], number: int) -> None:
    first = form.words(row[0])
    own = form.hand_over(row[0]) or id_from(first, set()) if first else str(number)
    for cell, (head, column) in zip(row, heads, strict=False):
        if form.words(cell):
            continue
        words = f"{head}, {first or f'row {number}'}"
        name = form.name(words, cell, f"{column}-{own}" if column else "")
        attributes = {"type": "text", "id": name, "aria-label": words, **UNSEEN}
        cell.text = None
        cell.set("data-column", head)  # for a phone, where the head of the table is out of sight
        SubElement(cell, "input", attributes)
    if first:
        row[0].tag = "th"
        row[0].set("scope", "row")
