"""`guide.json`, checked against the schema that describes it."""

import json

import jsonschema
import pytest
from guide.renderers.manifest import manifest_of, render_manifest, schema
from guide.site.loader import load_guide
from memory import most_held

TEXTS = {
    "index.md": "---\nkind: home\ntitle: Kettles\n---\n# Tea & “more”\n\nBoil it.\n",
    "a/step.md": "---\nkind: step\nstep: 1\nreviewed: 2026-11-23\n---\n# Boil\n\n"
    "## Check {#check}\n\n- [ ] Fill & <b>shut</b>\n- [ ] Wait {#w}\n",
    "block.md": "---\nkind: block\nelement: Water\ndescription: Wet.\n---\n# Water\n",
    "sheet.md": "---\nkind: worksheet\nminutes: 5\naudience: one\n---\n# Log\n\n- [ ] Done\n",
    "bare.md": "---\nkind: worksheet\n---\n# Bare\n",
    "faq/tea.md": "---\nkind: questions\ntheme: Tea\n---\n# Tea\n\n"
    "## Is it hot? {#hot}\nalso: warm; boiling\n\nYes. *Very.*\n",
    "_data/audiences.yml": "one: For one\n",
}
PAPER = {"a4": None, "letter": None}


@pytest.fixture(scope="module")
def manifest() -> dict:
    """The manifest of a small guide with one of everything, through its JSON."""
    return json.loads(render_manifest(load_guide(TEXTS)[0]))


def validator() -> jsonschema.Draft202012Validator:
    """A validator that looks at formats (dates) too."""
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def test_it_keeps_to_its_schema(manifest):
    """The manifest is what the schema says."""
    assert [error.message for error in validator().iter_errors(manifest)] == []


def test_an_empty_guide_keeps_to_it_too():
    """So is that of a guide without any page."""
    assert [error.message for error in validator().iter_errors(manifest_of(load_guide({})[0], {}))] == []


def test_pages(manifest):
    """Every page with its facts; addresses from the root, the home page's is empty."""
    pages = {page["url"]: page for page in manifest["pages"]}

    assert list(pages) == ["", "a/step/", "bare/", "block/", "faq/tea/", "sheet/"]
    assert pages[""] == {
        "url": "",
        "title": "Kettles",
        "kind": "home",
        "source": "docs/index.md",
        "reviewed": None,
        "words": 4,
        "grade": 0.0,
    }
    assert pages["a/step/"]["reviewed"] == "2026-11-23"


def test_checklists(manifest):
    """Every checklist with its items as plain text; one on a worksheet prints with its sheet."""
    step, sheet = manifest["checklists"]

    assert step == {
        "id": "check",
        "title": "Check",
        "kind": "step",
        "page": "a/step/",
        "source": "docs/a/step.md",
        "line": 10,
        "print": "print/check/",
        "pdf": PAPER,
        "items": [{"id": "fill--shut", "text": "Fill & shut", "line": 10}, {"id": "w", "text": "Wait", "line": 11}],
    }
    assert (sheet["id"], sheet["kind"], sheet["print"]) == ("sheet-log", "worksheet", "sheet/")


def test_worksheets_blocks_and_questions(manifest):
    """Worksheets, blocks and questions in their order, with what is not known as null."""
    assert manifest["worksheets"] == [
        {"id": "bare", "title": "Bare", "url": "bare/", "minutes": None, "audience": None, "pdf": PAPER},
        {"id": "sheet", "title": "Log", "url": "sheet/", "minutes": 5, "audience": "one", "pdf": PAPER},
    ]
    assert manifest["workbook"] == PAPER
    assert manifest["blocks"] == [{"element": "Water", "description": "Wet.", "url": "block/"}]
    assert manifest["questions"] == [
        {
            "id": "hot",
            "question": "Is it hot?",
            "also": ["warm", "boiling"],
            "theme": "Tea",
            "url": "faq/tea/#hot",
            "answer": "Yes. Very.",
        }
    ]


def test_the_same_guide_gives_the_same_bytes():
    """In whatever order the files are read, and with every script as it is written."""
    one, two = (render_manifest(load_guide(dict(texts))[0]) for texts in (TEXTS.items(), reversed(TEXTS.items())))

    assert one == two
    assert b"Tea" in one
    assert b"\\u" not in render_manifest(load_guide({"a.md": "# Τσάι\n"})[0])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one["pages"][0].update(url="/"),
        lambda one: one["pages"][0].update(url="a"),
        lambda one: one["pages"][0].update(reviewed="23 November"),
        lambda one: one["pages"][0].update(title=""),
        lambda one: one["pages"][0].update(colour="red"),
        lambda one: one["pages"][0].pop("grade"),
        lambda one: one["checklists"][0].update(items=[]),
        lambda one: one["checklists"][0]["items"][0].update(line=0),
        lambda one: one["checklists"][0]["pdf"].update(a4="a.pdf"),
        lambda one: one["worksheets"][0].update(minutes=0),
        lambda one: one["questions"][0].update(answer=""),
        lambda one: one["questions"][0].update(url="faq/tea/"),
        lambda one: one.pop("workbook"),
    ],
)
def test_the_schema_sees_faults(manifest, spoil):
    """The schema is no empty promise: each way to spoil a manifest is seen."""
    spoilt = json.loads(json.dumps(manifest))
    spoil(spoilt)

    assert [*validator().iter_errors(spoilt)] != []


def test_little_room_is_taken():
    """However much a guide holds: the manifest's own room, and that of its plain values."""
    questions = "".join(f"## Is this “question {number}”?\n\n{'It is said here. ' * 9}\n\n" for number in range(600))
    guide, _ = load_guide({"a.md": f"---\nkind: questions\n---\n# A\n\n{questions}"})
    written = len(render_manifest(guide))

    assert most_held(lambda: render_manifest(guide)) - most_held(lambda: manifest_of(guide, {})) < 3 * written
