"""The edition for a folder, which a reader takes along: its pages open where there is no server."""

from guide.folder_edition import for_folder
from guide_mkdocs import forget_addresses, is_for_folder


def on_config(config):
    if is_for_folder(config):
        forget_addresses(config)
    return config


def on_post_page(output, *, page, config):
    return for_folder(output) if is_for_folder(config) else output
