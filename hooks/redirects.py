"""Old addresses lead on."""

from guide.renderers.redirects import redirects_of, render_redirect
from guide_mkdocs import guide_of, place_of, publish


def on_files(files, *, config):
    guide, _, _ = guide_of(files, config)
    for old, target in redirects_of(guide).items():
        publish(f"{old}index.html", render_redirect(place_of(old, files, config), target), files, config)
    return files
