"""Who may import whom: the table of the architecture, proved on the text of every module below hooks/."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from projects import ROOT

HOOKS = ROOT / "hooks"
# The rooms of the generator are its folders: what of ours each may import besides itself, and its own libraries.
MAY = {
    "model": ((), ()),
    "text": (("model",), ()),
    "dialect": (("model", "text"), ("markdown", "pymdownx")),
    "reading": (("model", "text", "dialect"), ("markdown", "pymdownx", "yaml", "pathspec")),
    "authors": (("model", "text", "reading"), ()),
    "search": (("model", "text", "cache"), ("yaml",)),
    "checks": (("model", "text", "search", "dialect.lines", "reading.fields"), ("turbohtml",)),
    "pdf": (("model", "cache"), ("typst", "pikepdf", "fontTools")),
    "renderers": (("model", "text", "pdf"), ("jinja2", "turbohtml")),
    "editions": (("model", "text", "pdf", "renderers"), ("turbohtml",)),
    "site": (
        ("model", "text", "dialect", "reading", "authors", "search", "checks", "pdf", "renderers", "editions", "cache"),
        ("brotli", "pathspec"),
    ),
    "changes": (("model", "text", "reading", "search", "checks", "pdf", "renderers", "site.addresses"), ()),
}
# What stands loose in guide/, and imports nothing of ours.
LOOSE = ("guide.cache",)
# Rooms that open no file: what they need is handed to them.
PURE = {"model", "text", "dialect", "checks"}
# What opens files, or imports by a name that nobody can read here.
OPENS = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
FILES = {"os", "io", "pathlib", "glob", "shutil", "tempfile", "subprocess", "urllib.request", "fileinput"}
HIDDEN = {"import_module", "__import__"}


@dataclass(frozen=True)
class Room:
    """Modules that keep one rule: what they may import besides the standard library, and whether they open files."""

    modules: tuple[str, ...]
    may: tuple[str, ...]
    opens: bool = True


def rooms() -> Iterator[Room]:
    """The first room that a module is in is its own; the last one is that of the hook files."""
    for name, (ours, libraries) in MAY.items():
        may = (f"guide.{room}" for room in (name, *ours))
        yield Room((f"guide.{name}",), (*may, *libraries), opens=name not in PURE)
    yield Room(LOOSE, ())
    yield Room(("guide.__main__",), ("guide_mkdocs.command", "guide.site.serving.command"))
    yield Room(("guide",), ("guide",))
    yield Room(("guide_mkdocs",), ("guide", "guide_mkdocs", "mkdocs", "yaml"))
    yield Room(("",), ("guide", "guide_mkdocs"))


ROOMS = tuple(rooms())


def sources() -> dict[str, str]:
    """The text of every module below hooks/, by its name."""
    return {name_of(path.relative_to(HOOKS)): path.read_text(encoding="utf-8") for path in HOOKS.rglob("*.py")}


def name_of(path: Path) -> str:
    """A module's name: `guide.checks` for `guide/checks/__init__.py`."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imports_of(text: str, modules: set[str]) -> Iterator[str]:
    """Each module that a text imports, wherever in it; `from guide import dialect` imports `guide.dialect`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            inner = [f"{base}.{alias.name}" for alias in node.names]
            yield from [name if name in modules else base for name in inner]


def used_in(text: str) -> set[str]:
    """Every name and attribute that a text uses."""
    nodes = list(ast.walk(ast.parse(text)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def is_in(module: str, rooms: tuple[str, ...]) -> bool:
    """Whether a module is one of these, or inside one; every module is inside ""."""
    return any(not room or module == room or module.startswith(f"{room}.") for room in rooms)


def faults_of(texts: dict[str, str]) -> list[str]:
    """Each import that breaks the table: "guide.model.guide imports yaml"."""
    found = set()
    for module, text in texts.items():
        room = next(room for room in ROOMS if is_in(module, room.modules))
        for name in imports_of(text, set(texts)):
            known = name.split(".")[0] in sys.stdlib_module_names
            if not (known or is_in(name, room.may)) or (is_in(name, tuple(FILES)) and not room.opens):
                found.add(f"{module} imports {name}")
        found |= {f"{module} uses {name}" for name in used_in(text) & (HIDDEN | (set() if room.opens else OPENS))}
    return sorted(found)


def circle_of(texts: dict[str, str]) -> list[str]:
    """A way along the imports that leads back to where it began; nothing where there is none."""
    ways = {module: steps_of(module, text, set(texts)) for module, text in texts.items()}
    done: set[str] = set()

    def walk(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        found = next(filter(None, (walk(name, [*path, module]) for name in sorted(ways[module]))), [])
        done.add(module)
        return found

    return next(filter(None, (walk(module, []) for module in sorted(ways))), [])


def steps_of(module: str, text: str, modules: set[str]) -> set[str]:
    """The modules that importing one reads first: those it names, and the packages around those that it is not in."""
    named = set(imports_of(text, modules)) & modules
    parts = [name.split(".") for name in named]
    around = {".".join(names[:length]) for names in parts for length in range(1, len(names))} & modules
    return named | {package for package in around if not is_in(module, (package,))}


def test_every_module_keeps_to_the_table():
    """No module of the project imports what the architecture does not let it."""
    assert faults_of(sources()) == []


def test_no_import_leads_back():
    """There is no circle in the project."""
    assert circle_of(sources()) == []


def test_every_room_is_lived_in():
    """The rooms of the table are the folders, and no others."""
    folders = {path.parent.name for path in (HOOKS / "guide").glob("*/*.py")}

    assert folders == set(MAY)
    assert [name for name in LOOSE if name not in sources()] == []


@pytest.mark.parametrize(
    ("module", "text", "fault"),
    [
        ("guide.model.guide", "import yaml", "guide.model.guide imports yaml"),
        (
            "guide.model.problems",
            "from guide.reading.fields import kinds",
            "guide.model.problems imports guide.reading.fields",
        ),
        ("guide.reading.page", "import mkdocs", "guide.reading.page imports mkdocs"),
        (
            "guide.reading.page",
            "import mkdocs.structure.pages as pages",
            "guide.reading.page imports mkdocs.structure.pages",
        ),
        (
            "guide.site.loader",
            "def f():\n    from material.plugins import x",
            "guide.site.loader imports material.plugins",
        ),
        (
            "guide.site.loader",
            "try:\n    import properdocs\nexcept ImportError: pass",
            "guide.site.loader imports properdocs",
        ),
        ("guide.site.loader", "import faq", "guide.site.loader imports faq"),
        ("guide.site.loader", "from guide_mkdocs import guide_of", "guide.site.loader imports guide_mkdocs"),
        ("guide.site.loader", "import typst", "guide.site.loader imports typst"),
        (
            "guide.site.loader",
            "import importlib\nimportlib.import_module('mkdocs')",
            "guide.site.loader uses import_module",
        ),
        ("guide.site.loader", "from .model import Page", "guide.site.loader imports .model"),
        ("guide.checks.x", "from guide.renderers import PARTS", "guide.checks.x imports guide.renderers"),
        ("guide.checks.x", "from guide.site import loader", "guide.checks.x imports guide.site.loader"),
        ("guide.checks.x", "from pathlib import Path", "guide.checks.x imports pathlib"),
        ("guide.checks.x", "open('a')", "guide.checks.x uses open"),
        ("guide.checks.x", "page.path.read_text()", "guide.checks.x uses read_text"),
        ("guide.dialect.x", "from guide.site.loader import load_guide", "guide.dialect.x imports guide.site.loader"),
        ("guide.renderers.x", "from guide.checks import CHECKS", "guide.renderers.x imports guide.checks"),
        ("guide.pdf.x", "import mkdocs", "guide.pdf.x imports mkdocs"),
        ("guide_mkdocs", "import faq", "guide_mkdocs imports faq"),
        ("guide_mkdocs", "import typst", "guide_mkdocs imports typst"),
        ("faq", "from checklists import on_files", "faq imports checklists"),
        ("faq", "from mkdocs.plugins import event_priority", "faq imports mkdocs.plugins"),
    ],
)
def test_a_planted_import_is_seen(module, text, fault):
    """Each kind of breach is found among the real modules."""
    assert faults_of({**dict.fromkeys(sources(), ""), module: text}) == [fault]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("guide.model.guide", "import re\nfrom guide.model.sheet import Run"),
        (
            "guide.checks.x",
            "import posixpath\nfrom urllib.parse import urlsplit\nfrom guide.text.prose import words_of",
        ),
        ("guide.reading.page", "from markdown import Markdown\nimport guide.dialect.lines"),
        ("guide.pdf.x", "import typst\nfrom guide.model.sheet import Run"),
        ("guide_mkdocs", "from mkdocs.structure.files import File\nfrom guide import dialect"),
        ("faq", "import logging\nfrom guide_mkdocs import put_parts\nfrom guide.model.problems import ERROR"),
        ("faq", "# import mkdocs\ntext = 'import mkdocs'"),
    ],
)
def test_what_is_allowed_is_left_alone(module, text):
    """The table forbids nothing else."""
    assert faults_of({module: text}) == []


@pytest.mark.parametrize(
    ("texts", "circle"),
    [
        ({"a": "import b", "b": "import c", "c": "def f():\n    import a"}, ["a", "b", "c", "a"]),
        ({"a": "import b.c", "b": "import a", "b.c": ""}, ["a", "b", "a"]),
        ({"a": "from b import c", "b": "", "b.c": "from a import x"}, ["a", "b.c", "a"]),
        ({"a": "import b.c", "b": "from b.c import x", "b.c": "", "d": "import a, b"}, []),
        ({"a": "import a"}, ["a", "a"]),
    ],
)
def test_circles_are_seen(texts, circle):
    """A circle is found through packages and through imports inside functions; a package may import its own modules."""
    assert circle_of(texts) == circle
