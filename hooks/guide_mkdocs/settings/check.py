"""A site's mkdocs.yml, read as MkDocs reads it, for the check: what MkDocs would refuse or warn of is a Problem."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from guide.dialect import REPLACED
from guide.model.problems import Problem
from guide.reading.encoding import readable
from guide.reading.settings import not_folders
from guide.reading.yaml_lines import keys_twice
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from guide_mkdocs.settings.facts import listed_in
from guide_mkdocs.settings.unsafe import refused
from guide_mkdocs.settings.whole import check_settings, is_ours
from guide_mkdocs.theme.env import theme_env

CONFIG = "mkdocs.yml"
QUOTED = re.compile("['‘“\"]([^'’”\"]+)['’”\"]")
WHY = "The build would stop, or leave something out."
MEND = "Mend the line; mkdocs.org tells what each setting may be."
OURS = "mkdocs.hooks.guide"
NOT_READ = ("extra_css", "extra_javascript")
"""What some themes of a site's own leave aside."""


def read_config(path: Path, docs: Path | None = None) -> tuple[MkDocsConfig | None, list[Problem]]:
    """The settings of a site; None where nothing can be built by them. Where there is no file, what holds for any site.

    `docs` is another folder of pages than the one that they name. Our own hooks are left out: nothing is to be made.
    """
    config = MkDocsConfig(config_file_path=str(path.absolute()))
    with told(path) as heard:
        try:
            unsafe = refused(path)
            if unsafe:
                return None, unsafe
            if path.exists():
                with path.open("rb") as file:
                    config.load_file(file)
            hooks = config["hooks"] or []
            config.load_dict(_for_the_check(config, docs))
            errors, warnings = config.validate()
        except Exception as error:  # a plugin, an extension or a hook may raise anything
            return None, [_problem(path, f"The settings cannot be read: {_reason(error)}.", _mark(error))]
    problems = [_problem(path, f"“{name}” in the settings: {_reason(error)}.", name) for name, error in errors]
    notes = [_problem(path, f"“{name}” in the settings: {warning}", name) for name, warning in warnings]
    if problems:
        return None, [*heard, *problems]
    if not config.use_directory_urls:
        return None, [not_folders(path.as_posix())]
    return config, [*check_settings(path, hooks, config.theme.custom_dir), *heard, *notes, *_in_vain(path, config)]


def read_files(path: Path, config: MkDocsConfig) -> tuple[Files | None, list[Problem]]:
    """Every file that makes the site, those of its plugins among them, and what MkDocs would warn of on the way.

    None where a plugin or a hook stopped: nothing more can be known then.
    """
    with told(path) as heard:
        try:
            files = _collected(config)
        except (Exception, SystemExit) as error:  # a plugin or a hook may raise anything, or end the program
            name = getattr(config.plugins, "_current_plugin", None) or "A plugin or hook"
            return None, [*heard, _problem(path, f"“{name}” stopped: {_reason(error)}.", name)]
    return files, [*heard, *twice_in_nav(path, config)]


def _collected(config: MkDocsConfig) -> Files:
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    files = get_files(config)
    files.add_files_from_theme(theme_env(config), config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    get_navigation(files, config)
    return files


def _for_the_check(config: MkDocsConfig, docs: Path | None) -> dict[str, Any]:
    hooks = [hook for hook in config["hooks"] or [] if not is_ours(hook, Path(config.config_file_path).parent)]
    changed: dict[str, Any] = {"hooks": hooks, "site_name": config["site_name"] or ""}
    return {**changed, "docs_dir": str(docs.absolute())} if docs else changed


def _written_twice(path: Path) -> Iterator[Problem]:
    """The last of two would win in silence, the way out among them."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for key, first in keys_twice(yaml.compose(text)):
        line = key.start_mark.line + 1
        yield _problem(path, f"“{key.value}” is written twice (first on line {first})", line)


def _in_vain(path: Path, config: MkDocsConfig) -> Iterator[Problem]:
    """Settings that have no effect."""
    yield from (*_unreadable(path), *_written_twice(path), *_not_read(path, config), *_replaced(path, config))


def _unreadable(path: Path) -> list[Problem]:
    """What stands in the file and is seen by nobody who reads it, or a change of it."""
    text = path.read_bytes().decode("utf-8", errors="surrogateescape") if path.exists() else ""
    return readable(text, path.as_posix())[1]


def _not_read(path: Path, config: MkDocsConfig) -> Iterator[Problem]:
    """A setting that the site's own templates do not read would have no effect."""
    folder = Path(config.theme.custom_dir or "")
    if config.theme.custom_dir and (folder / "base.html").exists():
        templates = "".join(one.read_text(encoding="utf-8") for one in folder.rglob("*.html"))
        for name in NOT_READ:
            if config[name] and name not in templates:
                yield _problem(path, f"The setting “{name}” has no effect: {folder.name}/ does not read it", name)


def _replaced(path: Path, config: MkDocsConfig) -> Iterator[Problem]:
    for name in config.markdown_extensions:
        if name in REPLACED:
            yield _problem(path, f"The extension “{name}” has no effect: the guide's own Markdown does its work", name)


def twice_in_nav(path: Path, config: MkDocsConfig) -> Iterator[Problem]:
    """Pages that the navigation names more than once."""
    seen: set[str] = set()
    for _, target in listed_in(config.nav or []):
        if target in seen:
            yield _problem(path, f"The navigation leads twice to “{target}”.", target, second=True)
        seen.add(target)


@contextmanager
def told(path: Path) -> Iterator[list[Problem]]:
    """What MkDocs warns of meanwhile, as problems."""
    problems: list[Problem] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.name == OURS:  # our own hooks: those are problems already
                return
            text = " ".join(record.getMessage().split())
            quoted = QUOTED.search(text)
            problems.append(_problem(path, text, quoted[1] if quoted else ""))

    log, listener = logging.getLogger("mkdocs"), Listener(logging.WARNING)
    log.addHandler(listener)
    try:
        yield problems
    finally:
        log.removeHandler(listener)


def _problem(path: Path, what: str, place: str | int, second: bool = False) -> Problem:
    """`place` is the line, or the words by which it can be found."""
    line = place if isinstance(place, int) else _line_of(path, place, second)
    return Problem(path.as_posix(), line, what.strip().rstrip(".") + ".", WHY, MEND)


def _line_of(path: Path, words: str, second: bool = False) -> int:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    asked = re.compile(rf"(?<![\w/]){re.escape(words)}(?!\w)")
    found = [number for number, line in enumerate(lines, 1) if words and asked.search(line)]
    return found[min(int(second), len(found) - 1)] if found else 1


def _mark(error: Exception) -> int:
    mark = getattr(_cause(error), "problem_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: BaseException | str) -> str:
    cause = _cause(error)
    lines = str(getattr(cause, "problem", None) or cause).strip().splitlines()
    # The first line of a traceback says what was done, the last one what was wrong.
    return " ".join(dict.fromkeys([*lines[:1], *lines[-1:]])).rstrip(".") or type(error).__name__


def _cause(error: BaseException | str) -> BaseException | str:
    """MkDocs wraps what its YAML parser says, which knows the line."""
    inner = getattr(error, "__context__", None)
    return inner if isinstance(inner, yaml.YAMLError) else error
