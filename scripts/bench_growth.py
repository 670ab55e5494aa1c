"""A build as the guide grows: ours beside stock Material and plain MkDocs, on the same Markdown and in the same run."""

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

SIZES = (30, 300, 3000)
FOLDER = 25
"""Pages of a part, which stand in one folder."""
PLAIN = re.compile(r"(?m)^[A-Z][^\[\]<>|{}_*`#\n]{40,}[.?]$")
STOCK = (
    "markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, smarty, tables,"
    " pymdownx.details, pymdownx.superfences, pymdownx.tasklist, toc]\n"
)
PLAIN_MKDOCS = "markdown_extensions: [admonition, attr_list, def_list, footnotes, md_in_html, smarty, tables, toc]\n"
THEMES = {"stock Material": "theme: {name: material, font: false}\n", "plain MkDocs": "theme: mkdocs\n"}


class Cost(NamedTuple):
    """What one build takes, from the start of Python to its end."""

    cpu: float
    """Seconds of all its processes."""
    wall: float
    memory: float
    """MB of its largest process, at most."""
    output: float
    """MB of the site."""


def compare(root: Path, folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[tuple[str, str]]:
    """Each figure by the number of pages that are written, and by how much ours grows from one size to the next."""
    before: Cost | None = None
    for number in sizes:
        project = made_project(root, folder / str(number), number)
        costs = {name: cost_of(project / f"{name}.yml", folder / "site") for name in ("ours", *THEMES)}
        yield f"{number} pages", "".join(f"{name:<22}" for name in costs)
        for place, figure in enumerate(Cost._fields):
            ours, *theirs = (cost[place] for cost in costs.values())
            beside = "".join(f"{f'{one:.1f} ({ours / one:.2f})':<22}" for one in theirs)
            yield f"  {LABELS[figure]}", f"{ours:<22.1f}{beside}"
        if before:
            grown = zip(Cost._fields, costs["ours"], before, strict=True)
            yield "  ours, times what it was", ", ".join(f"{name} {now / then:.1f}" for name, now, then in grown)
        before = costs["ours"]
        shutil.rmtree(project)


LABELS = {
    "cpu": "CPU, s (ours is so many times that)",
    "wall": "wall, s",
    "memory": "peak memory, MB",
    "output": "output, MB",
}


def made_project(root: Path, folder: Path, number: int) -> Path:
    """A guide of so many pages, made of our own sentences, and the settings of each builder for it."""
    docs = folder / "docs"
    write_pages(docs, sentences_of(root / "docs"), number)
    shutil.copytree(root / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    # As the modules of the others are, since they were installed.
    compileall.compile_dir(folder / "hooks", quiet=1)
    # PDFs are another matter, with a measure of their own: a theme that has no templates for paper makes none.
    shutil.copytree(root / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("print"))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "ours.yml").write_text(settings[: settings.index("\nnav:")] + "\n", encoding="utf-8")
    for name, theme in THEMES.items():
        rest = "site_name: Stock\nsite_url: https://stock.example/\nplugins: [search]\nexclude_docs: /_data/\n"
        extensions = STOCK if "material" in theme else PLAIN_MKDOCS
        (folder / f"{name}.yml").write_text(rest + theme + extensions, encoding="utf-8")
    return folder


def sentences_of(docs: Path) -> list[str]:
    """The plain paragraphs of our own pages."""
    return [one for path in sorted(docs.rglob("*.md")) for one in PLAIN.findall(path.read_text(encoding="utf-8"))]


def write_pages(docs: Path, sentences: list[str], number: int) -> None:
    """Of ten pages one asks questions, two hold a checklist, and seven are read; each leads to its neighbours."""
    docs.mkdir(parents=True)
    said = cycle(sentences)
    (docs / "index.md").write_text("# A guide that grows\n\nIt has many pages.\n", encoding="utf-8")
    for page in range(1, number):
        text = "\n".join(page_of(page, said, KINDS[page % 10]))
        path = docs / f"part-{page // FOLDER}/page-{page}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


KINDS = ("questions", "checklist", "read", "read", "read", "read", "checklist", "read", "read", "read")


def page_of(number: int, said: Iterator[str], kind: str) -> Iterator[str]:
    """The lines of one page."""
    if kind == "questions":
        yield "---\nkind: questions\n---\n"
    yield f"# Page {number}\n"
    yield from (f"{one}\n" for one in islice(said, 4))
    if kind == "questions":
        for question in range(6):
            yield f"## Is this question {question} of page {number}? {{#q-{number}-{question}}}\n"
            yield from (f"{one}\n" for one in islice(said, 2))
    elif kind == "checklist":
        yield f"## A list of page {number} {{#list-{number}}}\n"
        yield from (f"- [ ] {one}" for one in islice(said, 8))
    else:
        yield f"## What it says\n\n!!! note\n    {next(said)}\n"
        yield from (f"- {one}" for one in islice(said, 5))
        before = number - 1 if number % FOLDER else number
        yield f"\nThen read [another page](page-{before}.md).\n"
    yield from (f"\n{one}" for one in islice(said, 4))


# A process between, and a small one: a new process counts as its own what the one held that it comes from.
MEASURED = """
import json, resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def cost_of(config: Path, site: Path) -> Cost:
    """One build, in a process of its own."""
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config), "--site-dir", str(site)]
    told = {**os.environ, "PYTHONPATH": "", "GUIDE_CACHE": str(config.parent / "cache")}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *words], cwd=config.parent, env=told, capture_output=True, text=True
    )
    wall = time.perf_counter() - begun
    status, cpu, memory = json.loads(done.stdout)
    if status:
        raise RuntimeError(done.stderr)
    output = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6
    return Cost(cpu, wall, memory, output)
