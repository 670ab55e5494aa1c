"""What a browser may fetch ahead of a reader; `_headers` tells it where the rules are."""

from guide.renderers.speculation import ADDRESS, render_speculation_rules
from guide_mkdocs import publish, reading_of


def on_files(files, *, config):
    publish(ADDRESS, render_speculation_rules(reading_of(files, config).guide, config.site_url or ""), files, config)
    return files
