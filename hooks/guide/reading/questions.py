"""A page of questions, read: each heading with its fields and its answer."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown

from guide.dialect.context import Context
from guide.dialect.lines import line_of
from guide.dialect.text import plain_text
from guide.model.page import Page, Question
from guide.text.first_sentence import first_sentence


def read_questions(context: Context, theme: str, page: Page, md: Markdown) -> Iterator[Question]:
    """Every question of a page, with its answer as plain text."""
    if not context.questions:
        return
    for section in context.tree.iter("section"):
        heading = next(iter(section), None)
        if heading is None or heading.get("id") not in context.answers:
            continue
        fields = dict(line.split(": ", 1) for line in context.answers[heading.get("id")] if ": " in line)
        parts = [element for element in section[1:] if element.get("class") != "footnote"]
        told = (plain_text(element, md).strip() for element in [*parts, *_notes(parts, context.tree)])
        answer = " ".join(filter(None, told))
        yield Question(
            id=heading.get("id"),
            question=plain_text(heading, md),
            also=_several(fields.get("also")),
            theme=theme,
            page=page.url,
            source=page.source,
            line=line_of(heading),
            answer=answer,
            first=first_sentence(answer),
            aliases=_several(fields.get("aliases")),
            sources=_several(fields.get("sources")),
        )


def _notes(parts: list[Element], root: Element) -> Iterator[Element]:
    """The footnotes of an answer; all of a page stand at its end, with the last answer."""
    notes = {note.get("id"): note for note in root.iter("li")}
    called = (link.get("href", "") for part in parts for link in part.iter("a") if link.get("class") == "footnote-ref")
    yield from (notes[name[1:]] for name in dict.fromkeys(called) if name[1:] in notes)


def _several(value: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (value or "").split(";") if part.strip())
