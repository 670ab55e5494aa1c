"""Checklists get their tools, a page of their own for paper, and a list of them all."""

from guide.renderers.checklists import print_address, print_front_matter, print_request
from guide_mkdocs import build_of, publish_page, put_parts


def on_files(files, *, config):
    guide = build_of(files, config).guide
    for checklist in guide.checklists:
        address = print_address(checklist)
        if address != checklist.page:
            path = f"{address.rstrip('/')}.md"
            publish_page(path, print_front_matter(checklist), print_request(checklist), files, config)
    return files


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["checklist-tools", "checklists", "print"], page, files, config)
