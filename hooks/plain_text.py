"""The guide for programs that read text: `llms.txt`, and a Markdown copy beside each page."""

from guide.renderers.llms import render_llms
from guide.renderers.markdown import render_markdown
from guide_mkdocs import place_of, publish, reading_of, site_words, write_built


def on_files(files, *, config):
    publish("llms.txt", render_llms(reading_of(files, config).guide, site_words(config)), files, config)
    return files


def on_env(env, *, config, files):
    # Not published: MkDocs would take a Markdown file for one more page.
    for page in reading_of(files, config).guide.pages:
        write_built(f"{page.url}index.md", render_markdown(place_of(page.url, files, config)), config)
    return env
