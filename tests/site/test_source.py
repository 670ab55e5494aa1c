"""The article that the guide grew from: every point of it is covered, and no sentence of it is copied."""

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from guide.model.guide import Guide
from guide.reading.frontmatter import parse_front_matter
from projects import ROOT

HERE = Path(__file__).parent
POINTS = yaml.safe_load((HERE / "points.yml").read_text("utf-8"))
RUNS = set((HERE / "source_runs.txt").read_text("utf-8").splitlines()[1:])
RUN = 8
WORD = re.compile(r"[a-z0-9]+")


def section(guide: Guide, where: str) -> str:
    """The prose from a heading to the next one of its level or above."""
    url, _, name = where.partition("#")
    page = guide.page_at(url)
    start = next(heading for heading in page.headings if heading.id == name)
    after = [heading.line for heading in page.headings if heading.line > start.line and heading.level <= start.level]
    end = after[0] if after else 10**6
    return "\n".join(text for text, line in page.prose if start.line <= line < end)


def runs_of(text: str) -> set[str]:
    """The hashes of each run of eight words of a text."""
    words = WORD.findall(re.sub("['’‘]", "", text.lower()))
    runs = (" ".join(words[index : index + RUN]) for index in range(len(words) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:12] for run in runs}


def test_the_list_is_whole():
    """The list holds every point of the article once, by section."""
    ids = [point["id"] for point in POINTS]

    assert len(ids) == len(set(ids))
    assert len(ids) >= 90


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point["id"])
def test_each_point_is_covered(guide, point):
    """The section that is said to make a point makes it."""
    text = section(guide, point["where"])

    assert [words for words in point["says"] if not re.search(words, text, re.IGNORECASE)] == []


def test_no_run_of_eight_words_is_the_articles(guide):
    """No eight words in a row, on any page or in any data file, are the article's."""
    sources = {
        page.source: parse_front_matter((ROOT / page.source).read_text("utf-8"), "")[0].body for page in guide.pages
    }
    sources |= {path.name: path.read_text("utf-8") for path in (ROOT / "docs/_data").glob("*.yml")}

    assert {source for source, text in sources.items() if runs_of(text) & RUNS} == set()
    assert len(RUNS) > 1000


def test_descriptions_are_our_own(guide):
    """Nor are they in a description or in another way of asking."""
    texts = {page.source: f"{page.description} . {page.fields.get('also')}" for page in guide.pages}

    assert {source for source, text in texts.items() if runs_of(text) & RUNS} == set()
