"""What the generator must know of a site, from its mkdocs.yml, where no MkDocs is there to read it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from pathspec import GitIgnoreSpec

from guide.dialect import new_parser
from guide.problems import Problem

NEVER_BUILT = [".*", "/templates/"]  # in any site, by MkDocs' own rule


@dataclass(frozen=True)
class Settings:
    """One site, as the check must know it."""

    docs: Path
    """The folder of its pages."""
    theme: Path | None
    """The folder of its templates; None where it has none of its own."""
    sheets: Mapping[str, Any]
    """What every sheet says alike."""
    extensions: Mapping[str, Any]
    """The Markdown extensions that it adds to ours: their names (`extra`), and their options (`configs`)."""
    not_built: tuple[GitIgnoreSpec, ...]
    """Which pages are kept out of the site, and which are drafts."""

    def built(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Those of {path from the folder of pages: text} that make the site: all data, and the pages that are built."""
        return {
            path: text
            for path, text in texts.items()
            if not (path.endswith(".md") and any(spec.match_file(path) for spec in self.not_built))
        }


def read_settings(path: Path) -> tuple[Settings, list[Problem]]:
    """The settings of a site; where they cannot be read, or there are none, what holds for any."""
    try:
        written = _read(path) if path.exists() else {}
        settings = _settings_of(written, path.parent)
        new_parser(**settings.extensions)
    except Exception as error:  # a site's own extensions may raise anything
        return _settings_of({}, path.parent), [_unreadable(path, error)]
    return settings, [] if written.get("use_directory_urls", True) else [not_folders(path.as_posix())]


def site_of(name: str, url: str, language: str) -> dict[str, Any]:
    """What every sheet says alike. The address is short enough to be typed: no scheme; "" where the site names none."""
    place = urlsplit(url)
    address = f"{place.netloc}{place.path.rstrip('/')}/" if place.netloc else ""
    return {"site": name, "lang": language, "address": address, "words": {"page": "Page", "of": "of"}}


def folder_of(docs: Path, root: Path) -> str:
    """The folder of pages, as seen from the project's root; its name alone where it stands elsewhere."""
    docs, root = docs.absolute(), root.absolute()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name


def not_folders(path: str) -> Problem:
    """A site whose pages are files of their own names cannot be a guide."""
    return Problem(
        path,
        1,
        "The setting “use_directory_urls” is false.",
        "A page of a guide is a folder (steps/trust/), and its links, sheets and copies lead there.",
        "Take the line out.",
    )


class _Loader(yaml.UnsafeLoader):
    """Reads what MkDocs reads: a file that names its own hooks may name other Python things as well."""


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    """`!ENV NAME`, or `!ENV [NAME, OTHER, default]`; a value is read as YAML reads it."""
    names = [node.value] if isinstance(node, yaml.ScalarNode) else loader.construct_sequence(node)
    default = names.pop() if len(names) > 1 else None
    told = next((os.environ[name] for name in names if name in os.environ), None)
    if told is None:
        return default
    return loader.construct_object(yaml.ScalarNode(loader.resolve(yaml.ScalarNode, told, (True, False)), told))


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)  # what means something to MkDocs alone


def _read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) or {}


def _settings_of(written: dict[str, Any], root: Path) -> Settings:
    theme = written.get("theme") if isinstance(written.get("theme"), dict) else {}
    excluded, drafts = ((written.get(name) or "").splitlines() for name in ("exclude_docs", "draft_docs"))
    return Settings(
        docs=root / (written.get("docs_dir") or "docs"),
        theme=root / theme["custom_dir"] if theme.get("custom_dir") else None,
        sheets=site_of(written.get("site_name") or "", written.get("site_url") or "", theme.get("language") or "en"),
        extensions=_extensions_of(written.get("markdown_extensions") or []),
        not_built=(GitIgnoreSpec.from_lines([*NEVER_BUILT, *excluded]), GitIgnoreSpec.from_lines(drafts)),
    )


def _extensions_of(written: list[Any] | dict[str, Any]) -> dict[str, Any]:
    """Their names and options, in either way of writing them: `[toc, {abbr: options}]`, or `{toc: , abbr: options}`."""
    one_by_one = [written] if isinstance(written, dict) else written
    options: dict[str, Any] = {}
    for one in one_by_one:
        options |= one if isinstance(one, dict) else {one: None}
    return {"extra": list(options), "configs": {name: value for name, value in options.items() if value}}


def _unreadable(path: Path, error: Exception) -> Problem:
    mark, reason = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
    return Problem(
        path.as_posix(),
        mark.line + 1 if mark else 1,
        f"The settings cannot be read: {' '.join(reason.split()).rstrip('.')}.",
        "No page could be read as the build reads it.",
        "Mend the line; or install the Markdown extension that it names, or take that out.",
    )
