"""Checklists get their tools, a page of their own for paper, and a list of them all."""

from guide.renderers.checklists import print_address, print_source
from guide_mkdocs import publish, put_parts, reading_of


def on_files(files, *, config):
    guide = reading_of(files, config).guide
    for checklist in guide.checklists:
        address = print_address(checklist)
        if address != checklist.page:
            publish(f"{address.rstrip('/')}.md", print_source(checklist), files, config)
    return files


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["checklist-tools", "checklists", "print"], page, files, config)
