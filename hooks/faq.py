"""The index of questions, and what stands below each answer."""

from guide_mkdocs import put_parts


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["questions", "question-tools"], page, files, config)
