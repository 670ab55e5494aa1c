"""Each page of a build carries its Content-Security-Policy, and its host is told the same and more in `_headers`.

Not under `serve`: live reload writes a script into every page.
"""

from guide.policy import with_policy
from guide.renderers.headers import render_headers
from guide_mkdocs import built_pages, write_built

_serving = False


def on_startup(*, command, dirty):
    global _serving
    _serving = command == "serve"


def on_post_page(output, *, page, config):
    return output if _serving else with_policy(output)


def on_post_template(output_content, *, template_name, config):
    return output_content if _serving or not template_name.endswith(".html") else with_policy(output_content)


def on_post_build(*, config):
    if not _serving:
        write_built("_headers", render_headers(built_pages(config), config.site_url or ""), config)
