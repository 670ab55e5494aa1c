"""What a page is, said to search engines as data (JSON-LD), after its text."""

from guide.renderers.linked_data import render_linked_data
from guide_mkdocs import place_of_page, site_words


def on_page_content(html, *, page, config, files):
    return html + render_linked_data(place_of_page(page, files, config), site_words(config))
