"""The search's index joins the site; nothing of it is fetched before somebody searches."""

from guide.search.index import render_index
from guide_mkdocs import publish, reading_of


def on_files(files, *, config):
    publish("search/index.json", render_index(reading_of(files, config).guide), files, config)
    return files
