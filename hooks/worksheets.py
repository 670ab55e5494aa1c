"""Worksheets: what each says of itself, and lists of them."""

from guide_mkdocs import put_parts


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["sheet-facts", "worksheets", "all-worksheets", "workbook"], page, files, config)
