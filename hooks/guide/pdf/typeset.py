"""Data into a tagged PDF, by Typst. Fields are still empty links; `form` makes them real.

Typst reads nothing but the template, the fonts beside it, and the data: not the clock, not the machine's own fonts.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

PAPERS = {"a4": "a4", "letter": "us-letter"}
STANDARD = "ua-1"
LASTS = 10
"""Typst remembers parts of what it has typeset for so many documents more; those that it was only asked about count for
none, so that it would remember all of them."""


@dataclass(frozen=True)
class End:
    """Where a document ends: on which page, and how far down it, in millimetres."""

    page: int
    y: float


class Typesetter:
    """One template with its fonts; a document costs it some milliseconds."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds sheet.typ and fonts/."""
        self.template = (folder / "sheet.typ").read_bytes()
        self.world = world_of(folder)
        self.compiler = typst.Compiler(self.template, **self.world)

    def to_pdf(self, document: dict[str, Any], paper: str, epoch: int) -> bytes:
        """A PDF/UA-1 file, dated `epoch` (seconds since 1970). Raises typst.TypstError where it cannot be made."""
        return self.compiler.compile(
            input=self.template,
            format="pdf",
            sys_inputs=_inputs(document, paper),
            pdf_standards=[STANDARD],
            timestamp=epoch,
        )

    def end_of(self, document: dict[str, Any], paper: str) -> End:
        """Where the document would end."""
        found = typst.query(
            self.template, "<end>", field="value", one=True, sys_inputs=_inputs(document, paper), **self.world
        )
        end = json.loads(found)
        return End(end["page"], end["y"])

    def forget(self) -> None:
        """Let Typst drop all that it remembers: empty documents take its place."""
        for _ in range(LASTS + 1):
            self.compiler.compile(input=b"", format="svg")


def world_of(folder: Path) -> dict[str, Any]:
    """All that Typst may read besides what it is handed: the files of a folder, and the fonts in its fonts/."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")])
    return {"root": str(folder), "font_paths": fonts, "ignore_system_fonts": True}


def _inputs(document: dict[str, Any], paper: str) -> dict[str, str]:
    return {"document": json.dumps(document, ensure_ascii=False), "paper": PAPERS[paper]}
