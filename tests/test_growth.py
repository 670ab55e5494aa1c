"""Ten times the pages are ten times the work, counted and not clocked: a clock says something else on every machine."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench_growth import made_project
from projects import ROOT

# Counts what a build does, from within; the build itself knows nothing of it.
COUNTED = """
import collections, json, sys, io, builtins, runpy
import tracemalloc
import jinja2, markdown, turbohtml
done = collections.Counter()
def counts(owner, name, what):
    work = getattr(owner, name)
    def counted(*words, **named):
        done[what(*words)] += 1
        return work(*words, **named)
    setattr(owner, name, counted)
counts(markdown.Markdown, "convert", lambda parser, text: "parsed" if text.strip() else "nothing to parse")
counts(turbohtml, "parse", lambda *_: "read as browsers do")
counts(jinja2.Template, "render", lambda *_: "rendered")
counts(io, "open", lambda *_: "opened")
counts(builtins, "open", lambda *_: "opened")
tracemalloc.start()
sys.argv = ["mkdocs", "build", "--quiet", "--config-file", "ours.yml", "--site-dir", "site"]
try:
    runpy.run_module("mkdocs", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
done["bytes held"] = tracemalloc.get_traced_memory()[1]
print(json.dumps(done))
"""
pytestmark = pytest.mark.xdist_group("growth")
SMALL, LARGE = 20, 100


@pytest.fixture(scope="module")
def work(tmp_path_factory) -> dict[int, dict[str, int]]:
    """How often each thing is done, by the number of pages."""
    return {number: work_of(tmp_path_factory.mktemp(str(number)), number) for number in (SMALL, LARGE)}


def work_of(folder: Path, number: int) -> dict[str, int]:
    """The same, of one build from nothing."""
    project = made_project(ROOT, folder / "project", number)
    told = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "GUIDE_CACHE": str(folder / "cache")}
    words = [sys.executable, "-c", COUNTED]
    done = subprocess.run(words, cwd=project, env=told, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("number", [SMALL, LARGE])
def test_each_page_is_parsed_once(work, number):
    """By us; MkDocs is left nothing to parse, and makes no parser for it."""
    assert work[number]["parsed"] == number
    assert "nothing to parse" not in work[number]


@pytest.mark.parametrize("what", ["rendered", "opened"])
def test_work_grows_as_the_guide_does(work, what):
    """What a build does once makes it less than so many times; more than that would be growth by the square."""
    assert work[LARGE][what] <= 1.1 * LARGE / SMALL * work[SMALL][what]


def test_few_rules_read_a_text_anew(work):
    """What its elements are is kept for all rules; of a finished page it is found once, or twice without scripts.

    The e-book reads each page once more.
    """
    assert work[LARGE]["read as browsers do"] <= 7 * LARGE


def test_little_of_each_page_is_held(work):
    """Bytes for each page more, at the moment when most are held: the guide itself takes half of them."""
    assert (work[LARGE]["bytes held"] - work[SMALL]["bytes held"]) / (LARGE - SMALL) <= 50_000
