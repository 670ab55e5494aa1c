"""`guide.json`: what the guide holds, for other programs. Its shape: guide.schema.json, beside this file."""

import json
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.model.page import Checklist, Page
from guide.model.papers import PAPERS, WORKBOOK
from guide.pdf.paper import Pdfs
from guide.renderers.checklists import print_address


def render_manifest(guide: Guide, pdfs: Pdfs | None = None) -> bytes:
    """The manifest as JSON in UTF-8, the same bytes for the same guide."""
    pieces = json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(manifest_of(guide, pdfs or {}))
    # One after the other: all of them at once take many times the room of the whole.
    written = bytearray()
    for piece in pieces:
        written += piece.encode()
    return bytes(written + b"\n")


def manifest_of(guide: Guide, pdfs: Pdfs) -> dict[str, Any]:
    """The manifest as plain values."""
    return {
        "pages": [_page(page) for page in guide.pages],
        "checklists": [_checklist(checklist, pdfs) for checklist in guide.checklists],
        "worksheets": [
            {
                "id": sheet.id,
                "title": sheet.title,
                "url": sheet.url,
                "minutes": sheet.minutes,
                "audience": sheet.audience,
                "pdf": _pdf(pdfs, sheet.id),
            }
            for sheet in guide.worksheets
        ],
        "workbook": _pdf(pdfs, WORKBOOK),
        "blocks": [vars(block) for block in guide.blocks],
        "questions": [
            {
                "id": question.id,
                "question": question.question,
                "also": list(question.also),
                "theme": question.theme,
                "url": question.url,
                "answer": question.answer,
            }
            for question in guide.questions
        ],
    }


def schema() -> dict[str, Any]:
    """The JSON Schema that the manifest keeps to."""
    return json.loads(Path(__file__).with_name("guide.schema.json").read_text(encoding="utf-8"))


def _page(page: Page) -> dict[str, Any]:
    return {
        "url": page.url,
        "title": page.title,
        "kind": page.kind,
        "source": page.source,
        "reviewed": page.reviewed.isoformat() if page.reviewed else None,
        "words": page.words,
        "grade": page.grade,
    }


def _checklist(checklist: Checklist, pdfs: Pdfs) -> dict[str, Any]:
    # The list of a worksheet is printed with its sheet.
    name = checklist.page.strip("/").rpartition("/")[2] if checklist.kind == "worksheet" else checklist.id
    return {
        "id": checklist.id,
        "title": checklist.title,
        "kind": checklist.kind,
        "page": checklist.page,
        "source": checklist.source,
        "line": checklist.line,
        "print": print_address(checklist),
        "pdf": _pdf(pdfs, name),
        "items": [vars(item) for item in checklist.items],
    }


def _pdf(pdfs: Pdfs, name: str) -> dict[str, str | None]:
    """The addresses of a sheet's files; null where one is not made."""
    made = pdfs.get(name, {})
    return {paper: made[paper].url if paper in made else None for paper in PAPERS}
