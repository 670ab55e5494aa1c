"""What front matter and data may hold, as JSON Schemas: an editor that knows them completes names and marks slips."""

import json
from typing import Any

from guide.reading.data_schema import known_data
from guide.reading.fields import known_fields

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that most editors know."""
FRONT_MATTER = "front-matter"
FIELDS: dict[str, Schema] = {
    "text": {"type": "string"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "names": {"type": "array", "items": {"type": "string"}},
    "date": {"type": "string", "format": "date"},
    "number": {"type": "integer", "minimum": 1},
}
# What the check knows of these is finer; an editor must never mark what the check lets through.
VALUES: dict[str, Schema] = {
    "text": {"type": "string"},
    "answer": {"type": ["integer", "string"]},
    "number": {"type": "number"},
    "year": {"type": ["integer", "string"]},
    "date": {"type": "string", "format": "date"},
    "truth": {"type": "boolean"},
    "pattern": {"type": "string"},
    "range": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    "address": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
    "page": {"type": "string", "pattern": "^([^/:?#]+/)*$"},
    "name": {"type": "string", "pattern": "^\\S+$"},
    "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
    "doi": {"type": "string", "pattern": "^10\\.\\d{4,9}/"},
}


def render_schemas() -> dict[str, str]:
    """Each schema as a file, by its name."""
    schemas = {FRONT_MATTER: _front_matter(), **{name: _shape(shape) for name, shape in known_data().items()}}
    return {
        f"{name}.schema.json": json.dumps({"$schema": DIALECT, **schema}, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def _front_matter() -> Schema:
    known = known_fields()
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in known.items()},
        "additionalProperties": False,
        "allOf": [
            *(_only_for(name, field["for"]) for name, field in known.items() if "for" in field),
            *(_needed_by(kind, name) for name, field in known.items() for kind in field.get("needed", [])),
        ],
    }


def _field(field: dict[str, Any]) -> Schema:
    kind = {"enum": field["choices"]} if field["type"] == "choice" else FIELDS[field["type"]]
    longest = {"maxLength": field["longest"]} if "longest" in field else {}
    return {"description": field["what"], **kind, **longest}


def _only_for(name: str, kinds: list[str]) -> Schema:
    """A page that does not say its kind is a plain page."""
    of_kind = {"properties": {"kind": {"enum": kinds}}}
    return {"if": {"required": [name]}, "then": of_kind if "page" in kinds else {"required": ["kind"], **of_kind}}


def _needed_by(kind: str, name: str) -> Schema:
    return {"if": {"required": ["kind"], "properties": {"kind": {"const": kind}}}, "then": {"required": [name]}}


def _shape(shape: Any) -> Schema:
    """What `data.yml` says of a value."""
    if isinstance(shape, list):
        return {"type": "array", "items": _shape(shape[0])}
    if not isinstance(shape, dict):
        return VALUES[shape]
    named = {name.removesuffix("!"): _shape(inner) for name, inner in shape.items() if name != "*"}
    return {
        "type": "object",
        "properties": named,
        "additionalProperties": _shape(shape["*"]) if "*" in shape else False,
        "required": [name.removesuffix("!") for name in shape if name.endswith("!")],
    }
