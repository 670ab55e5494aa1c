"""A scale on a sheet: questions one below the other, answered by the same points."""

from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.text import plain_text
from guide.model.sheet import Field, Scale
from guide.reading.field_names import labelled


def read_scale(element: Element, md: Markdown) -> Scale:
    """The rows and points of the group of fields that the dialect made of a table."""
    fields = [field for field in element.findall("fieldset[legend]") if field.find(".//input") is not None]
    rows = tuple(Field(field.find(".//input").get("name"), plain_text(field.find("legend"), md)) for field in fields)
    boxes = [(label, box) for label, box in labelled(fields[0])]
    points = tuple(_spelt(box.get("aria-label")) or plain_text(label, md) for label, box in boxes)
    numbered = sum(fields[0].get("class") == "scale" and label.get("class") != "unsure" for label, _ in boxes)
    return Scale(rows, points, numbered, element.get("data-head") or "")


def _spelt(name: str | None) -> str:
    """“1, Not at all” is “1 Not at all” over a column."""
    return (name or "").replace(", ", " ", 1)
