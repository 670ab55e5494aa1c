"""Each page of a build carries its Content-Security-Policy, and its host is told the same and more in `_headers`.

Not under `serve`: live reload writes a script into every page.
"""

from guide.policy import with_policy
from guide.renderers.headers import render_headers
from guide_mkdocs import built_pages, is_serving, write_built


def on_post_page(output, *, page, config):
    return output if is_serving(config) else with_policy(output)


def on_post_template(output_content, *, template_name, config):
    is_page = template_name.endswith(".html") and not is_serving(config)
    return with_policy(output_content) if is_page else output_content


def on_post_build(*, config):
    if not is_serving(config):
        write_built("_headers", render_headers(built_pages(config), config.site_url or ""), config)
