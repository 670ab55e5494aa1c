"""A test that asks a browser is run once more where it fails, and that is told; one that fails again has failed."""

import subprocess
import sys

import pytest
from projects import ROOT

TESTS = """
import pathlib
import pytest

def is_first(name):
    told = pathlib.Path(__file__).with_name(name)
    begun = told.exists()
    told.touch()
    return not begun

{mark}
def test_late():
    assert not is_first("late")

{mark}
def test_wrong():
    assert is_first("nobody") and False
"""


@pytest.mark.parametrize(
    ("mark", "told"),
    [("@pytest.mark.browser", ["1 failed, 1 passed, 2 rerun", "RERUN test_few.py::test_late"]), ("", ["2 failed"])],
    ids=["a browser's", "any other"],
)
def test_what_fails(tmp_path, mark, told):
    """The same two tests, with the mark and without it."""
    (tmp_path / "conftest.py").write_text((ROOT / "tests/conftest.py").read_text())
    (tmp_path / "test_few.py").write_text(TESTS.format(mark=mark))
    words = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        ROOT / "pyproject.toml",
        "--rootdir",
        tmp_path,
        "-p",
        "no:cacheprovider",
    ]
    run = subprocess.run([*words, tmp_path, "-q"], cwd=ROOT, capture_output=True, text=True)

    assert [words for words in told if words not in run.stdout] == [], run.stdout
