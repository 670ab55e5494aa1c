"""Worksheets: what each says of itself, and lists of them."""

from guide_mkdocs import put_parts

PARTS = ["sheet-facts", "sheet-tools", "page-break", "worksheets", "all-worksheets", "workbook"]


def on_page_content(html, *, page, config, files):
    return put_parts(html, PARTS, page, files, config)
