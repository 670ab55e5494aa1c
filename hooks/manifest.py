"""`guide.json`: what the guide holds, for other programs."""

from guide.renderers.manifest import render_manifest
from guide_mkdocs import guide_of, publish_text


def on_files(files, *, config):
    guide, _ = guide_of(files, config)
    publish_text("guide.json", render_manifest(guide), files, config)
    return files
