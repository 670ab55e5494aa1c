"""The search's index joins the site; nothing of it is fetched before somebody searches."""

from pathlib import Path

from guide.folder_edition import as_script
from guide.search.index import render_index
from guide_mkdocs import is_for_folder, publish, reading_of


def on_files(files, *, config):
    kept = Path(config.config_file_path).parent / ".cache/search"
    for address, text in render_index(reading_of(files, config).guide, kept).items():
        if is_for_folder(config):
            publish(address.replace(".json", ".js"), as_script(address, text), files, config)
        else:
            publish(address, text, files, config)
    return files
