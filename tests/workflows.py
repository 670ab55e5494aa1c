"""The workflows as GitHub and GitLab read them: their jobs, and the lines that those run."""

from collections.abc import Iterator
from typing import Any

import yaml
from projects import ROOT

FOLDER = ROOT / ".github/workflows"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))


def workflow(name: str) -> dict[Any, Any]:
    """A workflow as GitHub reads it. YAML takes its `on` for true."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def jobs(name: str) -> dict[str, dict[str, Any]]:
    """Its jobs, in their order."""
    return workflow(name)["jobs"]


def lines() -> Iterator[tuple[str, str]]:
    """(where, line) of every line that the workflows run, on GitHub and on GitLab."""
    for name in NAMES:
        for job in jobs(name).values():
            yield from ((name, line) for step in job.get("steps", []) for line in step.get("run", "").splitlines())
    for name, job in gitlab_jobs().items():
        yield from ((f"GitLab, {name}", line) for line in job["script"])


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    """What GitLab does, in its order."""
    told = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return {name: job for name, job in told.items() if isinstance(job, dict) and "script" in job}


def text_of(name: str) -> list[str]:
    """The lines of its file."""
    return (FOLDER / f"{name}.yml").read_text(encoding="utf-8").splitlines()
