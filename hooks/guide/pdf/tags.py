"""The tree of tags that Typst leaves, mended where a screen reader would be told too little or too much."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Pdf


def name_headers(pdf: Pdf) -> None:
    """Say of each header of a table whether it heads a column or a row, and drop the empty labels of bare lists."""
    for element in list(_elements(pdf.Root.StructTreeRoot)):
        if element.get("/S") == Name.TR:
            _head_row(element)
        kids = element.get("/K")
        if isinstance(kids, Array):
            element.K = Array([kid for kid in kids if not _empty_label(kid)])


def _head_row(row: Dictionary) -> None:
    cells = list(row.K) if isinstance(row.K, Array) else [row.K]
    for cell in cells:
        if cell.S == Name.TH:
            cell.A = Dictionary(O=Name.Table, Scope=Name.Column)
    filled = [_has_field(cell) for cell in cells]
    if cells[0].S == Name.TD and not filled[0] and any(filled):
        cells[0].S = Name.TH
        cells[0].A = Dictionary(O=Name.Table, Scope=Name.Row)


def _has_field(cell: Dictionary) -> bool:
    return any(element.get("/S") == Name.Form for element in _elements(cell))


def _empty_label(kid) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/S") == Name.Lbl and len(kid.get("/K", Array())) == 0


def _elements(element: Dictionary) -> Iterator[Dictionary]:
    """An element of the tree of tags, and all below it."""
    if not isinstance(element, Dictionary) or element.get("/Type") in (Name.OBJR, Name.MCR):
        return
    yield element
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        yield from _elements(kid)
