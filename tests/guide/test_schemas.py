"""What editors are told of front matter and data is what the check lets through, and nothing else."""

import json
import re

import jsonschema
import pytest
import yaml
from guide.__main__ import main
from guide.authors.schemas import FIELDS, VALUES, render_schemas
from guide.reading.data_names import FOLDERS
from guide.reading.data_schema import VALUES as KNOWN_VALUES
from guide.reading.data_schema import known_data
from guide.reading.fields import known_fields
from projects import DOCS, ROOT

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in render_schemas().items()}
KEPT = ROOT / ".vscode"


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do, to whom a date is a text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(name: str, text: str) -> list[str]:
    """What an editor would mark in a text."""
    checker = jsonschema.Draft7Validator(SCHEMAS[name], format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(yaml.load(text, Loader))]


def test_what_is_kept_is_what_is_made(tmp_path):
    """The files that editors read are made anew after a change:  python -m guide schemas .vscode/schemas"""
    assert main(["schemas", str(tmp_path / "made")]) == 0
    made = {path.name: path.read_text("utf-8") for path in (tmp_path / "made").iterdir()}

    assert made == {path.name: path.read_text("utf-8") for path in (KEPT / "schemas").iterdir()}


def test_editors_are_led_to_them():
    """Each file of data has its schema, in the settings of an editor that many have."""
    told = json.loads((KEPT / "settings.json").read_text("utf-8"))["yaml.schemas"]

    files = {name: f"{name}/*.yml" if name in FOLDERS else f"{name}.yml" for name in sorted(known_data())}
    assert told == {f"./.vscode/schemas/{name}.schema.json": f"/docs/_data/{file}" for name, file in files.items()}


def test_every_type_is_known():
    """A new type of a field or of a value has its schema."""
    assert {field["type"] for field in known_fields().values()} == {*FIELDS, "choice"}
    assert set(VALUES) == set(KNOWN_VALUES)


def test_each_is_a_schema():
    """As the standard has it."""
    for schema in SCHEMAS.values():
        jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("name", known_data())
def test_our_data_is_let_through(name):
    """Nothing is marked in a file with which nothing is wrong."""
    files = (DOCS / "_data").glob(f"{name}/*.yml" if name in FOLDERS else f"{name}.yml")

    assert [found for path in files if (found := faults(name, path.read_text("utf-8")))] == []


def test_our_front_matter_is_let_through():
    """On any page."""
    texts = {path: path.read_text("utf-8").split("---\n")[1] for path in DOCS.rglob("*.md")}

    assert {path.name: found for path, text in texts.items() if (found := faults("front-matter", text))} == {}


WRONG = {
    "a name that is nearly right": ("front-matter", "descripton: A", "descripton"),
    "a field of another kind": ("front-matter", "{kind: page, minutes: 5}", "'page' is not one of"),
    "a field of another kind than the usual": ("front-matter", "step: 1", "'kind' is a required property"),
    "a field that the kind needs": ("front-matter", "kind: step", "'step' is a required property"),
    "a number that is none": ("front-matter", "{kind: step, step: one}", "'one' is not of type 'integer'"),
    "a day that is none": ("front-matter", "reviewed: 2026-13-01", "is not a 'date'"),
    "too long": ("front-matter", f"description: {'a' * 201}", "is too long"),
    "half an entry": ("references", "- {key: a}", "'title' is a required property"),
    "a field of an entry": ("help-lines", "- {service: A, who: B, source: c, seen_on: 2026-01-01, fone: '1'}", "fone"),
    "an address": ("help-lines", "- {service: A, who: B, source: c, seen_on: 2026-01-01, url: b.example}", "match"),
    "no list": ("countries", "code: GB", "is not of type 'array'"),
}


@pytest.mark.parametrize(("name", "text", "said"), WRONG.values(), ids=WRONG)
def test_slips_are_marked(name, text, said):
    """Each by one sentence."""
    (fault,) = faults(name, text)

    assert re.search(re.escape(said), fault)


@pytest.mark.parametrize(
    "text", ["worksheets: [a]", "{kind: page, worksheets: []}", "{}", "{kind: safety, tab: Notes}"]
)
def test_what_is_right_is_not_marked(text):
    """A page that does not say its kind is a plain page."""
    assert faults("front-matter", text) == []
