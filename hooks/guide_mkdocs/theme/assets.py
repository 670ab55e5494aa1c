"""The scripts and styles of a theme join the site at addresses that change with them, and templates name those."""

from typing import Any

from guide.renderers.small import is_for_browsers
from guide.site.assets import place_assets
from mkdocs.commands.build import _build_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import contextfilter

from guide_mkdocs.settings.facts import theme_of
from guide_mkdocs.site import publish
from guide_mkdocs.sources import files_of_theme

NAME, TEMPLATES = "assets", "asset_templates"


def publish_assets(env: Any, files: Files, config: MkDocsConfig) -> None:
    """Publish them, before the first page is made. In any template the `url` of one is its new address from now on."""
    assets = {**_as_they_are(files, config), **_from_templates(env, files, config)}
    try:
        places = config.extra[NAME] = place_assets(assets)
    except ValueError as error:
        raise PluginError(str(error)) from error
    for path, data in assets.items():
        publish(places[path], data, files, config)
    plain = env.filters["url"]
    env.filters["url"] = contextfilter(lambda context, value: plain(context, places.get(str(value), value)))


def asset_address(path: str, config: MkDocsConfig) -> str:
    """Where a script or a style of the theme stands; "" where it has none of that path."""
    return config.extra[NAME].get(path, "")


def hand_back_templates(config: MkDocsConfig) -> None:
    """Let the next build by the same settings find them as they were."""
    config.theme.static_templates |= set(config.extra[TEMPLATES])


def _as_they_are(files: Files, config: MkDocsConfig) -> dict[str, bytes]:
    """Those that MkDocs would copy from the theme's folder; it copies them no more."""
    found = [file for file in files_of_theme(files, config) if is_for_browsers(file.src_uri)]
    assets = [file for file in found if file.inclusion.is_included()]
    for file in assets:
        files.remove(file)
    return {file.src_uri: file.content_bytes for file in assets}


def _from_templates(env: Any, files: Files, config: MkDocsConfig) -> dict[str, bytes]:
    """Those that are put together from smaller ones. They know nothing of pages."""
    names, nav = _taken_over(config), Navigation([], [])
    return {name: _build_template(name, env.get_template(name), files, config, nav).encode() for name in names}


def _taken_over(config: MkDocsConfig) -> list[str]:
    """The templates that MkDocs would write where they stand in the theme; it does not in this build."""
    theme = theme_of(config)
    asked = [name for name in config.theme.static_templates if is_for_browsers(name)]
    names = config.extra[TEMPLATES] = sorted(name for name in asked if theme and (theme / name).is_file())
    config.theme.static_templates -= set(names)
    return names
