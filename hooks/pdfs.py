"""The PDFs of worksheets, checklists and workbook join the site."""

from guide_mkdocs import guide_of, publish


def on_files(files, *, config):
    _, _, pdfs = guide_of(files, config)
    for papers in pdfs.values():
        for pdf in papers.values():
            publish(pdf.url, pdf.data, files, config)
    return files
