"""What the real guide has on paper, told from the guide and not from the files."""

import re

from conftest import our_guide
from guide.pdf.jobs import jobs_of
from guide.pdf.widgets import widgets_of
from guide_mkdocs.settings.check import read_config
from guide_mkdocs.settings.facts import site_facts
from paper import Expected
from projects import ROOT

FOLDER = ROOT / "overrides/print"
GUIDE = our_guide()[0]
SHEETS_SAY = site_facts(read_config(ROOT / "mkdocs.yml")[0])
JOBS = {job.name: job for job in jobs_of(GUIDE, SHEETS_SAY)}
SHEETS = [name for name in JOBS if not name.startswith("workbook")]
TO_FILL_IN = [name for name, job in JOBS.items() if "filled" not in job.document]


def widgets(name: str) -> dict:
    """What there is to fill in, by the name that the PDF gives it."""
    prefix = "{}:" if name.startswith("workbook") else ""
    document = JOBS[name].document
    return {
        prefix.format(sheet["id"]) + field: widget
        for sheet in document["sheets"]
        for field, widget in widgets_of({**document, "sheets": [sheet]}).items()
    }


def expected(name: str) -> Expected:
    """What a PDF should be, told from the guide and not from the file."""
    job = JOBS[name]
    day = re.sub("-", "", str(GUIDE.pages[0].reviewed)) if GUIDE.pages[0].reviewed else ""
    return Expected(paper=job.paper, title=job.document["title"], widgets=len(widgets(name)), day=day)
