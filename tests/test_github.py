"""What the workflows ask of GitHub: which commits may be published, one issue, one pull request, the files of a tag."""

import json
import re
import subprocess

import github
import pytest

COMMIT = "c" * 40


class Programs:
    """Stands in for git and gh: {a piece of a call: what it answers, or None where it fails}, and what was asked."""

    def __init__(self, answers: dict[str, str | None]) -> None:
        self.answers, self.asked = answers, []

    def __call__(self, *words: str) -> str:
        """As `github.run` does."""
        said = " ".join(words)
        self.asked.append(said)
        answer = next((answer for piece, answer in self.answers.items() if piece in said), "")
        if answer is None:
            raise subprocess.CalledProcessError(1, words)
        return answer

    def wrote(self) -> list[str]:
        """The calls that change something at GitHub."""
        return [one for one in self.asked if re.search(r"\b(create|edit|close|push)\b", one)]


def with_jobs(*jobs: tuple[str, str]) -> Programs:
    """A commit of main, and what became of the jobs of its one run."""
    runs = {"workflow_runs": [{"id": 7}] if jobs else []}
    ends = {"jobs": [{"name": name, "conclusion": end} for name, end in jobs]}
    return Programs({"rev-parse": f"{COMMIT}\n", "deploy.yml": json.dumps(runs), "runs/7/jobs": json.dumps(ends)})


def test_a_commit_that_passed_may_be_published():
    """Its tests count, and not whether it was published then."""
    programs = with_jobs(("test / Every page", "success"), ("test / Python 3.11", "success"), ("deploy", "failure"))

    assert github.tested(programs, "c1") == COMMIT
    assert f"head_sha={COMMIT}&event=push&branch=main" in programs.asked[2]


@pytest.mark.parametrize(
    "programs",
    [
        Programs({"rev-parse": None}),
        Programs({"rev-parse": COMMIT, "merge-base": None}),
        with_jobs(),
        with_jobs(("deploy", "success")),
        with_jobs(("test / Every page", "success"), ("test / Python 3.11", "failure")),
        with_jobs(("test / Every page", "success"), ("test / Python 3.11", "cancelled")),
    ],
    ids=["no commit", "not of main", "never run", "without tests", "failed", "cut off"],
)
def test_no_other_commit_may(programs):
    """What was not tested on main is refused, in words."""
    with pytest.raises(github.NoError, match=r"is no commit of main\.|has not passed its tests on main\."):
        github.tested(programs, "c1")


def test_the_answer_is_handed_on(tmp_path, monkeypatch, capsys):
    """The next steps get the full name of the commit; a refusal fails the step and hands on nothing."""
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setattr(github, "run", with_jobs(("test / a", "success")))
    assert github.main(["tested", "c1"]) == 0
    monkeypatch.setattr(github, "run", with_jobs())
    assert github.main(["tested", "c1"]) == 1

    assert (tmp_path / "output").read_text(encoding="utf-8") == f"commit={COMMIT}\n"
    assert "has not passed its tests on main." in capsys.readouterr().err


OURS = json.dumps([{"number": 3, "title": "Due", "author": {"is_bot": True}}])
THEIRS = json.dumps([{"number": 4, "title": "Due", "author": {"is_bot": False}}])


@pytest.mark.parametrize(
    ("text", "there", "wrote"),
    [
        ("- a\n", "[]", ["gh issue create --title Due"]),
        ("- a\n", OURS, ["gh issue edit 3"]),
        ("- a\n", THEIRS, ["gh issue create --title Due"]),
        ("", OURS, ["gh issue close 3"]),
        ("", "[]", []),
        ("", THEIRS, []),
    ],
)
def test_one_issue(tmp_path, text, there, wrote):
    """It is opened once, brought up to date, and closed when nothing is due; that of somebody else is left alone."""
    (tmp_path / "due.md").write_text(text, encoding="utf-8")
    programs = Programs({"issue list": there})
    github.issue(programs, "Due", str(tmp_path / "due.md"))

    assert [one[: len(begin)] for one, begin in zip(programs.wrote(), wrote, strict=True)] == wrote


@pytest.mark.parametrize(
    ("changed", "there", "wrote"),
    [
        ("", "[]", []),
        (" M a.txt", "[]", ["git push --quiet --force origin HEAD:refs/heads/new", "gh pr create --head new"]),
        (" M a.txt", '[{"number": 3}]', ["git push --quiet --force origin HEAD:refs/heads/new"]),
    ],
)
def test_one_pull_request(changed, there, wrote):
    """It is opened once, and what is new goes onto its branch alone; where nothing is, nothing is asked for."""
    programs = Programs({"status": changed, "pr list": there})
    github.propose(programs, "new", "New", "a.txt")

    assert [one[: len(begin)] for one, begin in zip(programs.wrote(), wrote, strict=True)] == wrote


def test_the_files_of_a_tag(tmp_path, monkeypatch):
    """With that version's part of the changelog; without files or notes nothing is published."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "CHANGELOG.md").write_text("## Unreleased\n\n## 1.0.0 - 2026-11-29\n\n- A.\n", encoding="utf-8")
    (tmp_path / "dist").mkdir()
    (tmp_path / "none").mkdir()
    (tmp_path / "dist/a.zip").touch()
    programs = Programs({})
    github.release(programs, "v1.0.0", "dist")

    assert programs.asked == ["gh release create v1.0.0 --verify-tag --title 1.0.0 --notes - A. dist/a.zip"]
    for tag, folder in (("v1.0.0", "none"), ("v2.0.0", "dist")):
        with pytest.raises(github.NoError):
            github.release(programs, tag, folder)
