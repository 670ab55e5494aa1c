"""The guide may be kept on a reader's device: the part that offers it, and the worker that keeps it."""

from guide.renderers.worker import render_kept
from guide_mkdocs import built_files, fragments_of, put_parts, write_built


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["on-device"], page, files, config)


def on_post_build(*, config):
    for path, text in render_kept(fragments_of(config), built_files(config)).items():
        write_built(path, text, config)
