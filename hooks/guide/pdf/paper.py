"""A guide on paper: every PDF, or one sentence that says why there is none."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.model.guide import Guide
from guide.model.papers import PDFS
from guide.model.problems import Problem
from guide.model.site_file import SiteFile

SOON = 2.0  # seconds: work that takes longer shows how far it is

Pdfs = Mapping[str, Mapping[str, SiteFile]]
"""By the id of worksheet or checklist (or `workbook`), then by paper: `a4`, `letter`."""


def make_pdfs(guide: Guide, site: dict[str, Any], folder: Path, cache: Path) -> tuple[Pdfs, list[Problem]]:
    """Make what is not kept from before. Without an engine there are no PDFs, and a Problem says so.

    A guide without a sheet does not even read the libraries: they are a third of what its build would read.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        from guide.pdf.jobs import jobs_of

        jobs = jobs_of(guide, site, int(epoch) if epoch else None)
        if not jobs:
            return {}, []
        from guide.pdf.faults import faults_of
        from guide.pdf.make import Press
    except ImportError:
        return {}, [_engine_missing()]
    made = Press(folder, cache).make(jobs, _Progress())
    pdfs: dict[str, dict[str, SiteFile]] = {}
    for one in made:
        if one.data is not None:
            pdfs.setdefault(one.job.id, {})[one.job.paper] = SiteFile(f"{PDFS}{one.job.name}", one.data)
    return pdfs, list(faults_of(guide, made, folder))


def _engine_missing() -> Problem:
    return Problem(
        "pyproject.toml",
        1,
        "The PDFs cannot be made: Typst, pikepdf or fontTools is not installed.",
        "The site would be without its sheets for paper; it links to none.",
        "Run  scripts/setup",
    )


class _Progress:
    """Says on a terminal how far the work is, once it takes long; says nothing in a log."""

    def __init__(self) -> None:
        self.begun = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if not sys.stderr.isatty() or time.monotonic() - self.begun < SOON:
            return
        end = "\n" if done == of else ""
        print(f"\rMaking PDFs: {done} of {of}", end=end, file=sys.stderr, flush=True)
