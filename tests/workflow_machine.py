"""A machine as GitHub would lend one: a clone of the project on which the lines of its workflows are run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from projects import ROOT
from workflows import jobs

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
        """As a job begins: the commit, and nothing that another job has left, but for what Python has made of our code.

        That of a release is its tag's.
        """
        tagged = workflow == "release" and self.git(self.project, "tag", "--list", TAG)
        self.git(self.project, "checkout", "--quiet", "--force", "--detach", tagged or self.start)
        self.git(self.project, "clean", "-fdxq", "--exclude=.venv", "--exclude=__pycache__")

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
