"""What the workflows ask of GitHub, by its own program `gh`: each word is one thing to do.

`tested COMMIT` says whether a commit of main passed its tests when it was pushed; `issue TITLE FILE` keeps one issue
up to date; `propose BRANCH TITLE FILE…` keeps one pull request of changed files; `release TAG DIR` puts files beside
a tag.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from changelog import section_of

Run = Callable[..., str]
"""Runs a program with its words and returns what it says; raises subprocess.CalledProcessError where it fails."""

MAIN = "main"
RUNS = "repos/{owner}/{repo}/actions/workflows/deploy.yml/runs"
JOBS = "repos/{owner}/{repo}/actions/runs/%d/jobs?per_page=100"
TESTS = "test / "
"""How the names of those jobs begin that the workflow Deploy calls its tests by."""
ROBOT = ("-c", "user.name=github-actions[bot]", "-c", "user.email=github-actions[bot]@users.noreply.github.com")


class NoError(Exception):
    """What was asked cannot be done; the words are for people."""


def run(*words: str) -> str:
    """Run a program; what it has to complain of goes where our own complaints go."""
    return subprocess.run(words, check=True, text=True, stdout=subprocess.PIPE).stdout


def tested(run: Run, commit: str) -> str:
    """The full name of a commit of main that was tested when it was pushed. Raises NoError for any other."""
    try:
        full = run("git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}").strip()
        run("git", "merge-base", "--is-ancestor", full, f"origin/{MAIN}")
    except subprocess.CalledProcessError:
        raise NoError(f"“{commit}” is no commit of {MAIN}.") from None
    found = json.loads(run("gh", "api", f"{RUNS}?head_sha={full}&event=push&branch={MAIN}"))
    for one in found["workflow_runs"]:
        jobs = json.loads(run("gh", "api", JOBS % one["id"]))["jobs"]
        results = [job["conclusion"] for job in jobs if job["name"].startswith(TESTS)]
        if results and set(results) == {"success"}:
            return full
    raise NoError(f"{full} has not passed its tests on {MAIN}.")


def issue(run: Run, title: str, path: str) -> str:
    """Open an issue with the text of a file, or bring the open one of that title up to date; close it where none is."""
    text = Path(path).read_text(encoding="utf-8")
    listed = json.loads(
        run("gh", "issue", "list", "--state", "open", "--limit", "500", "--json", "number,title,author")
    )
    # Anybody may open an issue of this title. Ours is the one that a workflow has opened.
    ours = [str(one["number"]) for one in listed if one["title"] == title and one["author"].get("is_bot")]
    if text.strip() and ours:
        return run("gh", "issue", "edit", ours[0], "--body-file", path)
    if text.strip():
        return run("gh", "issue", "create", "--title", title, "--body-file", path)
    return run("gh", "issue", "close", ours[0], "--comment", "Nothing is due any more.") if ours else "Nothing is due."


def propose(run: Run, branch: str, title: str, *paths: str) -> str:
    """Suggest the files as they are now in a pull request of their own, or bring the one that is open up to date."""
    if not run("git", "status", "--porcelain", "--", *paths).strip():
        return "Nothing is new."
    run("git", "switch", "--quiet", "-C", branch)
    run("git", "add", "--", *paths)
    run("git", *ROBOT, "commit", "--quiet", "-m", title)
    run("gh", "auth", "setup-git")
    run("git", "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")
    if json.loads(run("gh", "pr", "list", "--head", branch, "--state", "open", "--json", "number")):
        return "The pull request is up to date."
    body = "Every test has passed with these. What changed is in the two lists alone."
    return run("gh", "pr", "create", "--head", branch, "--base", MAIN, "--title", title, "--body", body)


def release(run: Run, tag: str, folder: str) -> str:
    """Publish the files of a folder beside a tag, with that version's part of the changelog."""
    version = tag.removeprefix("v")
    notes = section_of(Path("CHANGELOG.md").read_text(encoding="utf-8"), version)
    files = sorted(str(path) for path in Path(folder).iterdir())
    if not files or not notes:
        raise NoError(f"There are no {'files' if not files else 'notes'} of {tag}.")
    return run("gh", "release", "create", tag, "--verify-tag", "--title", version, "--notes", notes, *files)


WORDS: dict[str, Callable[..., str]] = {"tested": tested, "issue": issue, "propose": propose, "release": release}


def main(words: list[str]) -> int:
    """Do what the first word says; `tested` also hands its answer on to the next steps."""
    try:
        said = WORDS[words[0]](run, *words[1:])
    except NoError as error:
        print(error, file=sys.stderr)
        return 1
    print(said.strip())
    output = os.environ.get("GITHUB_OUTPUT")
    if words[0] == "tested" and output:
        with Path(output).open("a", encoding="utf-8") as out:
            out.write(f"commit={said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
