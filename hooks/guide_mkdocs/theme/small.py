"""The scripts and styles of a theme, sent as small as they can be."""

from pathlib import Path

from guide.model.problems import for_people
from guide.renderers.small import is_for_browsers, no_script, small
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from guide_mkdocs.sources import files_of_theme


def send_small(files: Files, config: MkDocsConfig) -> None:
    """Make those small that no template puts together. What stands among the pages is its author's, and stays.

    Stops a build where one, or a part of one, is no script.
    """
    for file in files_of_theme(files, config):
        if is_for_browsers(file.src_uri):
            text = file.content_string
            try:
                file.content_string = small(text, file.src_uri)
            except ValueError as error:
                problem = no_script(f"{Path(file.src_dir).name}/{file.src_uri}", text, error)
                raise PluginError(for_people(problem)) from error
