"""The whole guide to take along: as one file, in a folder that opens without a server, and kept on a reader's device.

It stands after policy.py, for the pages of the folder widen the policy that they were given there.
"""

from guide.editions.folder import for_folder
from guide.editions.on_device import render_kept
from guide_mkdocs import (
    build_of,
    built_files,
    forget_addresses,
    fragments_of,
    is_at_once,
    is_for_folder,
    publish,
    put_parts,
    write_built,
)


def on_config(config):
    if is_for_folder(config):
        forget_addresses(config)
    return config


def on_files(files, *, config):
    if is_at_once(config):
        return files
    for edition in build_of(files, config).editions.values():
        publish(edition.url, edition.data, files, config)
    return files


def on_page_content(html, *, page, config, files):
    return put_parts(html, ["editions", "on-device"], page, files, config)


def on_post_page(output, *, page, config):
    return for_folder(output) if is_for_folder(config) else output


def on_post_build(*, config):
    if is_for_folder(config):  # opened as files: no browser runs a worker there
        return
    for path, text in render_kept(fragments_of(config), built_files(config)).items():
        write_built(path, text, config)
