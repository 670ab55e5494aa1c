"""The search's index joins the site; nothing of it is fetched before somebody searches."""

from guide.search.index import render_index
from guide_mkdocs import publish, reading_of


def on_files(files, *, config):
    for address, text in render_index(reading_of(files, config).guide).items():
        publish(address, text, files, config)
    return files
