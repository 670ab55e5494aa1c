"""Where things are, sites that are built of them, and where a built site keeps what it is asked for."""

import os
import re
import subprocess
import sys
from pathlib import Path

from forked import run_forked

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def setting(name: str) -> str:
    """What mkdocs.yml says where the environment says nothing."""
    return re.search(rf'^ *{name}: !ENV \[\w+, "(.*)"\]$', (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)[1]


def run(words: list, **options) -> subprocess.CompletedProcess:
    """Run a command in the project's root; its output is text, both streams in one."""
    return subprocess.run(
        [str(word) for word in words], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options
    )


def build(
    config: Path, target: Path, builder: str = "mkdocs", strict: bool = True, **settings: str
) -> subprocess.CompletedProcess:
    """Build a site by its configuration; settings are what the environment tells it."""
    words = [builder, "build", "--config-file", config, "--site-dir", target, *(["--strict"] if strict else [])]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    # What Python itself is told, it reads as it starts; and the real site is built as everybody builds it.
    if config.parent == ROOT or any(name.startswith("PYTHON") for name in settings):
        return run([sys.executable, "-m", *words], env=env)
    return run_forked(words, ROOT, env)


def other_config(folder: Path, docs: Path = DOCS, **settings: str) -> Path:
    """The project's own configuration with other pages or settings, written to a folder."""
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    if docs != DOCS:
        # The navigation is that of the real pages; another guide has its own.
        lines = lines[: lines.index("nav:")]
    kept = [line for line in lines if line.split(":")[0] not in settings]
    kept = [line.replace("- hooks/", f"- {ROOT}/hooks/").replace("- overrides", f"- {ROOT}/overrides") for line in kept]
    kept = [line.replace("custom_dir: overrides", f"custom_dir: {ROOT}/overrides") for line in kept]
    kept += [f"docs_dir: {docs}", *(f"{name}: {value}" for name, value in settings.items() if value)]
    path = folder / "mkdocs.yml"
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return path


def asset(site: Path, name: str) -> str:
    """Where a script or a style of a built site stands: `_/1a2b3c4d/mend.js`."""
    [found] = site.glob(f"_/*/{name}")
    return found.relative_to(site).as_posix()


def index_of(site: Path) -> str:
    """Where the first piece of its search's index stands: `search/1a2b3c4d.json`."""
    return f"search/{asset(site, 'search.js').split('/')[1]}.json"
