"""What Firefox prints: no heading at the foot of a column or a side, while what it is for stands on the next."""

import io
import unicodedata
from typing import NamedTuple

import pypdf
import pytest
from engines import firefox

pytestmark = pytest.mark.browser

PAGES = ("support/", "start/read-first/", "start/tonight/", "steps/talk/", "faq/talking/", "about/privacy/")
BELOW, BESIDE = 60, 100
"""Points from a heading to the first line of what it is for."""
HEADINGS = "return [...document.querySelectorAll('main :is(h2, h3, h4)')].map((one) => one.innerText)"


class Run(NamedTuple):
    """Some words on paper."""

    side: int
    left: float
    height: float
    words: str

    def is_held(self, runs: list["Run"]) -> bool:
        """Whether anything stands close below it, on the same side and in the same column."""
        return any(
            one.side == self.side and 0 < self.height - one.height < BELOW and abs(one.left - self.left) < BESIDE
            for one in runs
        )


def runs_in(pdf: bytes) -> list[Run]:
    """All of them, in the order of the page's text."""
    found = []
    for number, side in enumerate(pypdf.PdfReader(io.BytesIO(pdf)).pages):

        def see(text, outer, inner, *_, number=number):
            if text.strip():
                left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
                height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
                found.append(Run(number, left, height, unicodedata.normalize("NFKC", text).strip()))

        side.extract_text(visitor_text=see)
    return found


def test_no_heading_stands_alone(address, tmp_path):
    """What follows on a heading stands below it, on the same side and in the same column."""
    alone, seen = {}, 0
    with firefox(tmp_path / "profile") as page:
        for path in PAGES:
            page.open(address + path)
            headings = {unicodedata.normalize("NFKC", words) for words in page.run(HEADINGS)}
            runs = runs_in(page.pdf())
            found = [run for run in runs if run.words in headings]
            seen += len(found)
            alone |= {f"{path} {run.words}": run.side + 1 for run in found if not run.is_held(runs)}

    assert seen > 60
    assert alone == {}
