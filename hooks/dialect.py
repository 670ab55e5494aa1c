"""Pages are read in the guide's own Markdown."""

from guide_mkdocs import speak_dialect, with_page_context


def on_config(config):
    speak_dialect(config)
    return config


def on_page_markdown(markdown, *, page, config, files):
    return with_page_context(markdown, page)
