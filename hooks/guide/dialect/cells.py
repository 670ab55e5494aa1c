"""Tables with empty cells, on a worksheet: each empty one is a field."""

from xml.etree.ElementTree import Element, SubElement

from guide.dialect.form import UNSEEN, Form


def make_cells(form: Form, table: Element) -> None:
    """Make the empty cells of a table fields, each named by its column and its row."""
    heads = [form.words(cell) for row in table.iter("thead") for cell in row.iter("th")]
    if not any(heads):
        form.fault(table, "table-header")
    table.set("class", "fill")
    for cell in table.iter("th"):
        cell.set("scope", "col")
    for number, row in enumerate(filter(len, table.iterfind("tbody/tr")), 1):
        _row(form, row, heads, number)


def _row(form: Form, row: Element, heads: list[str], number: int) -> None:
    first = form.words(row[0])
    for cell, head in zip(row, heads, strict=False):
        if form.words(cell):
            continue
        name = f"{head}, {first or f'row {number}'}"
        attributes = {"type": "text", "id": form.id_of(name), "aria-label": name, **UNSEEN}
        cell.text = None
        cell.set("data-column", head)  # for a phone, where the head of the table is out of sight
        SubElement(cell, "input", attributes)
    if first:
        row[0].tag = "th"
        row[0].set("scope", "row")
