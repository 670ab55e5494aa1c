"""Each page of a build carries its Content-Security-Policy, and its host is told the same and more in `_headers`.

Not under `serve`: live reload writes a script into every page. `_headers` also says where the browser finds what it may
fetch ahead of a reader. At the end every page is read as a browser would, whoever made it: nothing runs but our own.
"""

from guide.renderers.speculation import ADDRESS, render_speculation_rules
from guide.site.hosting.netlify import render_headers, render_redirects
from guide_mkdocs import (
    build_of,
    built_pages,
    check_site,
    finish_policy,
    is_serving,
    last,
    mark_own,
    publish,
    write_built,
)


def on_files(files, *, config):
    publish(ADDRESS, render_speculation_rules(build_of(files, config).guide, config.site_url or ""), files, config)
    return files


def on_env(env, *, config, files):
    mark_own(env)
    return env


def on_post_page(output, *, page, config):
    return finish_policy(output, page.file.src_uri, config)


def on_post_template(output_content, *, template_name, config):
    is_page = template_name.endswith(".html")
    return finish_policy(output_content, template_name, config) if is_page else output_content


@last
def on_post_build(*, config):
    if not is_serving(config):
        check_site(config)
        pages = built_pages(config)
        write_built("_headers", render_headers(pages, config.site_url or ""), config)
        # A host that runs Jekyll over a site (GitHub Pages, from a branch) would else leave out the scripts' folder.
        write_built(".nojekyll", "", config)
        redirects = render_redirects(pages)
        if redirects:
            write_built("_redirects", redirects, config)
