"""The search's index joins the site; nothing of it is fetched before somebody searches."""

from guide.cache import folder_for
from guide.editions.folder import as_script
from guide.search.index import FIRST, render_index
from guide.site.assets import place_index
from guide_mkdocs import asset_address, build_of, is_at_once, is_for_folder, publish

READER = "assets/search.js"


def on_env(env, *, config, files):
    if is_at_once(config):
        return env
    pieces = render_index(build_of(files, config).guide, folder_for("search"))
    for path, text in pieces.items():
        address = place_index(path, asset_address(READER, config)) if path == FIRST else path
        if is_for_folder(config):
            publish(address.replace(".json", ".js"), as_script(address, text), files, config)
        else:
            publish(address, text, files, config)
    return env
