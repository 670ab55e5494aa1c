"""Whether the site is only looked at, by `serve`: then drafts are shown too, and live reload writes into each page."""

_serving = False


def on_startup(*, command, dirty):
    global _serving
    _serving = command == "serve"


def on_config(config):
    config.extra["serving"] = _serving
    return config
