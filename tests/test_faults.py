"""Each fault ends a build with its file, its line and how to mend it, at once, and leaves the old site as it was."""

import os
import re

import pytest
import yaml
from faulty_projects import FAULTS, build_row, rows
from guide.site.swap import MARK

SLOWEST = 10
ROWS = rows()
CASES = [pytest.param(name, marks=[pytest.mark.one_in(12)] * ("/" in name)) for name in ROWS]
"""Of the golden cases few are built, but for every change before it is merged."""


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told(name, tmp_path):
    """Exit status, file and line, words of the remedy; no traceback."""
    row = yaml.safe_load(ROWS[name].read_text(encoding="utf-8"))
    told = build_row(row, tmp_path)
    if os.environ.get("UPDATE_GOLDEN") and ROWS[name].parent == FAULTS:
        first = "\n".join(re.findall(r"^(\S.*(?::\d+|\)): .*)$", told.said, re.MULTILINE)) or told.said
        mend = next(iter(re.findall(r"^ +Mend: (.*)$", told.said, re.MULTILINE)), "")
        row |= {"problems": first, "mend": mend}
        ROWS[name].write_text(yaml.safe_dump(row, allow_unicode=True, sort_keys=False), encoding="utf-8")

    assert told.status == 1, told.said
    assert [line for line in row["problems"].splitlines() if line not in told.said] == [], told.said
    assert f"    Mend: {row.get('mend', '')}" in told.said
    assert "Traceback" not in told.said
    assert told.seconds < SLOWEST
    assert told.old_site == sorted([MARK, "index.html"])


def test_there_are_many():
    """Two hundred at least, most of them of what authors write."""
    assert len(ROWS) >= 200
    assert len(list(FAULTS.glob("*.yml"))) > 60
