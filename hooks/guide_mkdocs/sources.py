"""Which files make the site, by MkDocs' own rules, and what stands in them."""

from dataclasses import replace
from pathlib import Path

from guide.editions.archive import file_name
from guide.reading.encoding import readable
from guide.reading.files import FoundFile, found_files, read_data, templates_in
from guide.reading.settings import DATA, asked_for
from guide.site.publishing import Publishing
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from guide_mkdocs.settings.facts import is_serving, theme_of

HOME = "./"
EDITIONS = "print/"
"""Where the whole guide as one file stands."""


def publishing_of(folder: str, config: MkDocsConfig) -> Publishing:
    """What this site may publish; `folder` is what its folder of pages is called."""
    theme = theme_of(config)
    names = [file.path for file in found_files(theme)] if theme else []
    editions = [f"{EDITIONS}{file_name(config.site_name or '')}.{ending}" for ending in ("epub", "zip")]
    return Publishing(folder, asked_for("publish", config.extra), templates_in(theme), [*names, *editions])


def leave_out(files: Files, publishing: Publishing, config: MkDocsConfig) -> tuple[list[FoundFile], Publishing]:
    """Take out of a build what is not to be published, data among it.

    What MkDocs would publish of the folder; and `publishing`, which then knows what the site leaves out.
    """
    own = {file.src_uri: file for file in files if _is_own(file, config) and file.inclusion.is_in_serve()}
    everything = found_files(Path(config.docs_dir))
    found = [file for file in everything if file.path in own]
    data = {path for path in own if path.startswith(DATA)}
    publishing = replace(publishing, kept_back={file.path for file in everything} - set(own))
    for path in data | {file.path for file in found if publishing.refusal_of(file)}:
        files.remove(own[path])
    return [file for file in found if file.path not in data], publishing


def _is_own(file: File, config: MkDocsConfig) -> bool:
    """Whether a file stands in the folder of pages, and was not made by this build or taken from a theme."""
    return file.generated_by is None and bool(file.src_dir) and Path(file.src_dir) == Path(config.docs_dir)


def files_of_theme(files: Files, config: MkDocsConfig) -> list[File]:
    """Those that stand in the site's own theme, and not in the one that it builds on."""
    theme = theme_of(config)
    return [file for file in files if theme and file.src_dir and Path(file.src_dir) == theme]


def texts_of(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """{path from the folder of pages: text} of every page that is shown, and of the data beside them.

    A page that is not UTF-8 must not stop MkDocs: it is given what can be read. That it is not is one of the problems.
    """
    shown = InclusionLevel.is_in_serve if is_serving(config) else InclusionLevel.is_included
    texts = read_data(Path(config.docs_dir))
    for file in files.documentation_pages(inclusion=shown):
        text = file.content_bytes.decode("utf-8", errors="surrogateescape")
        texts[file.src_uri] = text
        mended, problems = readable(text, file.src_uri)
        if problems:
            file.content_string = mended
    return texts


def urls_of(files: Files) -> dict[str, str]:
    """Where each file of the site stands, by its path from the folder of pages; the home page is ""."""
    return {file.src_uri: "" if file.url == HOME else file.url for file in files}
