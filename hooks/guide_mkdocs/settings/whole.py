"""A site's mkdocs.yml leaves nothing of the generator out, and puts nothing of the building machine into the site.

Without one of its hooks a build is silent, and its pages are without help lines, policy or checks.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import yaml
from guide.model.problems import Problem, for_people
from guide.reading.files import templates_in
from guide.site.audit import OTHER_PAGES
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import Files

from guide_mkdocs.settings.files import SettingsFile, line_of, nodes_below, settings_files, shown
from guide_mkdocs.settings.unsafe import GENERATOR, insist_on_safe
from guide_mkdocs.sources import files_of_theme

BRIDGE = Path(__file__).parents[1].name
EVENT = re.compile(r"^def on_", re.MULTILINE)
"""What a hook has, and no other file beside it."""
TOLD = {"for_folder": "FOR_FOLDER", "folder_edition": "FOLDER_EDITION"}
"""What a build is told by scripts/build alone, and by which name of the environment."""
FROM_OUTSIDE = re.compile(r"(?:SITE|REPO)_\w+|EXIT_URL|MAIL_TO|FOR_FOLDER|FOLDER_EDITION")
"""The names of the environment that a site may show."""


def is_ours(hook: Any, root: Path) -> bool:
    """Whether a hook is of this generator, or of the copy of it that another guide has in its folder of hooks."""
    folder = (root / str(hook)).resolve().parent
    return folder in (GENERATOR, (root / "hooks").resolve()) and (folder / BRIDGE / "__init__.py").is_file()


def check_settings(path: Path, hooks: Collection[Any], theme: str | None) -> list[Problem]:
    """What is wrong with the settings of a site that is made by our hooks; nothing of any other's.

    `theme` is the folder of its own templates.
    """
    root = path.absolute().parent
    folders = {(root / str(hook)).resolve().parent for hook in hooks if is_ours(hook, root)}
    folders |= {(root / "hooks").resolve()} if is_ours("hooks/any.py", root) else set()
    if not folders:
        return []
    named = {(root / str(hook)).resolve() for hook in hooks}
    hooked = {file for folder in folders for file in folder.glob("*.py") if EVENT.search(file.read_text("utf-8"))}
    missing = sorted(hooked - named)
    found = [_left_out(path, file.name) for file in missing]
    if not theme or "main.html" not in templates_in(root / theme):
        found.append(_no_skeleton(path))
    return [*found, *(problem for file in settings_files(path) for problem in _from_machine(file))]


def check_theme(files: Files, config: MkDocsConfig) -> list[Problem]:
    """What a theme keeps for a book, and a browser would show as a page, where the settings do not keep it back."""
    path = Path(config.config_file_path)
    kept = config.exclude_docs  # a build asks its hooks before it has told each file whether it is kept back
    names = [file.src_uri for file in files_of_theme(files, config)]
    pages = [name for name in names if name.endswith(OTHER_PAGES)]
    return [_shown_as_page(path, name) for name in sorted(pages) if not (kept and kept.match_file(name))]


def insist_on_all(config: MkDocsConfig) -> None:
    """Stop a build by such settings, whichever of our hooks is the first to be asked."""
    path = Path(config.config_file_path)
    insist_on_safe(path)
    problems = check_settings(path, list(config.hooks), config.theme.custom_dir)
    if problems:
        raise ConfigurationError("\n".join(map(for_people, problems)))


def _shown_as_page(path: Path, name: str) -> Problem:
    return Problem(
        shown(path),
        line_of(path, "exclude_docs"),
        f"“{name}” of the theme would be published, and shown as a page.",
        "It has no policy and no way out.",
        f"Write below exclude_docs:  /{name}",
    )


def _from_machine(file: SettingsFile) -> Iterator[Problem]:
    """What is read from the environment without need, and what must come from there alone."""
    for key, value in file.root.value if isinstance(file.root, yaml.MappingNode) else []:
        for node, _ in nodes_below(value):
            for name in _asked_by(node):
                if not FROM_OUTSIDE.fullmatch(name.value):
                    yield _shows(file.path, name.start_mark.line + 1, name.value, key.value)
            for inner, told in node.value if isinstance(node, yaml.MappingNode) else []:
                if inner.value in TOLD and not _is_told(told, TOLD[inner.value]):
                    yield _written(file.path, inner.start_mark.line + 1, inner.value)


def _asked_by(node: yaml.Node) -> list[yaml.Node]:
    """The names of the environment that a value asks for; the last of several words is what stands for none."""
    if node.tag != "!ENV":
        return []
    return [node] if isinstance(node, yaml.ScalarNode) else node.value[:-1] or node.value


def _is_told(node: yaml.Node, name: str) -> bool:
    """Whether it is what the environment says under this name, or nothing."""
    words = [one.value for one in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
    return node.tag == "!ENV" and words[0] == name and all(word in ("", "false") for word in words[1:])


def _left_out(path: Path, name: str) -> Problem:
    return Problem(
        shown(path),
        line_of(path, "hooks"),
        f"The hook {name} is left out.",
        "What it makes or checks would be missing from every page: help lines, the policy, a warning in the log.",
        f"Write below hooks:  - hooks/{name}",
    )


def _no_skeleton(path: Path) -> Problem:
    return Problem(
        shown(path),
        line_of(path, "theme"),
        "The theme has no main.html of its own.",
        "Pages would be without the policy, the way out and the way to help.",
        "Write below theme:  custom_dir: overrides",
    )


def _shows(path: Path, line: int, name: str, setting: str) -> Problem:
    return Problem(
        shown(path),
        line,
        f"“{setting}” is read from “{name}” of the machine that builds.",
        "What stands there, a password perhaps, would be on every page.",
        "Write the value itself, or take a name that begins with SITE_ .",
    )


def _written(path: Path, line: int, name: str) -> Problem:
    return Problem(
        shown(path),
        line,
        f"“{name}” is written by hand.",
        "scripts/build alone says it; else pages are made for no server, or any folder of the machine is packed.",
        f'Write  {name}: !ENV [{TOLD[name]}, ""]',
    )
