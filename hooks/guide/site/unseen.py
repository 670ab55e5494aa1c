"""What keeps words of a guide from whoever reads a change of it: hidden files, and orders to git to show no difference.

What readers in danger rest on is looked over line by line, in the difference that git shows. A host folds away that of
a file that is said to be generated, or binary.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from pathspec import GitIgnoreSpec

from guide.model.problems import NOTICE, Problem

ATTRIBUTES = ".gitattributes"
INERT = re.compile(r"\.(?:DS_Store|directory|gitkeep|keep|localized|nojekyll|[^/]+\.sw[a-p]|#[^/]+)")
"""Hidden files that an editor or a system leaves, or that keep an empty folder; nothing reads them."""
GENERATED = ("__generated__", "Godeps", "node_modules")
"""Folders of which GitHub shows no difference."""
RECORDED = b"recorded_with: VCR"
"""Near the end of a YAML file, by which GitHub shows none of it."""
WORDS = (".md", ".txt", ".yml", ".yaml")
CODE = (".py", ".html", ".css", ".js", ".mjs", ".ts", ".toml", ".typ", ".xhtml", ".xml", ".opf", ".ncx", ".sh")
"""How what is looked over as text ends; a script may have no ending."""
FOLDING = ("binary", "linguist-generated", "linguist-vendored", "gitlab-generated", "filter")
OFF = ("-", "!")


def check_hidden(paths: Iterable[str], folder: str, allowed: Collection[str]) -> Iterator[Problem]:
    """Hidden files and folders among the pages, each once; `allowed` are names that the site asks for, or whole paths.

    So are folders whose files a host takes for generated.
    """
    asked = {one.strip("/") for one in allowed}
    for path in sorted({found for path in paths if (found := _hidden_part(path))}):
        bare = path.rstrip("/")
        if asked & {bare, bare.rpartition("/")[2]}:
            yield _let_through(f"{folder}/{path}")
        else:
            yield _hidden(f"{folder}/{path}", path)


def check_recorded(texts: Mapping[str, bytes]) -> Iterator[Problem]:
    """Words by which a host takes a file for generated, {path: what stands in it}."""
    for path, text in texts.items():
        if RECORDED in text:
            yield _folded(path, text[: text.index(RECORDED)].count(b"\n") + 1, "this file", RECORDED.decode())


def check_attributes(texts: Mapping[str, str], paths: Collection[str]) -> Iterator[Problem]:
    """Lines of `.gitattributes` that fold away what is read, {path of such a file: text}; by the paths of all files.

    Both are paths from the project's root.
    """
    for path, text in texts.items():
        above = path.removesuffix(ATTRIBUTES)
        read = [one.removeprefix(above) for one in paths if one.startswith(above) and _is_read(one)]
        folding = set(FOLDING)
        for number, line in enumerate(text.splitlines(), 1):
            pattern, named = _parts(line)
            found = next((one for one in named if _folds(one, folding)), "")
            if found and pattern.startswith("[attr]"):
                folding.add(pattern.removeprefix("[attr]"))
            elif found and (pattern.startswith('"') or any(GitIgnoreSpec.from_lines([pattern]).match_files(read))):
                yield _folded(path, number, pattern, found)


def _is_read(path: str) -> bool:
    return path.endswith(WORDS + CODE) or "." not in path.rpartition("/")[2]


def _hidden_part(path: str) -> str:
    """The path as far as its first hidden part; "" where none is, or where nothing reads it."""
    parts = path.split("/")
    first = next((number for number, part in enumerate(parts) if part.startswith(".") or part in GENERATED), None)
    if first is None or (first == len(parts) - 1 and INERT.fullmatch(parts[-1])):
        return ""
    return "/".join(parts[: first + 1]) + ("/" if first < len(parts) - 1 else "")


def _parts(line: str) -> tuple[str, list[str]]:
    words = line.split()
    if not words or words[0].startswith("#"):
        return "", []
    return words[0], words[1:]


def _folds(attribute: str, folding: Collection[str]) -> bool:
    name, _, value = attribute.partition("=")
    return attribute == "-diff" or (name in folding and value.lower() != "false" and not name.startswith(OFF))


def _hidden(source: str, path: str) -> Problem:
    return Problem(
        source,
        1,
        "It is hidden among the pages." if not path.endswith("/") else "The folder is hidden among the pages.",
        "Nobody sees it who looks through them, and it may tell git, a host or a program what to do with them.",
        f"Take it out; or, if the site needs it, name it in mkdocs.yml:  extra: {{allow: [{path}]}}",
    )


def _let_through(source: str) -> Problem:
    return Problem(
        source,
        1,
        "It is hidden among the pages, and the site asks for it.",
        "Nothing here looks into what stands in it.",
        "Take it out if it is no longer needed.",
        NOTICE,
    )


def _folded(path: str, line: int, pattern: str, attribute: str) -> Problem:
    return Problem(
        path,
        line,
        f"“{attribute}” folds away what changes in {pattern}.",
        "What readers in danger rest on is looked over in the difference of a change, and nobody would see it.",
        "Take the line out, or let its pattern name pictures and other files that nobody reads as text.",
    )
