"""Tests that share something costly, or must be alone, are one worker's: the locked versions keep a group together."""

import subprocess
import sys

TESTS = """
import os, pathlib, time
import pytest

@pytest.mark.xdist_group("together")
@pytest.mark.parametrize("n", range(6))
def test_it(n):
    time.sleep(0.1)
    pathlib.Path(__file__).with_name(os.environ["PYTEST_XDIST_WORKER"]).touch()
"""


def test_a_group_is_one_workers(tmp_path):
    """Of two workers one runs all of it."""
    (tmp_path / "test_few.py").write_text(TESTS)
    words = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider"]
    run = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)

    assert "6 passed" in run.stdout, run.stdout
    assert len(list(tmp_path.glob("gw*"))) == 1
