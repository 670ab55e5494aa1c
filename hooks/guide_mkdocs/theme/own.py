"""What the templates of a site have written themselves, and may run."""

import logging
import secrets
from pathlib import Path
from typing import Any

from guide.model.problems import for_logs, for_people, in_order, summary
from guide.reading.files import read_texts
from guide.renderers.policy import mark_of, no_policy, with_policy, without_marks
from guide.site.finished import check_finished, check_ids_once
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from guide_mkdocs.serving.served import served_of
from guide_mkdocs.settings.facts import folder_of_pages, is_serving
from guide_mkdocs.site import built_pages

log = logging.getLogger("mkdocs.hooks.guide")
_MARK = mark_of(secrets.token_hex(16))


def mark_own(env: Any) -> None:
    """Give the templates of a theme the word by which their scripts and styles are known: `<script{{ own }}>`."""
    env.globals["own"] = _MARK


def finish_policy(html: str, path: str, config: MkDocsConfig) -> str:
    """A page without those words, and with its policy; without it where MkDocs serves it and adds a script."""
    if is_serving(config) and not served_of(config):
        return without_marks(html, _MARK)
    try:
        return with_policy(html, _MARK)
    except ValueError as error:
        raise PluginError(for_people(no_policy(path))) from error


def check_site(config: MkDocsConfig) -> None:
    """Stop a build one of whose pages has no policy, or holds what runs and is not ours: strict or not.

    Two ids of one name are said, as what is wrong with a text is.
    """
    faulty = {path: html for path, html in built_pages(config).items() if _is_faulty(path, html)}
    texts = _texts_of_authors(config) if faulty else {}  # where the cause is looked for
    for problem in in_order([one for page in faulty.items() for one in check_ids_once(*page, texts)]):
        log.warning(for_logs(problem))
    problems = in_order([one for page in faulty.items() for one in check_finished(*page, texts)])
    if problems:
        raise PluginError("\n".join([*map(for_people, problems), "", summary(problems)]))


def _is_faulty(path: str, html: str) -> bool:
    return any(True for check in (check_ids_once, check_finished) for _ in check(path, html, {}))


def _texts_of_authors(config: MkDocsConfig) -> dict[str, str]:
    """What people have written, by the path of each file from the project's root."""
    settings = Path(config.config_file_path)
    texts = {f"{folder_of_pages(config)}/{path}": text for path, text in read_texts(Path(config.docs_dir)).items()}
    return {**texts, settings.name: settings.read_text(encoding="utf-8")}
