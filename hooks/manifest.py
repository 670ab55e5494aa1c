"""`guide.json`: what the guide holds, for other programs."""

from guide.renderers.manifest import render_manifest
from guide_mkdocs import guide_of, publish


def on_files(files, *, config):
    guide, _, pdfs = guide_of(files, config)
    publish("guide.json", render_manifest(guide, pdfs), files, config)
    return files
