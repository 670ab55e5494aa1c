"""The search's index joins the site; nothing of it is fetched before somebody searches."""

from guide.cache import folder_for
from guide.editions.folder import as_script
from guide.search.index import render_index
from guide_mkdocs import build_of, is_at_once, is_for_folder, publish


def on_files(files, *, config):
    if is_at_once(config):
        return files
    for address, text in render_index(build_of(files, config).guide, folder_for("search")).items():
        if is_for_folder(config):
            publish(address.replace(".json", ".js"), as_script(address, text), files, config)
        else:
            publish(address, text, files, config)
    return files
