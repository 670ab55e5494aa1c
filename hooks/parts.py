"""The smaller parts, wherever a page asks for them: the path of the steps, sources, help lines, drawings, calendars."""

from guide_mkdocs import put_parts

PARTS = ["calendar", "steps", "sources", "references", "help-lines", "lines-to-mend", "picture"]


def on_page_content(html, *, page, config, files):
    return put_parts(html, PARTS, page, files, config)
