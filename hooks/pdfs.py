"""The PDFs of worksheets, checklists and workbook join the site."""

from guide_mkdocs import publish, reading_of


def on_files(files, *, config):
    pdfs = reading_of(files, config).pdfs
    for papers in pdfs.values():
        for pdf in papers.values():
            publish(pdf.url, pdf.data, files, config)
    return files
