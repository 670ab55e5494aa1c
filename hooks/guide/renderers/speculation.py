"""Speculation rules: a browser that knows them fetches the next page while a finger is still on the link.

Never sooner: on a phone, any word but `conservative` fetches what merely comes into view. Only the page's own text is
fetched, from our own host, and nothing of it is run or seen. Nothing is fetched from a safety page or ahead of one:
such a page is on the device of nobody who has not opened it.
Source: html.spec.whatwg.org/multipage/speculative-loading.html.
"""

import json
from urllib.parse import urlsplit

from guide.model.guide import Guide

ADDRESS = "assets/speculation-rules.json"
# Links that lead away, that save a file, or that stand on a safety page.
NEVER = "[data-guide=exit], [download], [data-kind=safety] *"


def render_speculation_rules(guide: Guide, site_url: str) -> str:
    """The rules as JSON; `site_url` is where the site is, "" for the root of its host."""
    root = urlsplit(site_url).path or "/"
    where = [
        {"href_matches": f"{root}*"},
        {"not": {"href_matches": [f"{root}{page.url}" for page in guide.of_kind("safety")]}},
        {"not": {"selector_matches": NEVER}},
    ]
    return json.dumps({"prefetch": [{"where": {"and": where}, "eagerness": "conservative"}]})
