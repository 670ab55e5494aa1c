"""The workflows: what they may do, and what runs in them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from machine import tool
from projects import ROOT, run
from workflows import FOLDER, NAMES, jobs, lines, text_of, workflow

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
