"""Folders of pages as nobody would plan them, by chance, the same in each run; and what each reader makes of them."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load
from pictures import picture
from projects import ROOT

PAGES = (
    "index.md README.md readme.md page.md Page.md page.markdown page.MD page.mkd page.txt page.html .hidden.md"
    " _under.md 404.md a/index.md a/README.md a.md a/b/c/d.md a/b/index.md A/page.md .dots/page.md _data/page.md"
    " templates/page.md été.md e\u0301te\u0301.md шаг.md ヒント.md عون.md 한글/하나.md ß.md SS.md ﬁ.md"
)
WITH_SPACE = (
    "two words.md", " lead.md", "trail .md", "a  b.md", "per%cent.md", "per%20cent.md", "hash#tag.md", "what?.md",
    "plus+.md", "amp&.md", "quote'.md", 'double".md', "semi;colon.md", "com,ma.md", "col:on.md", "at@.md", "star*.md",
    "tilde~.md", "back\\slash.md", "pipe|.md", "less<than>.md", "cur{ly}.md", "br[ack]et.md", "dollar$.md", "caret^.md",
    "..md", "...md", "con.md", "a.b.c.md", "-dash.md", "new\nline.md", "tab\t.md", "x" * 120 + ".md",
)  # fmt: skip
OTHERS = (
    "picture.png",
    "a/picture.svg",
    "style.css",
    "page.md~",
    "page.md.swp",
    ".DS_Store",
    "Thumbs.db",
    "data.json",
    "old.md.bak",
)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'

TEXTS = (
    "# One\n\nWords.\n",
    "# Two\n\n[one](page.md)\n",
    "---\ntitle: Three\n---\nNo heading.\n",
    "",
    "\ufeff# Four\n",
    "# Five\r\n\r\nWords.\r\n",
    "---\nkind: questions\n---\n# Six\n\n## Is it so? {#so}\n\nIt is.\n",
    "---\nkind: worksheet\n---\n# Seven\n\nName: ____\n",
    "## Late\n\n- [ ] A box\n",
)
SETTINGS: tuple[dict, ...] = (
    {}, {}, {}, {"exclude_docs": "page.md"}, {"exclude_docs": "*.markdown"}, {"exclude_docs": "/a/"},
    {"exclude_docs": "!.hidden.md"}, {"draft_docs": "page.md"},
    {"draft_docs": "_*.md"}, {"not_in_nav": "page.md"}, {"use_directory_urls": False},
    {"nav": ["page.md"]}, {"nav": [{"Home": "index.md"}, {"A": ["a/index.md", "a.md"]}]}, {"nav": ["gone.md"]},
    {"nav": ["page.md", "page.md"]}, {"nav": [{"Out": "https://x.example/"}]}, {"nav": ["a/"]}, {"docs_dir": "docs/a"},
    {"exclude_docs": "/a/", "alone": True},
)  # fmt: skip


def write_trees(folder: Path, number: int) -> Iterator[Path]:
    """So many projects below a folder, each with its mkdocs.yml and its pages."""
    for seed in range(number):
        chance, project = random.Random(seed), folder / str(seed)
        docs = project / "docs"
        docs.mkdir(parents=True)
        names = [
            *chance.sample(PAGES.split(), chance.randint(1, 7)),
            *chance.sample(WITH_SPACE, chance.choice((0, 0, 1, 2))),
        ]
        for name in names:
            _write(docs / name, chance.choice(TEXTS).encode())
        for name in chance.sample(OTHERS, chance.choice((0, 1, 2))):
            _write(docs / name, picture() if name.endswith(".png") else DRAWING)
        _odd(docs, chance)
        _write_settings(project, chance.choice(SETTINGS))
        yield project


def _write_settings(project: Path, own: dict) -> None:
    """Those of this project, its guide aside, and some of the tree's own."""
    ours = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    plain = {"site_name": "Odd", "site_url": "", "repo_url": "", "hooks": [f"{ROOT}/{hook}" for hook in ours["hooks"]]}
    theme = {**ours["theme"], "custom_dir": str(ROOT / "overrides")}
    extra = {name: value for name, value in ours["extra"].items() if "folder" not in name}
    kept = {name: value for name, value in ours.items() if name not in ("nav", "not_in_nav", "watch")}
    settings = {**kept, **plain, "theme": theme, "extra": extra, **own}
    if not own.get("alone"):
        settings["exclude_docs"] = ours["exclude_docs"] + own.get("exclude_docs", "")
    settings.pop("alone", None)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def _write(path: Path, content: bytes) -> None:
    """Where a file stands in the way of a folder, or the other way round, there is one page less."""
    if not any(above.is_file() for above in path.parents) and not path.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _odd(docs: Path, chance: random.Random) -> None:
    """Links, names that are no text, and texts that are none either."""
    what = chance.randrange(14)
    if what == 0:
        (docs / "linked.md").symlink_to("index.md")
    elif what == 1:
        (docs / "gone.md").symlink_to("nowhere.md")
    elif what == 2:
        (docs / "round").symlink_to(docs)
    elif what == 3:
        (docs / "out.md").symlink_to(ROOT / "README.md")
    elif what == 4:
        (docs.parent / "beside").mkdir()
        (docs.parent / "beside/far.md").write_text("# Far\n", encoding="utf-8")
        (docs / "folder").symlink_to(docs.parent / "beside")
    elif what == 5:
        Path(os.fsdecode(os.fsencode(docs) + b"/not\xff.md")).write_bytes(b"# Not\n")
    elif what == 6:
        (docs / "latin.md").write_bytes(b"# Caf\xe9\n")
    elif what == 7:
        (docs / "folder.md").mkdir()


# Each reader is one process for all trees. It prints {project: [its pages, what it tells of]}, or why it refuses.
BUILT = """
import importlib, json, logging, re, sys
from pathlib import Path
builder, *projects = sys.argv[1:]
cli, told, made = importlib.import_module(f"{builder}.__main__").cli, [], {}
class Told(logging.Handler):
    def emit(self, record):
        told.append(record.getMessage())
for project in projects:
    told.clear()
    site = Path(project) / builder
    for name in ("mkdocs", "properdocs"):
        logging.getLogger(name).handlers = [Told(logging.WARNING)]
    try:
        cli(["build", "--config-file", f"{project}/mkdocs.yml", "--site-dir", str(site)], standalone_mode=False)
        pages = [one for one in site.rglob("*.html") if 'http-equiv="refresh"' not in one.read_text("utf-8", "replace")]
        found = {one.relative_to(site).as_posix() for one in pages} - {"404.html"}
        places = filter(None, map(re.compile(r".*?:\\d+:(?= )").match, told))
        made[project] = [sorted(found), sorted({place[0] for place in places})]
    except BaseException as error:
        made[project] = f"{type(error).__name__}: {error} {' '.join(told)}"
print(json.dumps(made))
"""
CHECKED = """
import json, os, re, sys
from guide.model.problems import ERROR, for_logs, for_people
from guide.renderers.checklists import print_address
from guide_mkdocs.command import prepare, read_build
made = {}
for project in sys.argv[1:]:
    os.chdir(project)
    ready, problems = prepare(None)
    if ready is None:
        made[project] = " ".join(map(for_people, problems))
        continue
    guide, found, _ = read_build(*ready)
    pages = {page.url for page in guide.pages} | {print_address(one) for one in guide.checklists}
    errors = [for_logs(one) for one in (*problems, *found) if one.severity == ERROR]
    places = {re.match(r".*?:\\d+:(?= )", error)[0] for error in errors}
    made[project] = [sorted(f"{url}index.html" for url in pages), sorted(places)]
print(json.dumps(made))
"""


def read_by(script: str, *words: str | Path) -> dict[str, list[list[str]] | str]:
    """What one reader makes of all the projects."""
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(command, env=told, capture_output=True, text=True, errors="replace", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def agree(checked: list[list[str]] | str, built: list[list[str]] | str) -> bool:
    """Whether the check says of a folder what a build makes of it.

    Of the settings each speaks in its own words, and points to another line of them.
    """
    if isinstance(built, str):
        return isinstance(checked, str) or bool(checked[1])
    return not isinstance(checked, str) and checked[0] == built[0] and _of_pages(checked) == _of_pages(built)


def _of_pages(made: list[list[str]]) -> list[str]:
    return [place for place in made[1] if not place.startswith("mkdocs.yml")]
