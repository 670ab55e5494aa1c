"""What is kept from one build to the next is kept where no change to a project can put a file."""

import os
import stat
import threading
import time
from pathlib import Path

import pytest
from guide import cache
from guide.cache import LASTS, Cache, folder_for, is_ours, write_whole


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A home that nothing is known of yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("GUIDE_CACHE", raising=False)
    cache._own_folder.cache_clear()
    yield tmp_path / "home"
    cache._own_folder.cache_clear()


def test_it_is_the_users_own(home):
    """Below the user's own cache, and readable by nobody else."""
    folder = folder_for("pdf")

    assert folder == home / "guide-builds/pdf"
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("foreign", ["others may write", "a link", "a file"])
def test_what_others_can_write_is_not_used(home, foreign):
    """Then a new folder is made, which this build alone knows."""
    home.mkdir()
    (home / "elsewhere").mkdir()
    if foreign == "a link":
        (home / "guide-builds").symlink_to(home / "elsewhere")
    elif foreign == "a file":
        (home / "guide-builds").write_text("")
    else:
        (home / "guide-builds").mkdir()
        (home / "guide-builds").chmod(0o777)
    folder = folder_for("pdf").parent

    assert home not in folder.parents
    assert is_ours(folder)


def test_nothing_in_the_project_is_read(home, small_site):
    """A file put into the project's own .cache, under whatever name, is left where it is."""
    sheet = "---\nkind: worksheet\n---\n# One\n\nName: ____\n"
    site, first = small_site({"index.md": "# A\n", "one.md": sheet})
    made = sorted((home / "guide-builds/pdf").iterdir())
    planted = site.parent / ".cache/pdf"
    planted.mkdir(parents=True)
    for path in made:
        (planted / path.name).write_bytes(b"%PDF planted")
        path.unlink()
    again, second = small_site({"index.md": "# A\n"})

    assert (first.returncode, second.returncode) == (0, 0), second.stdout
    assert made != []
    assert [path.name for path in again.rglob("*.pdf") if b"planted" in path.read_bytes()] == []
    assert [path.name for path in again.glob("pdf/one-*.pdf")] != []


def test_what_is_old_goes(tmp_path):
    """What a build has used within a month stays."""
    kept = Cache(tmp_path)
    for name in ("old", "used", "new"):
        kept.put(name, name.encode())
    for name in ("old", "used"):
        os.utime(tmp_path / name, (0, time.time() - LASTS - 1))
    kept.get("used")
    kept.prune()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]
    assert (kept.get("new"), kept.get("old")) == (b"new", None)


def test_two_builds_write_at_once(tmp_path, monkeypatch):
    """Their threads may have the same number: what is written aside bears the process as well."""
    names = set()
    monkeypatch.setattr(Path, "write_bytes", lambda path, data: names.add(path.name))
    monkeypatch.setattr(Path, "replace", lambda path, target: None)
    monkeypatch.setattr(threading, "get_ident", lambda: 7)
    for process in (1, 2):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        write_whole(tmp_path / "a.pdf", b"")

    assert len(names) == 2
