"""What the templates need besides a page's own fields: the site's words, its steps, and which addresses there are.

Addresses are written as MkDocs writes those of its pages, `caf%C3%A9/` for `café/`, so that templates can compare them.
Whether the site is only looked at, by `serve`, is said here as well: then drafts are shown, and live reload writes into
each page. Numbers in a page are set apart from letters that are written from right to left. Scripts and styles are made
small on the way, and get their addresses here, before any other hook asks for one.
"""

import gc
from dataclasses import replace
from urllib.parse import quote

from guide.text.direction import is_from_right, with_numbers_apart
from guide_mkdocs import (
    add_filters,
    build_of,
    hand_back_templates,
    lead_to_sources,
    publish_assets,
    send_small,
    site_words,
)

_command = "build"


def on_startup(*, command, dirty):
    global _command
    _command = command
    # A build makes a great many small things and drops few of them: looking for those each 700 is a tenth of its work.
    # The newest are looked through often, for templates are let go in rings, and each holds its page; the rest seldom.
    gc.set_threshold(2_000, 50, 3)


def on_shutdown():
    global _command
    _command = "build"


def on_config(config):
    config.extra["serving"] = _command == "serve"
    lead_to_sources(config)
    config.extra["from_right"] = is_from_right(site_words(config)["lang"])
    return config


def on_files(files, *, config):
    guide = build_of(files, config).guide
    config.extra["words"] = guide.data.get("words") or {}
    config.extra["together"] = guide.together
    config.extra["steps"] = [replace(step, url=quote(step.url)) for step in guide.steps]
    config.extra["addresses"] = {quote(page.url) for page in guide.pages}
    send_small(files, config)
    return files


def on_env(env, *, config, files):
    add_filters(env)
    publish_assets(env, files, config)
    return env


def on_post_page(output, *, page, config):
    return with_numbers_apart(output)


def on_post_build(*, config):
    hand_back_templates(config)
