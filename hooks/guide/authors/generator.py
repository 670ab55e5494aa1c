"""The files of the generator: each guide has a copy, and a wheel holds them. Read before any library is there."""

from pathlib import Path

HOOKS = Path(__file__).parents[2]
PACKAGES = ("guide", "guide_mkdocs")
INSTALLED = "guide_project"
"""Where a wheel has what stands beside these packages; they stand where all that is installed does."""
ROOT = HOOKS / INSTALLED if (HOOKS / INSTALLED).is_dir() else HOOKS.parent
GENERATOR = (
    "hooks",
    "overrides",
    "scripts/setup",
    "scripts/serve",
    "scripts/check",
    "scripts/build",
    "requirements.txt",
    ".gitignore",
    ".editorconfig",
    ".vscode",
)
"""What makes any guide; the tests and measurements are those of this one."""
PAGES = ("begin", "checks", "content-model", "contributing", "generator", "hosting", "style", "writing")
TOLD = tuple(f"{page}.md" for page in PAGES)
"""What authors look things up in."""
LEFT = {"__pycache__", "node_modules"}


def generator_files() -> dict[str, Path]:
    """{its place in a guide: the file} of the generator and of what tells about it; from a project, or as installed."""
    rights = next(path for path in (ROOT / "hooks/LICENSE", ROOT / "LICENSE") if path.exists())
    told = [place / page for place in (ROOT / "docs/about", ROOT / "reference") for page in TOLD]
    files = {"hooks/LICENSE": rights, **{f"reference/{path.name}": path for path in told if path.is_file()}}
    files |= {place: ROOT / place for part in GENERATOR for place in _below(ROOT, part)}
    files |= {f"hooks/{place}": HOOKS / place for package in PACKAGES for place in _below(HOOKS, package)}
    return dict(sorted(files.items()))


def _below(folder: Path, part: str) -> list[str]:
    """A file of a folder, or each file of a folder in it; nothing that only tools have left there."""
    whole = folder / part
    found = [path.relative_to(folder) for path in ([whole] if whole.is_file() else whole.rglob("*")) if path.is_file()]
    return [path.as_posix() for path in found if not (LEFT & {*path.parts} or path.suffix == ".pyc")]
