"""Golden cases: a small guide in a file, and what is said of it or made of it.

`files:` are {path: text}, of a site at `address:`, if it has one; `problems:`, the first line of each; with `show:` (a
CSS selector), `output:` is those parts of the first page as readers get it.
`UPDATE_GOLDEN=1 scripts/test tests/test_cases.py` writes the answers anew.
"""

import os
import re
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from guide.checks import CHECKS
from guide.model.guide import Guide
from guide.model.page import Page
from guide.reading.files import read_texts
from guide.renderers import OWN_PARTS, PARTS
from guide.renderers.part_requests import fill
from guide.renderers.place import Place
from guide.site.loader import load_guide
from guide.site.page_html import render_page
from projects import ROOT
from selectolax.lexbor import LexborHTMLParser

CASES = ROOT / "tests/cases"
EVERY_MISTAKE = CASES / "every_mistake"


def html_of(guide: Guide, page: Page) -> str:
    """The text of a page as HTML, with the parts in it that it asks for."""
    html = render_page(page, {})
    here = Place(guide, page.url, ROOT / "overrides/fragments", {page.source: "https://edit.example/page.md"})
    for name, render in {**PARTS, **OWN_PARTS}.items():
        html = fill(html, name, lambda argument, render=render: render(here, argument))
    return html


def answers_of(case: dict) -> dict[str, str]:
    """What is said of a case, and what is made of it where it asks for that."""
    guide, problems = load_guide(case["files"], address=case.get("address", ""))
    answers = {"problems": "\n".join(f"{problem.path}:{problem.line}: {problem.what}" for problem in problems)}
    if "show" in case:
        path = next(iter(case["files"]))
        page = next(page for page in guide.pages if page.source == f"docs/{path}")
        found = LexborHTMLParser(html_of(guide, page)).css(case["show"])
        lines = [line.strip() for node in found for line in node.html.splitlines()]
        answers["output"] = "\n".join(line for line in lines if line)
    return answers


def write_answers(path: Path, answers: dict[str, str]) -> None:
    """Put the answers into a case, below what its author wrote."""
    written = re.split(r"^(?:problems|output):", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    told = [f"{name}: |\n{indent(answer, '  ')}\n" for name, answer in answers.items() if answer]
    path.write_text("".join([written, *told]), encoding="utf-8")


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*.yml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path):
    """What the generator says of a case, and makes of it, is what stands in the case."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    answers = answers_of(case)
    if os.environ.get("UPDATE_GOLDEN"):
        write_answers(path, answers)
        case |= answers

    assert {name: case.get(name, "").rstrip("\n") for name in answers} == answers


@pytest.mark.parametrize("rule", [check.__name__.removeprefix("check_") for check in CHECKS])
def test_every_rule_has_cases(rule):
    """Each rule has a guide that breaks it and one that keeps it."""
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (CASES / rule).glob("*.yml")]

    assert {bool(case.get("problems")) for case in cases} == {True, False}


def test_every_mistake():
    """A guide that breaks every rule is told all of it in one run, by path and line."""
    _, problems = load_guide(read_texts(EVERY_MISTAKE / "docs"))
    told = "".join(f"{problem.path}:{problem.line}: {problem.what}\n" for problem in problems)
    expected = EVERY_MISTAKE / "problems.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(told, encoding="utf-8")

    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_mistake_breaks_every_rule(check):
    """No rule is left out of that guide."""
    guide, _ = load_guide(read_texts(EVERY_MISTAKE / "docs"))

    assert [*check(guide)] != []
