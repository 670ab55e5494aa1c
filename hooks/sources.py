"""Sources: those that a page cites, and all of them."""

from guide_mkdocs import put_parts


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["sources", "references"], page, files, config)
