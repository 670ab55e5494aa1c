"""What the scripts do for whoever runs them: the last good site stays, and mistakes are told."""

import gzip
import shutil
import sys
from pathlib import Path

import bench
import bench_page
import brotli
import pytest
from bench_page import missed
from scripted import script


def is_text(data: bytes) -> bool:
    """Whether some bytes are text, as every page, style, script and list of addresses is."""
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


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
