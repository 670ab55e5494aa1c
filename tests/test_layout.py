"""Scripts and styles are as readable as the Python: laid out, typed and looked through by tools, no line too wide."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from machine import missing
from projects import ROOT

OVERRIDES = ROOT / "overrides"
CONFIG = ROOT / "biome.json"
TOOLS = ROOT / "tests/browser/node_modules/.bin"
WIDTH, TEMPLATE = 100, 140
BY_ITS_NATURE = re.compile(' d="M| xmlns=')
ENDINGS = {".css", ".js"}


def written() -> list[Path]:
    """Every script and style that people write, but for those that a template puts together from others."""
    files = [path for path in OVERRIDES.rglob("*") if path.suffix in ENDINGS]
    files += [path for path in ROOT.glob("tests/browser/**/*.js") if "node_modules" not in path.parts]
    return [path for path in files if "{%" not in path.read_text("utf-8")]


def biome(folder: Path, *words: str) -> subprocess.CompletedProcess:
    """What the tool says of a folder that has its settings."""
    tool = TOOLS / "biome"
    if not tool.exists():
        missing("biome")
    command = [tool, "check", "--error-on-warnings", *words]
    return subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def test_all_is_laid_out():
    """As the tool would write it, and without what it warns of."""
    said = biome(ROOT)

    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("assets/scripts/everywhere/a.js", "const all=1;\n", "format"),
        ("assets/scripts/a.js", "say(a == b);\n", "noDoubleEquals"),
        ("fragments/a.js", "const a = 1, b = 2;\nsay(a, b);\n", "useSingleVarDeclarator"),
        ("assets/styles/a.css", "a { color: red }\n", "format"),
        ("assets/styles/a.css", "a {\n  color: red;\n  color: blue;\n}\n", "noDuplicateProperties"),
        ("book/a.css", "a {\n  colour: red;\n}\n", "noUnknownProperty"),
    ],
)
def test_what_is_not_laid_out_is_seen(tmp_path, name, text, told):
    """In each folder, a slip as well as a wrong layout."""
    shutil.copy(CONFIG, tmp_path)
    path = tmp_path / "overrides" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    said = biome(tmp_path, "overrides")

    assert said.returncode == 1, said.stdout
    assert told in said.stdout


def types(config: Path) -> subprocess.CompletedProcess:
    """What TypeScript says of the scripts that a folder's settings name, by the types in their comments."""
    tool = TOOLS / "tsc"
    if not tool.exists():
        missing("tsc")
    command = [tool, "-p", config, "--pretty", "false"]
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@pytest.mark.parametrize("folder", [".", "overrides/fragments"])
def test_types_hold(folder):
    """Of the scripts on pages, and of the workers, which know other things."""
    said = types(ROOT / folder)

    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("assets/scripts/search/a.js", "plain(1);\n", "not assignable to parameter of type 'string'"),
        ("assets/scripts/device.js", "nobodysName();\n", "Cannot find name 'nobodysName'"),
        ("assets/scripts/sheets/a.js", "console.log([1].at(0));\n", "Property 'at' does not exist"),
        ("fragments/a.js", "document.title = FILES;\n", "Cannot find name 'document'"),
    ],
)
def test_types_that_do_not_hold_are_seen(tmp_path, name, text, told):
    """A wrong word for a function, a name that nothing has, and what the oldest of our browsers does not know."""
    shutil.copy(ROOT / "tsconfig.json", tmp_path)
    shutil.copytree(OVERRIDES, tmp_path / "overrides", ignore=shutil.ignore_patterns("print"))
    (tmp_path / "overrides" / name).write_text(text, encoding="utf-8")
    said = types(tmp_path / ("overrides/fragments" if name.startswith("fragments/") else "."))

    assert said.returncode != 0
    assert told in said.stdout


def test_only_templates_are_left_out():
    """The settings leave out what the tool cannot read, and nothing else."""
    includes = json.loads(CONFIG.read_text("utf-8"))["files"]["includes"]
    out = {path for name in includes if name.startswith("!overrides/") for path in ROOT.glob(name[1:])}

    assert out == {path for path in OVERRIDES.rglob("*") if path.suffix in ENDINGS} - set(written())


def wide(files: list[Path], width: int) -> list[str]:
    """Where a line is wider than that; one that is a drawing, or names a vocabulary, cannot be broken."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > width and not BY_ITS_NATURE.search(line)
    ]


def test_no_line_is_too_wide():
    """A tool breaks no text, no comment and no template."""
    templates = [path for path in OVERRIDES.rglob("*") if path.suffix in (".html", ".md", ".xhtml")]

    assert len(written()) > 40
    assert len(templates) > 50
    assert wide(written(), WIDTH) + wide(templates, TEMPLATE) == []
