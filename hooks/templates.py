"""What the templates need besides a page's own fields: the site's words, its steps, and which addresses there are.

Addresses are written as MkDocs writes those of its pages, `caf%C3%A9/` for `café/`, so that templates can compare them.
"""

from dataclasses import replace
from urllib.parse import quote

from guide_mkdocs import reading_of


def on_files(files, *, config):
    guide = reading_of(files, config).guide
    config.extra["words"] = guide.data.get("words") or {}
    config.extra["steps"] = [replace(step, url=quote(step.url)) for step in guide.steps]
    config.extra["addresses"] = {quote(page.url) for page in guide.pages}
    return files
