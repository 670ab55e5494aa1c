"""Worksheets: what each says of itself, lists of them, and the PDFs of every sheet, list and the workbook."""

from guide.renderers.examples import example_front_matter, example_request
from guide.renderers.worksheets import with_room_on_paper
from guide_mkdocs import build_of, is_at_once, place_of_page, publish, publish_page, put_parts

PARTS = ["example", "sheet-facts", "sheet-tools", "page-break", "worksheets", "all-worksheets", "workbook"]


def on_files(files, *, config):
    build = build_of(files, config)
    for papers in {} if is_at_once(config) else build.pdfs.values():
        for pdf in papers.values():
            publish(pdf.url, pdf.data, files, config)
    guide = build.guide
    for example in guide.examples:
        path = f"{example.address.rstrip('/')}.md"
        publish_page(path, example_front_matter(guide, example), example_request(example), files, config)
    return files


def on_page_content(html, *, page, config, files):
    html = with_room_on_paper(place_of_page(page, files, config), html)
    return put_parts(html, PARTS, page, files, config)
