"""Each line of the workflows does what it should, in their order, on a clone of the project."""

import pytest
from projects import ROOT
from workflow_machine import NOT_HERE, TAG, Machine, handed_over, run_workflow
from workflows import NAMES, gitlab_jobs, lines

pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("workflows")]


@pytest.fixture(scope="module")
def machine(tmp_path_factory) -> Machine:
    """One clone for all."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, and so none can be made of it")
    return Machine(tmp_path_factory.mktemp("machine"))


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


@pytest.mark.parametrize("name", gitlab_jobs())
def test_the_lines_of_gitlab_run(machine, name):
    """Each job by itself, told what GitLab tells it; what it hands on is there."""
    machine.begin()
    job, before = gitlab_jobs()[name], machine.git(machine.project, "rev-parse", "HEAD^1")
    told = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": before,
        "CI_PAGES_URL": "https://guide.example/",
        "CI_PROJECT_URL": "https://gitlab.com/a/b",
    }
    own = {key: told.get(str(value).removeprefix("$"), str(value)) for key, value in job.get("variables", {}).items()}
    for line in job["script"]:
        machine.line(line, {**told, **own})

    for path in job.get("artifacts", {}).get("paths", []):
        assert (machine.project / path).is_dir()
    if name == "pages":
        home = (machine.project / "public/index.html").read_text(encoding="utf-8")
        assert '<link rel="canonical" href="https://guide.example/">' in home


def test_a_pull_request_can_be_looked_at(machine):
    """Its summary, and its pages as they open without a server, are what is handed over."""
    kept = handed_over("preview", "preview", machine)

    assert "- Changed: Ride (`docs/ride.md`), 5 → 8 words" in machine.summary.read_text(encoding="utf-8")
    assert (kept / "summary.md").read_text(encoding="utf-8") in machine.summary.read_text(encoding="utf-8")
    assert (kept / "site/ride/index.html").exists()
    assert [path.parent.name for path in kept.glob("open/*/ride/index.html")] == ["ride"]


def test_a_summary_that_github_would_not_show(machine):
    """Its first part is handed over, and says so; the whole of it is in the file."""
    machine.begin()
    config = machine.project / "mkdocs.yml"
    many = "".join(f"\n  word{n}: {'a' * 2900}" for n in range(400))
    config.write_text(config.read_text(encoding="utf-8").replace("\nextra:", f"\nextra:{many}"), encoding="utf-8")
    machine.commit("Many words")
    machine.summary.unlink(missing_ok=True)
    made = machine.script("./scripts/changes HEAD^1 changes", {})
    shown, whole = machine.summary.read_bytes(), (machine.project / "changes/summary.md").read_bytes()

    assert made.returncode == 0, made.stdout
    assert len(whole) > 1024**2 > len(shown)
    assert shown.startswith(b"**This is only the first part. The whole of it is in `summary.md`")
    assert whole.startswith(shown.partition(b"\n\n")[2])


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
