"""The forms by which somebody tells us of something: whole, alike on both hosts, and private where that matters."""

import re

import pytest
import yaml
from projects import ROOT

FORMS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")
    if path.stem != "config"
}
GITLAB = {
    "correction": "Correction",
    "help-line": "Help line",
    "question": "Question people ask",
    "unsafe": "Unsafe passage",
}
MAY = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What GitHub knows of each part of a form; it shows no form at all where one part holds anything else."""


def faults(form: dict) -> list[str]:
    """Why GitHub would not show a form."""
    found = [f"no {name}" for name in ("name", "description", "body") if not form.get(name)]
    found += [f"unknown {name}" for name in set(form) - {"name", "description", "title", "labels", "body"}]
    parts = form.get("body") or []
    for part in parts:
        attributes, may = part.get("attributes") or {}, MAY.get(part.get("type"), set())
        found += [f"unknown {name}" for name in set(part) - {"type", "id", "attributes", "validations"}]
        found += [f"unknown {name} of {part.get('type')}" for name in set(attributes) - may]
        needed = "value" if part.get("type") == "markdown" else "label"
        found += [f"no {needed}"] * (not attributes.get(needed))
    ids = [part["id"] for part in parts if "id" in part]
    labels = [part["attributes"]["label"] for part in parts if "label" in (part.get("attributes") or {})]
    found += ["twice"] * (len({*ids}) < len(ids) or len({*labels}) < len(labels))
    found += ["odd id" for name in ids if not re.fullmatch(r"[\w-]+", name)]
    return found + ["nothing to fill in"] * (not labels)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_whole(name):
    """It would be shown, has a field that must be filled in, and asks nobody for their own story."""
    required = [part for part in FORMS[name]["body"] if (part.get("validations") or {}).get("required")]

    assert faults(FORMS[name]) == []
    assert required
    assert "don't write about your own" in FORMS[name]["body"][0]["attributes"]["value"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, ["no name", "no description", "no body", "nothing to fill in"]),
        ({"name": "A", "description": "B", "body": [{"type": "text", "attributes": {"label": "C"}}]}, "unknown label"),
        ({"name": "A", "description": "B", "body": [{"type": "input", "attributes": {"labl": "C"}}]}, "unknown labl"),
        ({"name": "A", "description": "B", "body": [{"type": "markdown", "attributes": {"value": "C"}}]}, "nothing"),
        ({"name": "A", "description": "B", "body": [{"type": "input", "attributes": {"label": "C"}}] * 2}, "twice"),
    ],
)
def test_a_broken_form_is_seen(form, said):
    """A part that is not known, no words, nothing to fill in, one thing twice."""
    assert faults(form) == said if isinstance(said, list) else said in " ".join(faults(form))


def test_both_hosts_ask_alike():
    """Each form has its template on GitLab, with the same fields in the same order."""
    folder = ROOT / ".gitlab/issue_templates"
    asked = {path.stem: re.findall(r"^## (.+)$", path.read_text("utf-8"), re.MULTILINE) for path in folder.iterdir()}

    assert asked == {
        GITLAB[name]: [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
        for name, form in FORMS.items()
    }


def test_what_is_unsafe_may_be_told_in_private():
    """The form leads to SECURITY.md first; on GitLab the issue is closed to others from its beginning."""
    form = FORMS["unsafe"]["body"][0]["attributes"]["value"]
    template = (ROOT / ".gitlab/issue_templates/Unsafe passage.md").read_text("utf-8")
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8"))

    assert "SECURITY.md" in form
    assert "SECURITY.md" in template
    assert template.rstrip().endswith("/confidential")
    assert [link["url"].rpartition("/security/")[2] for link in config["contact_links"]] == ["advisories/new"]
    assert (ROOT / "SECURITY.md").exists()


def test_pictures_are_there_and_light():
    """What the first page and CONTRIBUTING show is in the project, with words for whoever does not see it."""
    shown = [
        picture
        for name in ("README.md", "CONTRIBUTING.md")
        for picture in re.findall(r"!\[(.*?)\]\((\S+)\)", (ROOT / name).read_text("utf-8"))
    ]

    assert len(shown) == 3
    assert [path for words, path in shown if len(words) < 30 or (ROOT / path).stat().st_size > 60_000] == []
    assert {path for _, path in shown} == {f".github/{path.name}" for path in (ROOT / ".github").glob("*.png")}
