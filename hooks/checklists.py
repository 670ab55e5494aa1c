"""Checklists get their tools, a page of their own for paper, and a list of them all."""

import json

from guide.renderers.checklists import print_address
from guide_mkdocs import guide_of, publish, put_parts


def on_files(files, *, config):
    guide, _, _ = guide_of(files, config)
    for checklist in guide.checklists:
        address = print_address(checklist)
        if address != checklist.page:
            page = f"---\ntitle: {json.dumps(checklist.title, ensure_ascii=False)}\ntemplate: print.html\n---\n<!-- guide: print {checklist.id} -->\n"
            publish(f"{address.rstrip('/')}.md", page, files, config)
    return files


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["checklist-tools", "checklists", "print"], page, files, config)
