"""Old addresses lead on."""

from guide.renderers.redirects import redirects_of, render_redirect
from guide_mkdocs import place_of, publish, reading_of


def on_files(files, *, config):
    guide = reading_of(files, config).guide
    for old, target in redirects_of(guide).items():
        publish(f"{old}index.html", render_redirect(place_of(old, files, config), target), files, config)
    return files
