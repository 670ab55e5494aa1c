"""What the press holds while it works: of the sheets that it has fitted, nothing."""

import subprocess
import sys

import pytest
from projects import ROOT

MOST = 700
"""Megabytes, for the workbook of one paper. With all that the typesetter would remember of it, it takes twice that."""
MEASURED = """
import resource, sys, tempfile
from pathlib import Path
sys.path[:0] = ["hooks", "tests", "tests/pdf"]
from guide.pdf.make import Press
from our_papers import FOLDER, JOBS
with tempfile.TemporaryDirectory() as folder:
    [made] = Press(FOLDER, Path(folder)).make([JOBS["workbook-a4.pdf"]])
assert made.data, made.fault
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (2**20 if sys.platform == "darwin" else 2**10))
"""


@pytest.mark.thorough
def test_the_workbook_takes_little_memory():
    """It alone is made anew where a word changes that stands in it and on no sheet."""
    ended = subprocess.run([sys.executable, "-c", MEASURED], cwd=ROOT, capture_output=True, text=True, check=True)

    assert int(ended.stdout) < MOST
