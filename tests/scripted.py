"""A copy of the project in which its scripts are run, as people run them: what the tests of scripts share."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT
from served import copy_code


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project with a small guide in it, below a path with spaces; it need not be set up again."""
    folder = tmp_path / "a path" / "our project"
    for name in ("hooks", "overrides", "scripts"):
        copy_code(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests/sites/bare/docs", folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "scripts/setup").write_text("#!/bin/sh\n", encoding="utf-8")
    return folder


def script(project: Path, name: str, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a script of a project from another folder, as a person may."""
    path = [str(project / "scripts" / name), *words]
    told = {"cwd": project.parent, "env": {**os.environ, **environment}, "text": True}
    return subprocess.run(path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **told)
