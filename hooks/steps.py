"""The path of the steps, wherever a page asks for it."""

from guide_mkdocs import put_parts


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["steps"], page, files, config)
