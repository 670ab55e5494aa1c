"""How a site's readers are led to the text of what they read."""

from pathlib import Path
from urllib.parse import urljoin

from guide.authors.hosts import check_host, edit_template, kind_of, line_of
from guide.model.guide import Guide
from guide.model.problems import Problem
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from guide_mkdocs.settings.facts import folder_of_pages

OWN = ("edit_uri", "edit_uri_template")
"""MkDocs' own settings for this."""
DATA = ("help-lines",)
"""Files of data whose lines are shown with a way to mend them."""


def lead_to_sources(config: MkDocsConfig) -> None:
    """Let MkDocs know where each page is mended: by the settings, where they say it, else by the repository's host."""
    if config.repo_url and not _says_itself(config):
        config.repo_url = config.repo_url.removesuffix("/").removesuffix(".git")
        branch = str(config.extra.get("repo_branch") or "main")
        config.edit_uri = None
        config.edit_uri_template = edit_template(_kind(config), branch, folder_of_pages(config))


def edit_urls_of(guide: Guide, config: MkDocsConfig) -> dict[str, str]:
    """Where each source can be mended, by its path from the project's root; empty where nobody knows."""
    template, folder = config.edit_uri_template, config.edit_uri
    if not (config.repo_url and (template or folder)):
        return {}
    files = {page.source: page.file for page in guide.pages}
    files |= {guide.data_file(f"{name}.yml"): f"_data/{name}.yml" for name in DATA}
    root = config.repo_url.rstrip("/") + "/"
    return {
        source: urljoin(
            root, template.format(path=file, path_noext=file.rpartition(".")[0]) if template else folder + file
        )
        for source, file in files.items()
    }


def line_mark(config: MkDocsConfig) -> str:
    """What is put behind such an address to lead to a line."""
    return line_of(_kind(config))


def check_mending(config: MkDocsConfig) -> list[Problem]:
    """What is wrong with the settings for it."""
    if _says_itself(config):
        return []
    return check_host(config.repo_url or "", _told(config), Path(config.config_file_path).name)


def _kind(config: MkDocsConfig) -> str:
    return kind_of(config.repo_url or "", _told(config))


def _told(config: MkDocsConfig) -> str:
    return str(config.extra.get("repo_host") or "")


def _says_itself(config: MkDocsConfig) -> bool:
    """Whether the file of settings holds one of MkDocs' own; for hosts that it knows, MkDocs itself makes one up."""
    path = Path(config.config_file_path)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        written = yaml_load(file, loader=get_yaml_loader(config=config))
    return any(name in (written or {}) for name in OWN)
