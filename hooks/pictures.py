"""Small drawings, put into the page itself: no request, and they follow its colours."""

from guide_mkdocs import put_parts


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["picture"], page, files, config)
