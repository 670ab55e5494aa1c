"""Settings before anything of them is loaded: MkDocs makes whatever Python thing a tag names, and runs it meanwhile.

So each file of settings is read into plain values first, and what may run is a Problem.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

import yaml
from guide.model.problems import Problem, for_people
from guide.reading.extensions import extensions_in, is_known, not_known
from guide.reading.settings import asked_for
from mkdocs.exceptions import ConfigurationError

from guide_mkdocs.settings.files import INHERIT, SettingsFile, line_in, nodes_below, settings_files, shown

STANDARD = "tag:yaml.org,2002:"
PLAIN = {"bool", "float", "int", "merge", "null", "str", "timestamp"}
VALUES = {"!ENV", "!relative"} | {
    f"{STANDARD}{name}" for name in (*PLAIN, "binary", "map", "omap", "pairs", "seq", "set")
}
EMOJI = [f"{name}.{one}" for name in ("material.extensions.emoji", "materialx.emoji") for one in ("twemoji", "to_svg")]
FENCES = ["fence_code_format", "fence_div_format"]
MATH = ["arithmatex_fenced_format", "arithmatex_inline_format", "fence_generic_format", "inline_generic_format"]
INDEXES = ["emojione", "gemoji", "twemoji", "to_alt", "to_png", "to_png_sprite", "to_svg", "to_svg_sprite"]
SLUGS = [f"pymdownx.slugs.{name}" for name in ("slugify", "uslugify", "gfm", "uslugify_cased", "uslugify_encoded")]
NAMES = [
    *EMOJI,
    *SLUGS,
    *(f"pymdownx.superfences.{name}" for name in FENCES),
    *(f"pymdownx.arithmatex.{name}" for name in MATH),
    *(f"pymdownx.emoji.{name}" for name in INDEXES),
]
"""The Python functions that many sites name. Each turns text into text."""
MAY = VALUES | {f"{STANDARD}python/name:{name}" for name in NAMES} | {f"{STANDARD}python/object/apply:{SLUGS[0]}"}
GENERATOR = Path(__file__).resolve().parents[2]
"""The folder of our hooks."""


def refused(path: Path) -> list[Problem]:
    """What must not be loaded, with its lines; what is no YAML raises a `YAMLError`."""
    files = list(settings_files(path))
    found = [problem for file in files for problem in (*_tags(file), *_roundabout(file))]
    asked = {name for file in files for name in asked_for("allow", file.values.get("extra"))}
    return found + [problem for file in files for problem in (*_extensions(file, asked), *_outside(file, path.parent))]


def insist_on_safe(path: Path) -> None:
    """Stop a build by such settings."""
    problems = refused(path)
    if problems:
        raise ConfigurationError("\n".join(map(for_people, problems)))


def _tags(file: SettingsFile) -> Iterator[Problem]:
    for node, is_name in nodes_below(file.root):
        line, tag = node.start_mark.line + 1, node.tag.replace(STANDARD, "!!")
        if node.tag not in MAY:
            yield _runs(shown(file.path), line, tag)
        elif is_name and node.tag.removeprefix(STANDARD) not in PLAIN:
            yield _odd_name(shown(file.path), line, tag)


def _roundabout(file: SettingsFile) -> Iterator[Problem]:
    """A file that is inherited and not seen to be."""
    fields = file.root.value if isinstance(file.root, yaml.MappingNode) else []
    plain = any(key.value == INHERIT and value.tag == f"{STANDARD}str" for key, value in fields)
    if INHERIT in file.values and not (plain and _is_file(file.path.parent / file.values[INHERIT])):
        lines = [key.start_mark.line + 1 for key, _ in fields if key.value in (INHERIT, "<<")]
        yield _not_plain(shown(file.path), next(iter(lines), 1))


def _is_file(path: Path) -> bool:
    """Whether it is one, or nothing, of which MkDocs tells itself; whoever opens a pipe waits without end."""
    return path.is_file() or not path.exists()


def _extensions(file: SettingsFile, asked: Collection[str]) -> Iterator[Problem]:
    for name, options in extensions_in(file.values.get("markdown_extensions")):
        if not is_known(name, options) and name not in asked:
            yield not_known(name, shown(file.path), line_in(file, name) or 1)


def _outside(file: SettingsFile, root: Path) -> Iterator[Problem]:
    """What runs, or is shown, and stands where nobody sees it who reads the project."""
    theme = file.values.get("theme")
    named = {
        "hook": file.values.get("hooks"),
        "theme": [theme.get("custom_dir")] if isinstance(theme, dict) else [],
        "folder of pages": [file.values.get("docs_dir")],
    }
    for what, paths in named.items():
        for path in paths if isinstance(paths, list) else []:
            place = (root / str(path)).resolve()
            if path and not place.is_relative_to(root.resolve()) and not place.is_relative_to(GENERATOR.parent):
                yield _stands_outside(shown(file.path), line_in(file, path) or 1, what, path)


def _runs(path: str, line: int, tag: str) -> Problem:
    return Problem(
        path,
        line,
        f"The tag “{tag}” stands in the settings.",
        "Whoever only reads them would run what it names: on the author's machine, and on the one that builds.",
        "Take it out. A hook of the site's own can do what it did, and is seen.",
    )


def _odd_name(path: str, line: int, tag: str) -> Problem:
    return Problem(
        path,
        line,
        f"The name of a setting has a tag, “{tag}”.",
        "Nobody who reads the settings would know which one is set.",
        "Write the name itself.",
    )


def _not_plain(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        f"“{INHERIT}” does not name a file plainly.",
        "Nobody who reads the settings would know what else is read.",
        f"Write it on a line of its own:  {INHERIT}: base.yml",
    )


def _stands_outside(path: str, line: int, what: str, place: str) -> Problem:
    return Problem(
        path,
        line,
        f"The {what} “{place}” stands outside of the project.",
        "Whoever reads the project, or a change of it, would not see what it does.",
        "Put a copy into the project, and name that.",
    )
