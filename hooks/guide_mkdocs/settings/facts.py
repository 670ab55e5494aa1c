"""The settings of a site, as its build needs them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from guide.model.problems import Problem, for_people
from guide.reading.files import found_files
from guide.reading.settings import folder_of, not_folders, odd_addresses, odd_language, odd_mail, site_of
from guide.site.leaving import Settings
from guide.site.publishing import check_links
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from guide_mkdocs.settings.files import line_of
from guide_mkdocs.theme.marks import odd_marks


def take_over_markdown(config: MkDocsConfig) -> None:
    """Keep the Markdown extensions of a site for our one reading of each page, and leave MkDocs none of them."""
    config.extra.setdefault("markdown", {"extra": list(config.markdown_extensions), "configs": config.mdx_configs})
    config.markdown_extensions, config.mdx_configs = [], {}


def markdown_of(config: MkDocsConfig) -> dict[str, Any]:
    """The Markdown extensions of a site: their names (`extra`), and their options (`configs`)."""
    return config.extra["markdown"]


def folder_of_pages(config: MkDocsConfig) -> str:
    """The folder of pages, as seen from the project's root."""
    return folder_of(Path(config.docs_dir), Path(config.config_file_path).parent)


def site_facts(config: MkDocsConfig) -> dict[str, Any]:
    """What every sheet says alike."""
    return site_of(config.site_name or "", home_of(config), language_of(config))


def insist_on_folders(config: MkDocsConfig) -> None:
    """Stop a build whose pages would be files of their own names."""
    if not config.use_directory_urls:
        raise ConfigurationError(for_people(not_folders(Path(config.config_file_path).name)))


def insist_on_own_files(config: MkDocsConfig) -> None:
    """Stop a build that would publish files from outside of its folders, or lead each page to no address of the web."""
    problems = foreign_to(config, folder_of_pages(config), Path(config.config_file_path).name)
    if problems:
        raise ConfigurationError("\n".join(map(for_people, problems)))


def foreign_to(config: MkDocsConfig, folder: str, path: str) -> list[Problem]:
    """Links out of the folders of a site, and settings that lead nowhere on the web.

    `folder` and `path` are what its folder of pages and its settings are called.
    """
    theme = theme_of(config)
    links = check_links({folder: found_files(Path(config.docs_dir))})
    links += check_links({theme.name: found_files(theme)}) if theme else []
    addresses = {"site_url": config.site_url, "repo_url": config.repo_url, "exit_url": config.extra.get("exit_url")}
    addresses |= {name: _mending_by(config, name) for name in ("edit_uri", "edit_uri_template")}
    return [
        *links,
        *odd_addresses(addresses, path),
        *odd_language(config.theme.get("language"), path, line_of(Path(config.config_file_path), "theme", "language")),
        *odd_mail(config.extra.get("mail"), path),
        *odd_marks(config, path),
    ]


def _mending_by(config: MkDocsConfig, name: str) -> str:
    """Where a setting leads to from the address of the sources, but for a page's own part; "" where it is not there."""
    value = re.sub(r"{[^}]*}", "", str(config[name] or ""))
    return urljoin((config.repo_url or "").rstrip("/") + "/", value) if value and config.repo_url else ""


def ways_of(config: MkDocsConfig) -> Settings:
    """What the settings say of the ways that readers have; nothing where there is no file of settings."""
    path = Path(config.config_file_path)
    exit_url = str(config.extra.get("exit_url") or "")
    return Settings(path.name, exit_url, tuple(listed_in(config.nav or []))) if path.exists() else Settings("")


def listed_in(nav: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Each entry of the navigation as it is written, with its name, "" where it has none."""
    if isinstance(nav, str):
        yield name, nav
    elif isinstance(nav, dict):
        for inner_name, entry in nav.items():
            yield from listed_in(entry, str(inner_name))
    elif isinstance(nav, list):
        for entry in nav:
            yield from listed_in(entry)


def theme_of(config: MkDocsConfig) -> Path | None:
    """The folder of a site's own templates; None where it has none."""
    return Path(config.theme.custom_dir) if config.theme.custom_dir else None


def is_serving(config: MkDocsConfig) -> bool:
    """Whether this build is only to be looked at while its author writes: drafts are shown too."""
    return bool(config.extra.get("serving"))


def is_for_folder(config: MkDocsConfig) -> bool:
    """Whether this build is for a folder that a reader takes along, and not for a server."""
    return bool(config.extra.get("for_folder"))


def forget_addresses(config: MkDocsConfig) -> None:
    """Let no page say where the site or its sources stand. Paper and the book, which are the same files, still do."""
    config.extra["home"] = config.site_url
    config.site_url = config.repo_url = config.edit_uri = config.extra["mail"] = ""
    config.edit_uri_template = None


def language_of(config: MkDocsConfig) -> str:
    """The language of a site; English where it names none."""
    return config.theme.get("language") or "en"


def home_of(config: MkDocsConfig) -> str:
    """Where the site stands; "" where nobody knows."""
    return config.site_url or config.extra.get("home") or ""


def site_words(config: MkDocsConfig) -> dict[str, str]:
    """What the site says of itself; "" for what it does not say."""
    return {
        "name": config.site_name or "",
        "description": config.site_description or "",
        "url": config.site_url or "",
        "lang": language_of(config),
    }
