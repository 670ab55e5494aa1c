"""`scripts/changes` tells what a change does, whatever its commits are called and bring, and runs nothing of them."""

import subprocess
from pathlib import Path

import pytest
from scripted import script

HOSTILE = ["--output=x", "$(touch${IFS}run)`touch${IFS}run`;touch${IFS}run'&\"|a"]


def git(folder: Path, *orders: list[str]) -> str:
    """What git says to the last of some orders; whoever commits has a name."""
    who = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    one = {"cwd": folder, "check": True, "stdout": subprocess.PIPE, "text": True}
    return [subprocess.run([*who, *words], **one).stdout.strip() for words in orders][-1]


@pytest.fixture
def kept_by_git(project) -> Path:
    """The same as a repository, with branches whose names would be something else to a shell and to git."""
    (project / ".gitignore").write_text(".venv\n__pycache__\n.cache\n", encoding="utf-8")
    git(project, ["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "A"])
    at = git(project, ["rev-parse", "HEAD"])
    git(project, *(["update-ref", f"refs/heads/{name}", at] for name in HOSTILE))
    return project


@pytest.mark.parametrize("name", [f"refs/heads/{name}" for name in HOSTILE])
def test_a_commit_may_have_any_name(kept_by_git, name):
    """It is looked up and no more: what changed since is told."""
    (kept_by_git / "docs/new.md").write_text("# New words\n", encoding="utf-8")
    said = script(kept_by_git, "changes", name, "told")

    assert (said.returncode, "- New: New words" in said.stdout) == (0, True), said.stdout
    assert not list(kept_by_git.parent.rglob("run"))
    assert sorted(path.name for path in kept_by_git.parent.iterdir()) == ["our project", "told"]


def test_code_that_hides_itself(kept_by_git):
    """Git names it at the top, and the code of before tells the words of pages, which the new one leaves out."""
    telling = kept_by_git / "hooks/guide/changes/summary.py"
    telling.write_text(
        f"{telling.read_text('utf-8')}\n\ndef fitted(opening, parts):\n    return 'Nothing.\\n'\n", "utf-8"
    )
    (kept_by_git / "docs/new.md").write_text("# New words\n", encoding="utf-8")
    (kept_by_git / "docs/`x`.py").write_text("", encoding="utf-8")
    said = script(kept_by_git, "changes", "main", "told")

    assert said.returncode == 0, said.stdout
    assert said.stdout.splitlines()[2:4] == ["    M\thooks/guide/changes/summary.py", "    A\tdocs/`x`.py"]
    before, _, now = said.stdout.partition("\n---\n")
    assert "- New: New words" in before
    assert now.endswith("\n\nNothing.\n")
    assert (kept_by_git.parent / "told/summary.md").read_text("utf-8") == said.stdout


def test_another_commit_is_told_and_not_run(kept_by_git):
    """Nothing that it holds is run: not its code, its scripts, nor what is called as a part of ours."""
    ran = kept_by_git.parent / "ran"
    run = f"open({str(ran)!r}, 'w')\n"
    for path in ("hooks/guide/__init__.py", "scripts/changes", "yaml.py", "guide.py", "Hooks/guide/one.yml", "TWO.PY"):
        (kept_by_git / path).parent.mkdir(parents=True, exist_ok=True)
        (kept_by_git / path).write_text(run, encoding="utf-8")
    (kept_by_git / "docs/new.md").write_text("# New words\n", encoding="utf-8")
    git(kept_by_git, ["checkout", "-qb", "strange"], ["add", "-A"], ["commit", "-qm", "B"], ["checkout", "-q", "main"])
    said = script(kept_by_git, "changes", "main", "told", "strange")

    assert said.returncode == 0, said.stdout
    assert "    M\thooks/guide/__init__.py\n" in said.stdout
    assert "    A\tyaml.py\n" in said.stdout
    # Some systems take these names for those of our code.
    assert {f"    A\t{path}\n" in said.stdout for path in ("Hooks/guide/one.yml", "TWO.PY")} == {True}
    assert "`Hooks/" not in said.stdout
    assert "`TWO.PY`" not in said.stdout
    assert "- New: New words" in said.stdout
    assert not ran.exists()


def test_what_git_itself_would_run_or_pass_over(kept_by_git):
    """A hook that the change brings does not run where hooks stand in the project; a part that git ignores is told."""
    ran = kept_by_git.parent / "ran"
    parts = '[submodule "x"]\n\tpath = overrides/x\n\turl = https://a.example/x\n\tignore = all\n'
    (kept_by_git / ".gitmodules").write_text(parts, encoding="utf-8")
    hooks = ["config", "core.hooksPath", "hooks-of-git"]
    git(kept_by_git, ["add", "-A"], ["commit", "-qm", "B"], hooks, ["checkout", "-qb", "strange"])
    hook = kept_by_git / "hooks-of-git/post-checkout"
    hook.parent.mkdir()
    hook.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    hook.chmod(0o755)
    at = git(kept_by_git, ["rev-parse", "HEAD"])
    kept = ["update-index", "--add", "--cacheinfo", f"160000,{at},overrides/x"]
    git(kept_by_git, ["add", "-A"], kept, ["commit", "-qm", "C"], ["config", "core.hooksPath", "/dev/null"])
    git(kept_by_git, ["checkout", "-qf", "main"], hooks)
    said = script(kept_by_git, "changes", "main", "told", "strange")

    assert said.returncode == 0, said.stdout
    assert "    A\toverrides/x\n" in said.stdout
    assert not ran.exists()


def test_a_change_that_began_before(kept_by_git):
    """What stands in the other commit alone reads as if it were undone: that is said first."""
    (kept_by_git / "docs/new.md").write_text("# New words\n", encoding="utf-8")
    git(kept_by_git, ["branch", "strange"], ["add", "-A"], ["commit", "-qm", "B"])
    said = script(kept_by_git, "changes", "main", "told", "strange")
    even = script(kept_by_git, "changes", "main", "told")

    assert said.stdout.startswith("**This change does not hold all that it is compared with (commits: 1).** ")
    assert "does not hold all" not in even.stdout


def test_code_of_before_that_cannot_read(kept_by_git):
    """That is said, and the new code tells what has changed."""
    command = kept_by_git / "hooks/guide/__main__.py"
    whole = command.read_text("utf-8")
    command.write_text("raise SystemExit('No `more`.')\n", encoding="utf-8")
    git(kept_by_git, ["commit", "-qam", "B"])
    command.write_text(whole, encoding="utf-8")
    said = script(kept_by_git, "changes", "main", "told")

    assert said.returncode == 0, said.stdout
    assert "**The code of before cannot read this change:** `No more.`" in said.stdout
    assert "There is nothing to compare this guide with." in said.stdout


@pytest.mark.parametrize("name", ["nobody", "a b", "a\n--force", "HEAD:docs", "\x1b[2J", "main..main"])
def test_what_is_no_commit(kept_by_git, name):
    """It is told, in signs that can be seen."""
    said = script(kept_by_git, "changes", name, "told")

    assert (said.returncode, said.stdout.count("\n")) == (1, 1)
    assert said.stdout.startswith("There is no commit ")
    assert "\x1b" not in said.stdout
