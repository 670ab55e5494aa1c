"""The shape of the real pages, as they are built."""

import json
import re
from itertools import pairwise

import jsonschema
import pytest
import yaml
from guide.model.problems import ERROR
from guide.renderers.manifest import schema
from projects import DOCS, ROOT, index_of

SHAPE = yaml.safe_load((DOCS / "_data/shape.yml").read_text("utf-8"))


def test_nothing_is_wrong(loaded):
    """The pages have no problem that an author would have to mend."""
    _, problems = loaded

    assert [problem for problem in problems if problem.severity == ERROR] == []


def test_manifest_has_its_shape(manifest):
    """guide.json is what its schema says."""
    jsonschema.validate(manifest, schema(), format_checker=jsonschema.FormatChecker())


def test_manifest_lists_what_is_built(manifest, built):
    """Each page, print page, worksheet and answer of the manifest stands in the site."""
    urls = [page["url"] for page in manifest["pages"]]
    urls += [checklist["print"] for checklist in manifest["checklists"]]
    urls += [sheet["url"] for sheet in manifest["worksheets"]]
    missing = [url for url in urls if url not in built]
    unanswered = [
        question["url"]
        for question in manifest["questions"]
        if not built[question["url"].partition("#")[0]].css_first(f"[id='{question['id']}']")
    ]

    assert (missing, unanswered) == ([], [])


@pytest.mark.parametrize(
    ("what", "least"), [("pages", 45), ("blocks", 6), ("worksheets", 10), ("questions", 80)], ids=lambda value: value
)
def test_the_guide_is_whole(manifest, what, least):
    """The guide holds at least what it promises."""
    assert len(manifest[what]) >= least


def test_each_step_has_a_checklist(guide, manifest):
    """Eight steps, each with a checklist of its own."""
    with_checklists = {checklist["page"] for checklist in manifest["checklists"] if checklist["kind"] == "step"}

    assert [step.number for step in guide.steps] == list(range(1, 9))
    assert with_checklists == {step.url for step in guide.steps}


def test_checklists_point_at_their_lines(manifest):
    """The line of each box is the line on which its author wrote it."""
    lost = []
    for checklist in manifest["checklists"]:
        lines = (ROOT / checklist["source"]).read_text("utf-8").splitlines()
        lost += [
            (checklist["source"], item["line"])
            for item in checklist["items"]
            if f"{{#{item['id']}}}" not in lines[item["line"] - 1] or "[ ]" not in lines[item["line"] - 1]
        ]

    assert lost == []


def test_ids_are_written(guide):
    """In our own guide the ids of questions, checklists and boxes are written, so that a new wording keeps them."""
    texts = {page.source: (ROOT / page.source).read_text("utf-8") for page in guide.pages}
    named = [(question.source, question.id) for question in guide.questions]
    named += [(checklist.source, checklist.id) for checklist in guide.checklists]
    named += [(checklist.source, item.id) for checklist in guide.checklists for item in checklist.items]

    assert [place for place in named if f"{{#{place[1]}" not in texts[place[0]]] == []


def test_one_title_and_no_gap(built):
    """Each built page has one first-level heading, and no level is skipped."""
    wrong = {}
    for address, page in built.items():
        levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6") if node.css_matches("main *")]
        if levels.count(1) != 1 or any(below > above + 1 for above, below in pairwise(levels)):
            wrong[address] = levels

    assert wrong == {}


def test_ids_are_unique(built):
    """No page has one id twice."""
    twice = {}
    for address, page in built.items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        if len(ids) != len(set(ids)):
            twice[address] = sorted({name for name in ids if ids.count(name) > 1})

    assert twice == {}


def test_every_page_can_be_left(built):
    """On every page the way out is the first link, and stands in the bar as well."""
    wrong = [
        address
        for address, page in built.items()
        if "data-guide" not in page.css("a")[0].attributes or len(page.css("[data-guide=exit]")) < 2
    ]

    assert wrong == []


def test_every_page_says_what_it_is_not(built):
    """Every page says that it is information, and that nobody is watching it."""
    notice = yaml.safe_load((DOCS / "_data/words.yml").read_text("utf-8"))["notice"]

    assert [address for address, page in built.items() if notice not in page.css_first("footer").text()] == []


def test_nothing_asked_for_is_left(site):
    """No request for a generated part is left in the site as a comment."""
    assert [path for path in site.rglob("*.html") if re.search(r"<!--\s*guide:", path.read_text("utf-8"))] == []


def test_only_what_is_meant_is_published(site):
    """Data, style parts and Material's own files stay out of the site; `_headers` and `_redirects` are for its host."""
    top = sorted(path.name for path in site.iterdir())
    assets = sorted(path.relative_to(site / "assets").as_posix() for path in (site / "assets").rglob("*.*"))

    assert [name for name in top if name.startswith("_") or name in ("fragments", "partials")] == [
        "_",
        "_headers",
        "_redirects",
    ]
    index = index_of(site)
    first = json.loads((site / index).read_text("utf-8"))
    assert {f"search/{path.name}" for path in (site / "search").iterdir()} == {index, *first["more"], first["lines"]}
    assert assets == ["card.png", "mark.svg", "speculation-rules.json"]
    assert sorted(path.name for path in site.rglob("*.css")) == ["print.css", "search.css"]


def test_each_question_can_be_mended_to_the_line(guide, built):
    """The index leads from each question to its answer; below that, a link leads to the line of its source."""
    leads = [link.attributes["href"] for link in built["faq/"].css("[data-guide=question] a")]
    asked = [question for question in guide.questions if guide.page_at(question.page).kind != "safety"]
    mended = {
        question.id: built[question.page].css(f"[data-part='{question.id}'] .tools a")[-1].attributes["href"]
        for question in asked
    }

    assert leads == [question.url.removeprefix("faq/") for question in guide.questions]
    assert {name: link.rpartition("/edit/main/")[2] for name, link in mended.items()} == {
        question.id: f"{question.source}#L{question.line}" for question in asked
    }


def test_every_field_of_a_sheet_has_its_id_written(guide):
    """What a reader has kept is found by it, so that a volunteer may mend the words."""
    name = re.compile(r'<(?:input|textarea)(?=[^>]* (?:spellcheck|type="radio"))[^>]*? (?:id|name)="([^"]+)"')
    derived = {}
    for page in guide.of_kind("worksheet"):
        written = re.findall(r"\{#([\w-]+)", page.text)
        own = {*written, *(f"{one}-answer" for one in written)}
        columns = tuple(f"{one}-" for one in written)
        names = name.findall(page.html)
        assert names
        derived[page.name] = [one for one in names if one not in own and not one.startswith(columns)]

    assert {page: names for page, names in derived.items() if names} == {}
