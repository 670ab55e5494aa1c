"""The directory of people who can help."""

from guide_mkdocs import put_parts


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["help-lines"], page, files, config)
