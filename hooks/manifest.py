"""`guide.json`: what the guide holds, for other programs."""

from guide.renderers.manifest import render_manifest
from guide_mkdocs import publish, reading_of


def on_files(files, *, config):
    reading = reading_of(files, config)
    publish("guide.json", render_manifest(reading.guide, reading.pdfs), files, config)
    return files
