"""The guide for machines: `guide.json`, `llms.txt`, Markdown copies, JSON-LD, a shared link's card, redirects."""

from guide.renderers.linked_data import render_linked_data
from guide.renderers.llms import render_llms
from guide.renderers.manifest import render_manifest
from guide.renderers.markdown import render_markdown
from guide.renderers.redirects import redirects_of, render_redirect
from guide_mkdocs import (
    build_of,
    card_of,
    is_at_once,
    place_of,
    place_of_page,
    publish,
    site_words,
    write_built,
)

CARD = "assets/card.png"


def on_files(files, *, config):
    build = build_of(files, config)
    publish("guide.json", render_manifest(build.guide, build.pdfs), files, config)
    publish("llms.txt", render_llms(build.guide, site_words(config)), files, config)
    for old, target in redirects_of(build.guide).items():
        publish(f"{old}index.html", render_redirect(place_of(old, files, config), target), files, config)
    card = card_of(files, config)
    if card:
        publish(CARD, card, files, config)
        # Whoever shows it is elsewhere, so it needs its whole address.
        config.extra["card"] = config.site_url + CARD
    return files


def on_env(env, *, config, files):
    if is_at_once(config):
        return env
    # Not published: MkDocs would take a Markdown file for one more page.
    for page in build_of(files, config).guide.pages:
        write_built(f"{page.url}index.md", render_markdown(place_of(page.url, files, config)), config)
    return env


def on_page_content(html, *, page, config, files):
    return html + render_linked_data(place_of_page(page, files, config), site_words(config))
