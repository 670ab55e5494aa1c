"""What the scripts do for whoever runs them: the last good site stays, and mistakes are told."""

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

import bench
import bench_page
import brotli
import pytest
from bench_page import missed
from projects import ROOT
from served import copy_code


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project with a small guide in it, below a path with spaces; it need not be set up again."""
    folder = tmp_path / "a path" / "our project"
    for name in ("hooks", "overrides", "scripts"):
        copy_code(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests/sites/bare/docs", folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
    return folder


def is_text(data: bytes) -> bool:
    """Whether some bytes are text, as every page, style, script and list of addresses is."""
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def script(project: Path, name: str, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a script of a project from another folder, as a person may."""
    path = [str(project / "scripts" / name), *words]
    told = {"cwd": project.parent, "env": {**os.environ, **environment}, "text": True}
    return subprocess.run(path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **told)


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


BROKEN = {
    "seen by the check": ("[x](gone.md)", "docs/index.md:5: The link to “gone.md” leads nowhere.\n    Why:  "),
    "seen by MkDocs alone": ("[x](gone/)", "gone/"),
}


def test_the_last_good_site_stays(project):
    """A broken page leaves the site as it was; once mended, the new site takes its place, and old pages are gone."""
    first = script(project, "build")
    good, home = files(project / "site"), project / "docs/index.md"
    words = home.read_text(encoding="utf-8")

    for seen, (broken, said) in BROKEN.items():
        home.write_text(f"{words}\n{broken}\n", encoding="utf-8")
        second = script(project, "build")
        assert (second.returncode, said in second.stdout) == (1, True), (seen, second.stdout)
        assert files(project / "site") == good, seen

    home.write_text("# Mended\n", encoding="utf-8")
    shutil.rmtree(project / "docs/other")
    third = script(project, "build")

    assert (first.returncode, "index.html" in good, "other/page/index.html" in good) == (0, True, True), first.stdout
    assert third.returncode == 0, third.stdout
    assert '<h1 id="mended">Mended</h1>' in (project / "site/index.html").read_text(encoding="utf-8")
    assert not (project / "site/other").exists()
    assert sorted(path.name for path in project.glob("site*")) == ["site"]


@pytest.mark.thorough
def test_a_site_built_elsewhere(project):
    """Another folder may be named, and nothing is left beside it."""
    built = script(project, "build", str(project.parent / "out/the site"))

    assert built.returncode == 0, built.stdout
    assert (project.parent / "out/the site/index.html").exists()
    assert sorted(path.name for path in (project.parent / "out").iterdir()) == ["the site"]
    assert not (project / "site").exists()


def test_what_is_no_site_is_left_alone(project):
    """Neither a folder of somebody's own files nor a file is replaced; an empty folder may be."""
    own, empty = project.parent / "letters", project.parent / "empty"
    own.mkdir()
    (own / "dear.txt").write_text("Dear you", encoding="utf-8")
    empty.mkdir()
    refused = {path: script(project, "build", str(path)) for path in (own, own / "dear.txt")}
    built = script(project, "build", str(empty))

    assert [one.returncode for one in refused.values()] == [1, 1]
    assert [path for path, one in refused.items() if f"{path} holds something else" not in one.stdout] == []
    assert files(own) == {"dear.txt": b"Dear you"}
    assert sorted(path.name for path in project.parent.iterdir()) == ["empty", "letters", "our project"]
    assert (built.returncode, (empty / "index.html").exists()) == (0, True), built.stdout


NOT_SENT = {"_headers", "_redirects", ".guide-site", ".guide-earlier"}
"""What is for a host and for the next build, and for no reader."""


@pytest.mark.thorough
def test_every_text_of_the_production_site_is_compressed(project):
    """A `.br` and a `.gz` beside each text file hold what it holds, after a second build as well."""
    script(project, "build")
    (project / "docs/index.md").write_text("# Other words\n", encoding="utf-8")
    script(project, "build")
    built = files(project / "site")
    copies = {path for path in built if path.endswith((".br", ".gz"))}
    texts = {path: data for path, data in built.items() if path not in copies | NOT_SENT and is_text(data)}

    assert {path: brotli.decompress(built[f"{path}.br"]) for path in texts} == texts
    assert {path: gzip.decompress(built[f"{path}.gz"]) for path in texts} == texts
    assert b"Other words" in texts["index.html"]


def test_a_page_that_is_not_built_stops_nothing(project):
    """What is wrong with a page that the site leaves out is no matter for the check and the build."""
    (project / "docs/old.md").write_text("# Old\n\n[x](gone.md)\n", encoding="utf-8")
    config = project / "mkdocs.yml"
    words = config.read_text(encoding="utf-8")
    config.write_text(words.replace("exclude_docs: |\n", "exclude_docs: |\n  /old.md\n"), encoding="utf-8")
    checked, built = script(project, "check"), script(project, "build")

    assert "old.md" not in checked.stdout
    assert (built.returncode, (project / "site/old").exists()) == (0, False), built.stdout


FIGURES = {
    "requests": "8",
    "KB, brotli": "14.6",
    "KB before the first paint": "10.5",
    "Lighthouse": "100/100/100/100",
    "TBT, ms": "0",
    "CLS": "0.00",
    "FCP, ours of stock": "0.60",
}


def test_a_page_that_costs_too_much_is_told():
    """Each goal that a page misses is a sentence; one that just meets them all is fine."""
    dear = {**FIGURES, "requests": "9", "Lighthouse": "99/100/100/100", "FCP, ours of stock": "0.61"}

    assert list(missed("home", FIGURES)) == []
    assert list(missed("home", dear)) == [
        "home: Lighthouse gives 99/100/100/100; the goal is 100/100/100/100.",
        "home: requests: 9; the goal is 8 at most.",
        "home: FCP, ours of stock: 0.61; the goal is 0.6 at most.",
    ]


@pytest.mark.parametrize(("first", "code"), [("300", 0), ("700", 1)])
def test_the_bench_fails_where_a_goal_is_missed(monkeypatch, capsys, first, code):
    """All figures come first; then a line for each goal, and the status says it."""
    monkeypatch.setattr(sys, "argv", ["bench", "page"])
    monkeypatch.setattr(bench, "mkdocs", lambda *_: None)
    monkeypatch.setattr(bench, "playwrights_own", lambda: "")  # none is started beside that of other tests
    monkeypatch.setattr(bench_page, "serve", lambda folder, handler: (None, folder.name))
    figures = {"ours": {**FIGURES, "FCP, ms": first}, "stock": {**FIGURES, "FCP, ms": "1000"}}
    monkeypatch.setattr(bench_page, "measured", lambda folder, name, *_: figures[name])
    try:
        status = bench.main()
    except SystemExit as end:
        status = end.code
    lines = capsys.readouterr().out.splitlines()

    assert status == code
    assert [line for line in lines if line.endswith("at most.")] == lines[len(lines) - 3 * code :]


def test_the_check_script_says_what_is_wrong(project):
    """`scripts/check` shows the problems of pages and fails."""
    (project / "docs/index.md").write_text("# A\n\n[x](gone.md)\n", encoding="utf-8")
    said = script(project, "check")

    assert "docs/index.md:3: The link to “gone.md” leads nowhere." in said.stdout
    assert said.returncode == 1


@pytest.mark.parametrize("name", ["changes", "preview", "build", "watch", "release"])
def test_a_script_says_how_it_is_used(project, name):
    """Where an option is asked for, in any place: nothing is made of its name, and nothing else is done."""
    before = files(project.parent)
    asked = [script(project, name, *words) for words in (["--help"], ["-f"], ["main", "--output=x"])]

    assert [one.returncode for one in asked] == [0, 1, 1]
    assert {f"scripts/{name}" in one.stdout for one in asked} == {True}
    assert files(project.parent) == before


@pytest.fixture
def kept_by_git(project) -> Path:
    """The same as a repository, with branches whose names would be something else to a shell and to git."""
    one = {"cwd": project, "check": True, "stdout": subprocess.PIPE, "text": True}
    (project / ".gitignore").write_text(".venv\n__pycache__\n.cache\n", encoding="utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], [*who, "commit", "-qm", "A"]):
        subprocess.run(["git", *words], **one)
    at = subprocess.run(["git", "rev-parse", "HEAD"], **one).stdout.strip()
    for name in HOSTILE:
        subprocess.run(["git", "update-ref", f"refs/heads/{name}", at], **one)
    return project


HOSTILE = ["--output=x", "$(touch${IFS}run)`touch${IFS}run`;touch${IFS}run'&\"|a"]


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
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    for path in ("hooks/guide/__init__.py", "scripts/changes", "yaml.py", "guide.py", "Hooks/guide/one.yml", "TWO.PY"):
        (kept_by_git / path).parent.mkdir(parents=True, exist_ok=True)
        (kept_by_git / path).write_text(run, encoding="utf-8")
    (kept_by_git / "docs/new.md").write_text("# New words\n", encoding="utf-8")
    for words in (["checkout", "-qb", "strange"], ["add", "-A"], ["commit", "-qm", "B"], ["checkout", "-q", "main"]):
        subprocess.run([*git, *words], cwd=kept_by_git, check=True)
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
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    one = {"cwd": kept_by_git, "check": True}
    parts = '[submodule "x"]\n\tpath = overrides/x\n\turl = https://a.example/x\n\tignore = all\n'
    (kept_by_git / ".gitmodules").write_text(parts, encoding="utf-8")
    for words in (["add", "-A"], ["commit", "-qm", "B"], ["config", "core.hooksPath", "hooks-of-git"]):
        subprocess.run([*git, *words], **one)
    subprocess.run([*git, "checkout", "-qb", "strange"], **one)
    hook = kept_by_git / "hooks-of-git/post-checkout"
    hook.parent.mkdir()
    hook.write_text(f"#!/bin/sh\ntouch '{ran}'\n", encoding="utf-8")
    hook.chmod(0o755)
    at = subprocess.run(["git", "rev-parse", "HEAD"], **one, stdout=subprocess.PIPE, text=True).stdout.strip()
    kept = ["update-index", "--add", "--cacheinfo", f"160000,{at},overrides/x"]
    for words in (["add", "-A"], kept, ["commit", "-qm", "C"], ["config", "core.hooksPath", "/dev/null"]):
        subprocess.run([*git, *words], **one)
    for words in (["checkout", "-qf", "main"], ["config", "core.hooksPath", "hooks-of-git"]):
        subprocess.run([*git, *words], **one)
    said = script(kept_by_git, "changes", "main", "told", "strange")

    assert said.returncode == 0, said.stdout
    assert "    A\toverrides/x\n" in said.stdout
    assert not ran.exists()


def test_a_change_that_began_before(kept_by_git):
    """What stands in the other commit alone reads as if it were undone: that is said first."""
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    (kept_by_git / "docs/new.md").write_text("# New words\n", encoding="utf-8")
    for words in (["branch", "strange"], ["add", "-A"], ["commit", "-qm", "B"]):
        subprocess.run([*git, *words], cwd=kept_by_git, check=True)
    said = script(kept_by_git, "changes", "main", "told", "strange")
    even = script(kept_by_git, "changes", "main", "told")

    assert said.stdout.startswith("**This change does not hold all that it is compared with (commits: 1).** ")
    assert "does not hold all" not in even.stdout


def test_code_of_before_that_cannot_read(kept_by_git):
    """That is said, and the new code tells what has changed."""
    command = kept_by_git / "hooks/guide/__main__.py"
    whole = command.read_text("utf-8")
    command.write_text("raise SystemExit('No `more`.')\n", encoding="utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run([*git, "commit", "-qam", "B"], cwd=kept_by_git, check=True)
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
