"""A site of which one page is made when it is asked for, by the same steps and events of MkDocs as in a whole build."""

from pathlib import Path

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from guide_mkdocs.pages import introduce_page
from guide_mkdocs.serving.served import NAME, Served
from guide_mkdocs.settings.unsafe import insist_on_safe
from guide_mkdocs.theme.env import theme_env


class SiteAtOnce:
    """All that a build does before its first page is made, and then each page by itself."""

    def __init__(self, config: MkDocsConfig) -> None:
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files, env = get_files(config), theme_env(config)
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        self.config, self.files = config, files
        self.nav = config.plugins.on_nav(nav, config=config, files=files)
        self.pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self.untitled, self.read = {file.src_uri for file in self.pages if not _introduced(file, self)}, set()
        self.env = config.plugins.on_env(env, config=config, files=files)
        self.by_address = {file.dest_uri: file for file in files if file.inclusion.is_in_serve()}

    def answer(self, path: str) -> bytes | None:
        """A file of the site by its path, `steps/talk/index.html`; None for what comes with the whole site."""
        file = self.by_address.get(path)
        if file is not None and file.is_documentation_page():
            return self._page(file)
        if path in self.config.theme.static_templates:
            build._build_theme_template(path, self.env, self.files, self.config, self.nav)
            return _written(Path(self.config.site_dir) / path)
        return file.content_bytes if file else None

    def _page(self, file: File) -> bytes | None:
        page = file.page
        if file.src_uri not in self.read:
            if file.src_uri in self.untitled:
                vars(page).pop("title", None)
            build._populate_page(page, self.config, self.files)
            self.read.add(file.src_uri)
        drafted = file.inclusion.is_excluded()
        build._build_page(page, self.config, self.pages, self.nav, self.env, excluded=drafted)
        return _written(Path(file.abs_dest_path))


def load_served(path: Path, site: Path, served: Served) -> MkDocsConfig:
    """The settings of a site that is served, to be built in the folder `site`."""
    insist_on_safe(path)
    config = load_config(str(path.absolute()), site_dir=str(site))
    config.extra[NAME] = served
    return config


def _introduced(file: File, site: SiteAtOnce) -> bool:
    """Whether the navigation has given a page its title; others are told what it says of itself."""
    if file.page is None:
        Page(None, file, site.config)
    named = "title" in vars(file.page)
    introduce_page(file.page, site.files, site.config)
    return named


def _written(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
