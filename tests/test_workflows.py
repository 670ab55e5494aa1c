"""The workflows: what they may do, and that each of their lines does it, in their order, on a clone of the project."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, run, tool

FOLDER = ROOT / ".github/workflows"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))
PINNED = re.compile(r"uses: (?:[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\$/\.github/workflows/[\w-]+\.yml)$")
WRITES = {
    "deploy": {"deploy": {"pages": "write", "id-token": "write"}},
    "watch": {"tell": {"contents": "read", "issues": "write"}},
    "lock": {"propose": {"contents": "write", "pull-requests": "write"}},
    "release": {"publish": {"contents": "write"}},
}
"""The only jobs that may write, and what. None of them runs what a stranger wrote, or a library."""
STRANGERS = ["preview", "test"]
"""The workflows that a pull request from anybody starts."""

Steps = list[dict[str, Any]]


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
    for name, job in yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")).items():
        if isinstance(job, dict):
            yield from ((f"GitLab, {name}", line) for line in job.get("script", []))


def test_every_action_is_pinned():
    """By a full hash with its version beside it; a workflow of our own is that of the same commit."""
    used = [(name, line.strip("- ")) for name in NAMES for line in text_of(name) if "uses:" in line]

    assert len(used) > 20
    assert [one for one in used if not PINNED.fullmatch(one[1])] == []
    assert re.search(r"image: \S+@sha256:[0-9a-f]{64}\n", (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))


def test_one_action_has_one_hash():
    """No workflow keeps an older one."""
    found = {tuple(line.split("uses: ")[1].split("@")) for name in NAMES for line in text_of(name) if "@" in line}

    assert len({action for action, _ in found}) == len(found)


def text_of(name: str) -> list[str]:
    """The lines of its file."""
    return (FOLDER / f"{name}.yml").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_rights_are_the_least(name):
    """None for a workflow; each job names its own, and only the jobs that must may write."""
    rights = {job: told.get("permissions") for job, told in jobs(name).items()}

    assert workflow(name)["permissions"] == {}
    assert None not in rights.values()
    assert {job: told for job, told in rights.items() if "write" in told.values()} == WRITES.get(name, {})


def test_what_strangers_start_has_nothing():
    """What anybody's pull request runs reads what everybody may read, and is handed no secret and no token."""
    started = [name for name in NAMES if {"pull_request", "pull_request_target"} & set(workflow(name)[True])]

    assert started == STRANGERS
    assert [name for name in NAMES if {"pull_request_target", "workflow_run"} & set(workflow(name)[True])] == []
    assert {str(job["permissions"]) for name in started for job in jobs(name).values()} == {"{'contents': 'read'}"}
    assert [name for name in started for line in text_of(name) if "secrets" in line or "token" in line] == []


def test_a_token_is_only_for_our_script():
    """The one step of a job that has it runs a script without libraries, and each checkout leaves none behind."""
    steps = [step for name in NAMES for job in jobs(name).values() for step in job.get("steps", [])]

    assert {step["run"].split()[0] for step in steps if "GH_TOKEN" in step.get("env", {})} == {"./scripts/github"}
    assert {step["with"]["persist-credentials"] for step in steps if "actions/checkout" in step.get("uses", "")} == {
        False
    }


def test_each_line_runs_a_script_of_ours():
    """A workflow decides nothing by itself: what it does can be run and tested at home."""
    told = [(where, line, line.split()[0]) for where, line in lines()]

    assert len(told) > 15
    assert [one for one in told if not re.fullmatch(r"\./scripts/[\w-]+", one[2])] == []
    assert [one for one in told if not os.access(ROOT / one[2], os.X_OK)] == []
    assert [one for one in told if "${{" in one[1]] == []


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", [FOLDER / f"{name}.yml" for name in NAMES]),
        ("dependabot", [ROOT / ".github/dependabot.yml"]),
        ("gitlab-ci", [ROOT / ".gitlab-ci.yml"]),
    ],
    ids=["GitHub", "Dependabot", "GitLab"],
)
def test_they_have_the_form_that_is_asked_for(schema, files):
    """By the schemas that editors use."""
    done = run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files])

    assert done.returncode == 0, done.stdout


def zizmor(folder: Path) -> subprocess.CompletedProcess:
    """What is unsafe in workflows, as far as it can be told without the internet."""
    program = tool(str(Path(sys.prefix) / "bin/zizmor"), "zizmor")
    return run([program, "--offline", "--no-progress", "--quiet", folder])


def test_nothing_in_them_is_unsafe(tmp_path):
    """Nothing is told of ours; of what is unsafe something is."""
    unsafe = tmp_path / "unsafe.yml"
    unsafe.write_text(
        (FOLDER / "preview.yml").read_text(encoding="utf-8").replace("pull_request", "pull_request_target")
    )
    ours, planted = zizmor(ROOT / ".github"), zizmor(unsafe)

    assert ours.returncode == 0, ours.stdout
    assert (planted.returncode != 0, "dangerous-triggers" in planted.stdout) == (True, True)


# From here on they are run.

NOT_HERE = {
    "./scripts/tools": "it installs by apt or brew, with the rights of the machine's owner",
    "./scripts/test": "this is one of the tests that it would run",
    "./scripts/test --all": "this is one of the tests that it would run",
    "./scripts/lock --upgrade": "it asks the registry of packages for the newest versions",
}
"""The lines that are not run here, and why."""
STANDS_IN = {
    "scripts/setup": "the environment of these tests stands in for one that it would download",
    "gh": "GitHub is not asked: a program of its name keeps what it would have been asked",
    "the pages": "a small guide stands in for ours, which other tests build",
}
"""What else is not as it is on GitHub, and why."""
TAG = "v1.0.0"
ANSWERS = {
    "issue list": "[]",
    "pr list": "[]",
    "api repos/{owner}/{repo}/actions/workflows": '{"workflow_runs": [{"id": 7}]}',
    "api repos/{owner}/{repo}/actions/runs": '{"jobs": [{"name": "test / Every page", "conclusion": "success"}]}',
}
# By way of the shell, for the beginning of a file cannot name a program whose path has spaces.
GH = """\
#!/bin/sh
exec {python} - "$@" <<'END'
import json, sys
words = " ".join(sys.argv[1:])
open({told!r}, "a").write(words + "\\n")
print(next((said for asked, said in json.loads({answers!r}).items() if words.startswith(asked)), ""))
END
"""
PAGE = "docs/ride.md"


class Machine:
    """A clone of the project with a small guide in it, on which the lines of workflows are run as GitHub runs them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.project = folder, folder / "project"
        self.told, self.summary, self.output = folder / "told", folder / "summary", folder / "output"
        self.kept: dict[str, Path] = {}
        self.done: set[tuple[str, str]] = set()
        self.git(folder, "clone", "--quiet", str(ROOT), str(self.project))
        self.git(folder, "init", "--quiet", "--bare", "origin.git")
        self._put_in_the_small_guide()
        (self.project / ".git/info/exclude").write_text("/.venv\n")
        (self.project / ".venv").symlink_to(sys.prefix)
        (folder / "bin").mkdir()
        (folder / "bin/gh").write_text(
            GH.format(python=shlex.quote(sys.executable), told=str(self.told), answers=json.dumps(ANSWERS)),
            encoding="utf-8",
        )
        (folder / "bin/gh").chmod(0o755)

    def _put_in_the_small_guide(self) -> None:
        shutil.rmtree(self.project / "docs")
        shutil.copytree(ROOT / "tests/sites/bicycle/docs", self.project / "docs")
        config = self.project / "mkdocs.yml"
        config.write_text(config.read_text(encoding="utf-8").split("\nnav:")[0], encoding="utf-8")
        (self.project / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
        self.commit("A small guide")
        page = self.project / PAGE
        text = page.read_text(encoding="utf-8").replace("step: 1\n", "step: 1\nnext_review: 2020-01-01\n")
        page.write_text(f"{text}\nThree words more.\n", encoding="utf-8")
        self.commit("Three words more")
        self.git(self.project, "remote", "set-url", "origin", str(self.folder / "origin.git"))
        self.git(self.project, "push", "--quiet", "origin", "HEAD:refs/heads/main")
        self.git(self.project, "fetch", "--quiet", "origin")
        self.start = self.git(self.project, "rev-parse", "HEAD")

    def commit(self, words: str) -> None:
        """Everything as it is now."""
        self.git(self.project, "add", "--all")
        self.git(self.project, "commit", "--quiet", "--message", words)

    def git(self, folder: Path, *words: str) -> str:
        """What git says."""
        who = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "core.hooksPath=/dev/null")
        done = subprocess.run(["git", *who, *words], cwd=folder, text=True, capture_output=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def begin(self, workflow: str = "") -> None:
        """As a job begins: the commit, and nothing that another job has left. That of a release is its tag's."""
        tagged = workflow == "release" and self.git(self.project, "tag", "--list", TAG)
        self.git(self.project, "checkout", "--quiet", "--force", "--detach", tagged or self.start)
        self.git(self.project, "clean", "-fdxq", "--exclude=.venv")

    def line(self, line: str, env: dict[str, str]) -> None:
        """Run one line, once for all workflows that run it with the same words around it."""
        words = (line, json.dumps(env, sort_keys=True))
        if line in NOT_HERE or (words in self.done and "preview" not in line):
            return
        self.done.add(words)
        done = self.script(line, env)
        assert done.returncode == 0, f"{line}\n{done.stdout}"

    def script(self, line: str, env: dict[str, str]) -> subprocess.CompletedProcess:
        """What a line says and does, in the environment that GitHub gives it."""
        own = {"GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_REPOSITORY": "a/b"}
        files = {"GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_OUTPUT": str(self.output)}
        who = {f"GIT_{who}_{what}": "a@a.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        path = {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", line],
            cwd=self.project,
            env={**os.environ, **own, **files, **who, **path, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def use(self, action: str, told: dict[str, str]) -> None:
        """Files are handed on between jobs; what else an action does is GitHub's own."""
        name, path = told.get("name", ""), told.get("path", "")
        if "upload" in action:
            found = sorted(self.project.glob(path))
            assert found, f"{path} was not made"
            self.kept[name] = self.folder / "kept" / name
            for one in found:
                into = self.kept[name] if one.is_dir() else self.kept[name] / one.name
                shutil.copytree(one, into, dirs_exist_ok=True) if one.is_dir() else copy(one, into)
        elif "download" in action:
            shutil.copytree(self.kept[name], self.project / path, dirs_exist_ok=True)

    def gh(self) -> list[str]:
        """What GitHub was asked since this was last called."""
        asked = self.told.read_text(encoding="utf-8").splitlines() if self.told.exists() else []
        self.told.unlink(missing_ok=True)
        return asked


def copy(one: Path, into: Path) -> None:
    """A file, into a folder that may have to be made."""
    into.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(one, into)


@pytest.fixture(scope="module")
def machine(tmp_path_factory) -> Machine:
    """One clone for all."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, and so none can be made of it")
    return Machine(tmp_path_factory.mktemp("machine"))


def filled(text: str, machine: Machine) -> str:
    """What GitHub would put in the place of an expression."""
    known = {
        "inputs.commit": machine.start,
        "github.token": "a token",
        "github.ref_name": TAG,
        "github.server_url": "https://github.com",
        "github.repository": "a/b",
        "vars.SITE_URL": "https://guide.example/",
    }
    return re.sub(r"\$\{\{ ([\w.]+).*? \}\}", lambda found: known.get(found[1], "true"), text)


def run_workflow(name: str, machine: Machine) -> None:
    """Every step of it, in its order; the tests that it calls are a workflow of their own."""
    machine.gh()
    for job in jobs(name).values():
        machine.begin(name)
        for step in job.get("steps", []):
            env = {key: filled(str(value), machine) for key, value in step.get("env", {}).items()}
            for line in step.get("run", "").splitlines():
                machine.line(line, env)
            machine.use(step.get("uses", ""), step.get("with", {}))


def handed_over(name: str, workflow: str, machine: Machine) -> Path:
    """What a workflow has handed over; it is run, where no test before has run it on this machine."""
    if name not in machine.kept:
        run_workflow(workflow, machine)
    return machine.kept[name]


pytestmark = pytest.mark.xdist_group("workflows")


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("test", []),
        ("preview", []),
        ("deploy", ["api repos/{owner}/{repo}/actions/workflows", "api repos/{owner}/{repo}/actions/runs/7"]),
        ("watch", ["issue list", "issue create --title What is due in the guide"]),
        ("lock", []),
        ("release", [f"release create {TAG} --verify-tag --title 1.0.0"]),
    ],
)
def test_its_lines_run(machine, name, asked):
    """One after the other, as in the workflow; GitHub is asked for what it should be, and for nothing else."""
    run_workflow(name, machine)
    told = [one for one in machine.gh() if one.startswith(("api", "issue", "pr ", "release"))]

    assert len(told) == len(asked)
    assert [one for one, begin in zip(told, asked, strict=True) if not one.startswith(begin)] == []


def test_a_pull_request_can_be_looked_at(machine):
    """Its summary, and its pages as they open without a server, are what is handed over."""
    kept = handed_over("preview", "preview", machine)

    assert "- Changed: Ride (`docs/ride.md`), 5 → 8 words" in machine.summary.read_text(encoding="utf-8")
    assert (kept / "summary.md").read_text(encoding="utf-8") in machine.summary.read_text(encoding="utf-8")
    assert (kept / "site/ride/index.html").exists()
    assert [path.parent.name for path in kept.glob("open/*/ride/index.html")] == ["ride"]


def test_what_is_due_is_told(machine):
    """The text of the issue names the page whose review is due, with the line."""
    due = (handed_over("due", "watch", machine) / "due.md").read_text(encoding="utf-8")

    assert "- `docs/ride.md:4` The page was to be reviewed by 2020-01-01." in due


def test_planted_faults_are_told_with_their_lines(machine):
    """A link that is broken, an address that leads nowhere, a help line that nobody has looked at for long."""
    machine.begin()
    docs = machine.project / "docs"
    with (docs / "ride.md").open("a", encoding="utf-8") as page:
        page.write("\n[Gone](gone.md)\n")
    (docs / "faq/tyres.md").rename(docs / "faq/tubes.md")
    (docs / "_data/help-kinds.yml").write_text("- {kind: crash, name: Crash, seen_within: 30}\n", encoding="utf-8")
    machine.commit("Faults")
    made = machine.script("./scripts/changes HEAD^1 changes", {})
    said = (machine.project / "changes/summary.md").read_text(encoding="utf-8")

    assert made.returncode == 0, made.stdout
    assert "- `docs/ride.md:13` **The link to “gone.md” leads nowhere.**" in said
    assert "- `docs/faq/tyres.md:1` **“/faq/tyres/” is gone.**" in said
    assert "aliases: \\[faq/tyres/\\]" in said
    assert "- `docs/_data/help-lines.yml:1` Notice: **“Road rescue” was last seen on 2026-05-01.**" in said


def test_every_workflow_is_run():
    """None is left out above, and no line is excused that there is not."""
    run = next(mark for mark in test_its_lines_run.pytestmark if mark.name == "parametrize").args[1]

    assert sorted(name for name, _ in run) == NAMES
    assert set(NOT_HERE) <= {line for _, line in lines()}
