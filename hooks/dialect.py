"""Pages are read once, in the guide's own Markdown, and MkDocs is handed their finished HTML."""

from guide_mkdocs import finish_page, first, last, take_over_markdown, take_text


def on_config(config):
    take_over_markdown(config)
    return config


@last
def on_page_markdown(markdown, *, page, config, files):
    return take_text(markdown, page, files, config)


@first
def on_page_content(html, *, page, config, files):
    return finish_page(html, page, files, config)
