"""Worksheets: what each says of itself, lists of them, and the PDFs of every sheet, list and the workbook."""

from guide_mkdocs import build_of, publish, put_parts

PARTS = ["sheet-facts", "sheet-tools", "page-break", "worksheets", "all-worksheets", "workbook"]


def on_files(files, *, config):
    for papers in build_of(files, config).pdfs.values():
        for pdf in papers.values():
            publish(pdf.url, pdf.data, files, config)
    return files


def on_page_content(html, *, page, config, files):
    return put_parts(html, PARTS, page, files, config)
